// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Resources.h"

#include "core/engine/Error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace cw {
namespace {

QString named()
{
    QString folder = qEnvironmentVariable("COUNTERWEIGHT_RESOURCES");
    if (!folder.isEmpty() && !QFileInfo(folder).isDir())
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error",
                                      "COUNTERWEIGHT_RESOURCES names %1, which is not a folder: correct it, or "
                                      "unset it to use the files that came with the program."),
                    {folder.toStdString()});
    return folder;
}

} // namespace

QString resourceFolder()
{
    if (const QString folder = named(); !folder.isEmpty())
        return QFileInfo(folder).canonicalFilePath();
    // A build tree has the folder beside the program, an installation and the tests of a build tree one above.
    const QDir program(QCoreApplication::applicationDirPath());
    for (const auto &place : {QStringLiteral("share/counterweight"), QStringLiteral("../share/counterweight")}) {
        if (program.exists(place))
            return QFileInfo(program.filePath(place)).canonicalFilePath();
    }
    throw Error(Error::Kind::File,
                QT_TRANSLATE_NOOP("Error", "The files that belong to the program are missing: there is no folder "
                                           "share/counterweight in %1 or above it. Install the program again."),
                {program.path().toStdString()});
}

QString resource(const QString &name)
{
    QString path = QDir(resourceFolder()).filePath(name);
    if (!QFileInfo::exists(path))
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1, which belongs to the program, is missing: install it again."),
                    {path.toStdString()});
    return path;
}

} // namespace cw
