// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace cw {

/// A folder that is made beside its place and renamed: it is there whole or not at all. Gone with all that is in it
/// where the work ends early.
class WholeFolder {
public:
    /// Throws Error: of kind Input where something is at place already, of kind File where nothing can be written
    /// there.
    explicit WholeFolder(const QString &place);

    /// Where it is filled.
    QString path() const { return m_dir.filePath(QStringLiteral("folder")); }
    /// Gives it its place. Throws as the constructor does.
    void keep();

private:
    QString m_place;
    QTemporaryDir m_dir;
};

/// Throws Error of kind Input where something is at path already: what is made whole takes no place of another.
void requireUnused(const QString &path);

/// The same, and throws Error of kind File where no folder could be made at path: costs nothing, said before the work.
void requireNewFolder(const QString &path);

} // namespace cw
