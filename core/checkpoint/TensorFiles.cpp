// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/TensorFiles.h"

#include "core/checkpoint/FolderFile.h"
#include "core/checkpoint/JsonFile.h"
#include "core/checkpoint/WeightsName.h"
#include "core/engine/Error.h"

#include <QDir>
#include <QFileInfo>

namespace cw {
namespace {

/// A shard lies beside its index, for a path could reach any file of the machine; and it is no index itself.
void checkShardName(const QString &name, const QString &indexPath, const QString &tensor)
{
    if (name.endsWith(QLatin1String(".index.json")))
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 names the index \"%2\" as the file of the tensor %3; an index leads "
                                               "to files of tensors only."),
                    {indexPath.toStdString(), name.toStdString(), tensor.toStdString()});
    if (name.isEmpty() || QFileInfo(name).fileName() != name || name == QLatin1String("..") ||
        name == QLatin1String("."))
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "%1 names \"%2\" as the file of the tensor %3; it must be a file name."),
                    {indexPath.toStdString(), name.toStdString(), tensor.toStdString()});
}

} // namespace

TensorFiles TensorFiles::open(const QString &folder)
{
    const WeightsName weights = findWeights(folder);
    TensorFiles files;
    if (weights.isIndex)
        files.openShards(folder, weights.path);
    else
        files.openSingle(weights.path);
    return files;
}

const TensorFile *TensorFiles::fileOf(const std::string &tensor) const
{
    const auto found = m_tensors.find(tensor);
    return found == m_tensors.end() ? nullptr : found->second.get();
}

void TensorFiles::openSingle(const QString &path)
{
    m_files.push_back(TensorFile::open(path));
    for (const auto &entry : m_files.front()->entries())
        m_tensors[entry.first] = m_files.front();
}

void TensorFiles::openShards(const QString &folder, const QString &indexPath)
{
    const QJsonObject index = parseJsonObject(readSmallFile(indexPath), indexPath);
    const QJsonObject weights = index.value(QLatin1String("weight_map")).toObject();
    if (weights.isEmpty())
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 has no weight_map that lists tensors."),
                    {indexPath.toStdString()});
    std::map<QString, std::shared_ptr<const TensorFile>> opened;
    for (auto line = weights.begin(); line != weights.end(); ++line) {
        const QString name = line.value().toString();
        checkShardName(name, indexPath, line.key());
        std::shared_ptr<const TensorFile> &file = opened[name];
        if (!file)
            file = TensorFile::open(fileInFolder(folder, name));
        const std::string tensor = line.key().toStdString();
        if (file->entries().count(tensor) == 0)
            throw Error(Error::Kind::Format,
                        QT_TRANSLATE_NOOP("Error", "%1 has no tensor %2, although the index says so."),
                        {file->path().toStdString(), tensor});
        m_tensors[tensor] = file;
    }
    for (const auto &file : opened)
        m_files.push_back(file.second);
}

} // namespace cw
