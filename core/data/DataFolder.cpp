// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DataFolder.h"

#include "core/data/Resources.h"
#include "core/engine/Error.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace cw {
namespace {

const DataFileInfo &fileInfo(const DataSetInfo &set, const QString &file)
{
    return *std::find_if(set.files.begin(), set.files.end(),
                         [&file](const DataFileInfo &info) { return info.key == file; });
}

} // namespace

DataFolder::DataFolder(const QString &path) : m_path(path)
{
    if (!path.isEmpty() && !QFileInfo(path).isDir())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 is no folder: name the folder that holds the data sets, or none."),
                    {path.toStdString()});
}

QString DataFolder::find(const QString &set, const QString &file) const
{
    if (m_path.isEmpty())
        return {};
    for (const QString &place : fileInfo(dataSet(set), file).places) {
        QString path = QDir(m_path).filePath(place);
        if (QFileInfo(path).isFile())
            return path;
    }
    return {};
}

QString DataFolder::require(const QString &set, const QString &file) const
{
    const DataSetInfo &info = dataSet(set);
    if (m_path.isEmpty())
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1 is read from a folder of data sets: name it with --data. It comes "
                                               "from %2."),
                    {info.title.toStdString(), info.address.toStdString()});
    QString path = find(set, file);
    if (path.isEmpty())
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1 is not in %2, where %3 is looked for: get it from %4."),
                    {info.title.toStdString(), m_path.toStdString(), fileInfo(info, file).places.first().toStdString(),
                     info.address.toStdString()});
    return path;
}

QString DataFolder::plainText() const
{
    const QString wiki = find(QStringLiteral("wikitext2"), QStringLiteral("test"));
    return wiki.isEmpty() ? resource(QStringLiteral("coherence.txt")) : wiki;
}

} // namespace cw
