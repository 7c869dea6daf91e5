// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/WholeFolder.h"

#include "core/data/WholeFile.h"
#include "core/engine/Error.h"

#include <QDir>
#include <QFileInfo>

namespace cw {
namespace {

/// Names for a folder beside a place, whose parent is made.
QString besidePlace(const QString &place)
{
    requireUnused(place);
    const QFileInfo target(QDir::cleanPath(place));
    QDir().mkpath(target.absolutePath());
    return target.absoluteDir().filePath(u'.' + target.fileName() + u".XXXXXX");
}

} // namespace

WholeFolder::WholeFolder(const QString &place) : m_place(QDir::cleanPath(place)), m_dir(besidePlace(place))
{
    // One within it, as a temporary folder is its owner's alone and would stay so.
    if (!m_dir.isValid() || !QDir().mkdir(path()))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                    {place.toStdString(), m_dir.errorString().toStdString()});
}

void WholeFolder::keep()
{
    requireUnused(m_place);
    if (!QDir().rename(path(), m_place))
        throw Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                    {m_place.toStdString(), "rename"});
}

void requireUnused(const QString &path)
{
    const QFileInfo place(path);
    if (place.exists() || place.isSymLink())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "%1 is there already: name a new folder."),
                    {path.toStdString()});
}

void requireNewFolder(const QString &path)
{
    requireUnused(path);
    QFileInfo parent(QFileInfo(QDir::cleanPath(path)).absolutePath());
    while (!parent.exists() && !parent.isRoot())
        parent.setFile(parent.absolutePath());
    if (!takesFiles(parent.filePath()))
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2 is no folder or read-only."),
                    {path.toStdString(), parent.filePath().toStdString()});
}

} // namespace cw
