// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/WeightsName.h"

#include "core/checkpoint/FolderFile.h"
#include "core/checkpoint/ForeignFile.h"
#include "core/checkpoint/MappedFile.h"
#include "core/engine/Error.h"

#include <QDir>
#include <QFileInfo>

namespace cw {
namespace {

constexpr const char *usual[] = {"model.safetensors", "model.safetensors.index.json", "pytorch_model.bin",
                                 "pytorch_model.bin.index.json"};
// What trainers leave beside the weights, in the same formats.
constexpr const char *ofTrainers[] = {"training_args.bin", "adapter_model.bin", "optimizer.bin", "scheduler.bin",
                                      "optimizer.pt",      "scheduler.pt",      "rng_state.pth", "scaler.pt"};

QStringList filesLike(const QDir &folder, const QStringList &patterns)
{
    QStringList names = folder.entryList(patterns, QDir::Files);
    for (const char *name : ofTrainers)
        names.removeAll(QLatin1String(name));
    return names;
}

/// A file of another program, by the endings such files have; what it is, its first bytes say.
void refuseForeignFiles(const QString &folder)
{
    const QStringList patterns{QStringLiteral("*.gguf"),  QStringLiteral("*.ggml"),    QStringLiteral("*.h5"),
                               QStringLiteral("*.onnx"),  QStringLiteral("*.msgpack"), QStringLiteral("*.ckpt"),
                               QStringLiteral("*.index"), QStringLiteral("*.npz"),     QStringLiteral("*.bin"),
                               QStringLiteral("*.pt"),    QStringLiteral("*.pth")};
    for (const QString &name : filesLike(QDir(folder), patterns)) {
        const auto file = MappedFile::open(fileInFolder(folder, name));
        refuseForeignFile({file->data(), static_cast<qsizetype>(file->size())}, file->path());
    }
}

} // namespace

WeightsName findWeights(const QString &folder)
{
    const QDir dir(folder);
    for (const char *name : usual)
        if (QFileInfo(dir.filePath(QLatin1String(name))).exists())
            return {fileInFolder(folder, QLatin1String(name)), QLatin1String(name).endsWith(QLatin1String(".json"))};
    const QStringList others =
        filesLike(dir, {QStringLiteral("*.bin"), QStringLiteral("*.pt"), QStringLiteral("*.pth")});
    if (others.size() == 1)
        return {fileInFolder(folder, others.first()), false};
    refuseForeignFiles(folder);
    throw Error(Error::Kind::File,
                QT_TRANSLATE_NOOP("Error", "%1 has no weights: neither model.safetensors nor pytorch_model.bin, whole "
                                           "or in shards with an index."),
                {folder.toStdString()});
}

} // namespace cw
