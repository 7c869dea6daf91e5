// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/PatchFile.h"

#include "core/checkpoint/SafetensorsWriter.h"
#include "core/checkpoint/TensorFile.h"
#include "core/data/WholeFile.h"
#include "core/engine/Error.h"

#include <ATen/core/Tensor.h>
#include <QFileInfo>
#include <QJsonDocument>
#include <array>

namespace cw {
namespace {

constexpr int newestFormat = 1;

// Keys of the file's metadata.
const std::string formatKey = "counterweight.patch";
const std::string titleKey = "title";
const std::string hashKey = "base.hash";
const std::string nameKey = "base.name";
const std::string recipeKey = "recipe";
const std::string versionKey = "version";

/// How the two tensors of a change are called behind the parameter's name.
struct Endings {
    Delta::Form form;
    const char *values;
    const char *others; ///< null where there is one tensor only
};

constexpr std::array<Endings, 4> endings{{{Delta::Form::Dense, ":dense", nullptr},
                                          {Delta::Form::LowRank, ":left", ":right"},
                                          {Delta::Form::Rows, ":row-values", ":rows"},
                                          {Delta::Form::Sparse, ":values", ":places"}}};

const Endings &endingsOf(Delta::Form form)
{
    return endings[static_cast<std::size_t>(form)];
}

[[noreturn]] void refuseDamaged(const QString &path, const std::string &tensor)
{
    throw Error(Error::Kind::Format,
                QT_TRANSLATE_NOOP("Error", "%1 is damaged: its tensor %2 is no part of a change of weights."),
                {path.toStdString(), tensor});
}

std::string metadata(const TensorFile &file, const std::string &key)
{
    const auto found = file.metadata().find(key);
    return found == file.metadata().end() ? std::string() : found->second;
}

void checkFormat(const TensorFile &file, const QString &path)
{
    const std::string format = metadata(file, formatKey);
    if (format.empty())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 holds tensors but is no patch; counterweight edit writes patches."),
                    {path.toStdString()});
    bool isNumber = false;
    const int number = QString::fromStdString(format).toInt(&isNumber);
    if (!isNumber || number < 1)
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 is damaged: \"%2\" is no format of patches."),
                    {path.toStdString(), format});
    if (number > newestFormat)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "%1 was written by a newer Counterweight (%2); update this one."),
                    {path.toStdString(), metadata(file, versionKey)});
}

/// The change that a tensor of this name belongs to, if it is the one with its values.
std::optional<Delta> deltaAt(const TensorFile &file, const QString &path, const std::string &tensor)
{
    const std::size_t colon = tensor.rfind(':');
    if (colon == std::string::npos)
        refuseDamaged(path, tensor);
    const std::string parameter = tensor.substr(0, colon);
    const std::string ending = tensor.substr(colon);
    for (const Endings &each : endings) {
        if (each.others && ending == each.others) {
            if (file.entries().count(parameter + each.values) == 0)
                refuseDamaged(path, tensor);
            return std::nullopt;
        }
        if (ending != each.values)
            continue;
        if (each.others && file.entries().count(parameter + each.others) == 0)
            refuseDamaged(path, tensor);
        return Delta{parameter, each.form, file.tensor(tensor),
                     each.others ? file.tensor(parameter + each.others) : at::Tensor()};
    }
    refuseDamaged(path, tensor);
}

SafetensorsWriter writerOf(const Patch &patch)
{
    SafetensorsWriter writer;
    for (const Delta &delta : patch.edit->deltas) {
        const Endings &names = endingsOf(delta.form);
        writer.add(delta.parameter + names.values, delta.values);
        if (names.others)
            writer.add(delta.parameter + names.others, delta.others);
    }
    writer.setMetadata(formatKey, std::to_string(newestFormat));
    writer.setMetadata(titleKey, patch.title.toStdString());
    writer.setMetadata(hashKey, patch.baseHash.toStdString());
    writer.setMetadata(nameKey, patch.baseName.toStdString());
    writer.setMetadata(recipeKey, QJsonDocument(patch.recipe).toJson(QJsonDocument::Compact).toStdString());
    writer.setMetadata(versionKey, patch.version.toStdString());
    return writer;
}

Patch patchIn(const TensorFile &file)
{
    const QString path = file.path();
    checkFormat(file, path);
    auto edit = std::make_shared<Edit>();
    for (const auto &entry : file.entries()) {
        std::optional<Delta> delta = deltaAt(file, path, entry.first);
        if (!delta)
            continue;
        const bool isTwice = !edit->deltas.empty() && edit->deltas.back().parameter == delta->parameter;
        if (isTwice || !isSound(*delta))
            refuseDamaged(path, entry.first);
        edit->deltas.push_back(std::move(*delta));
    }
    Patch patch;
    patch.edit = std::move(edit);
    patch.title = QString::fromStdString(metadata(file, titleKey));
    patch.baseHash = QString::fromStdString(metadata(file, hashKey));
    patch.baseName = QString::fromStdString(metadata(file, nameKey));
    patch.recipe = QJsonDocument::fromJson(QByteArray::fromStdString(metadata(file, recipeKey))).object();
    patch.version = QString::fromStdString(metadata(file, versionKey));
    return patch;
}

} // namespace

void writePatch(const QString &path, const Patch &patch)
{
    writerOf(patch).write(path);
}

QByteArray patchBytes(const Patch &patch)
{
    return writerOf(patch).bytes();
}

Patch readPatch(const QString &path)
{
    return patchIn(*TensorFile::open(path));
}

Patch readPatch(const QByteArray &bytes, const QString &name)
{
    return patchIn(*TensorFile::read(bytes, name));
}

void requirePatchPlace(const QString &path)
{
    if (!path.endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 cannot hold a patch: give a name that ends in .safetensors."),
                    {path.toStdString()});
    requireWritable(path);
    if (!QFileInfo::exists(path))
        return;
    const auto file = TensorFile::open(path);
    if (metadata(*file, formatKey).empty())
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1 is there and is no patch: it is not written over; choose another "
                                               "name."),
                    {path.toStdString()});
}

void requireBase(const Patch &patch, const QString &path, const QString &hash)
{
    if (patch.baseHash == hash)
        return;
    throw Error(Error::Kind::Input,
                QT_TRANSLATE_NOOP("Error", "%1 was made for another model (%2, hash %3...), not for this one (%4...)."),
                {path.toStdString(), patch.baseName.toStdString(), patch.baseHash.left(12).toStdString(),
                 hash.left(12).toStdString()});
}

} // namespace cw
