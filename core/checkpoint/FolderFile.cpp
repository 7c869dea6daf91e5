// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/FolderFile.h"

#include "core/engine/Error.h"

#include <QDir>
#include <QFileInfo>

namespace cw {
namespace {

/// The folder of the hub's cache that all revisions of one repository share, if folder is one of them.
QString blobsBeside(const QString &folder)
{
    QDir snapshots(folder);
    if (!snapshots.cdUp() || snapshots.dirName() != QLatin1String("snapshots") || !snapshots.cdUp())
        return {};
    return snapshots.filePath(QStringLiteral("blobs"));
}

} // namespace

QString fileInFolder(const QString &folder, const QString &name)
{
    QString path = QDir(folder).filePath(name);
    const QFileInfo info(path);
    // A link to nothing has no target; opening it will say so.
    const QString target = info.isSymLink() ? info.canonicalFilePath() : QString();
    const QString home = QFileInfo(folder).canonicalFilePath();
    const QString blobs = blobsBeside(home);
    if (target.isEmpty() || target.startsWith(home + u'/') || (!blobs.isEmpty() && target.startsWith(blobs + u'/'))) {
        requireRegularFile(path);
        return path;
    }
    throw Error(Error::Kind::File,
                QT_TRANSLATE_NOOP("Error", "%1 is a link that leads out of its folder, to %2; put the file itself "
                                           "there."),
                {path.toStdString(), target.toStdString()});
}

void requireRegularFile(const QString &path)
{
    if (path.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "A name of a file is missing: it is empty."));
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 is no regular file; put the file itself there."),
                    {path.toStdString()});
}

} // namespace cw
