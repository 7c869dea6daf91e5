// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/WholeFile.h"

#include "core/engine/Error.h"

#include <QFileInfo>
#include <QSaveFile>

namespace cw {

void writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                    {path.toStdString(), file.errorString().toStdString()});
}

void requireWritableFolder(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir() || !folder.isWritable())
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1 cannot be written: its folder is missing or read-only."),
                    {path.toStdString()});
}

} // namespace cw
