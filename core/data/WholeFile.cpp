// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/WholeFile.h"

#include "core/engine/Error.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace cw {

void writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                    {path.toStdString(), file.errorString().toStdString()});
}

void requireWritable(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (file.exists() && !file.isFile() && !file.isDir())
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 is no regular file and is never written over."),
                    {path.toStdString()});
    if (file.isDir())
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 is a folder: name a file."),
                    {path.toStdString()});
    if (file.exists() && QFileInfo::exists(QDir(folder.filePath()).filePath(QStringLiteral("config.json"))))
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1 belongs to the checkpoint in its folder and is never written over; "
                                               "choose another name."),
                    {path.toStdString()});
    if (!takesFiles(folder.filePath()))
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1 cannot be written: its folder is missing or read-only."),
                    {path.toStdString()});
}

bool takesFiles(const QString &folder)
{
    // Tried, as no right that is granted tells of places that take no files, such as those of the system.
    return QFileInfo(folder).isDir() && QTemporaryFile(QDir(folder).filePath(QStringLiteral(".XXXXXX"))).open();
}

} // namespace cw
