// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace cw {

/// Writes a file beside its place and renames it: it is there whole or not at all. Throws Error of kind File naming it.
void writeWholeFile(const QString &path, const QByteArray &bytes);

/// Throws Error of kind File where no file could be written at path, or a checkpoint would lose one of its own: costs
/// nothing, said before the work.
void requireWritable(const QString &path);

/// Whether files can be made in a folder: one is, for a moment.
bool takesFiles(const QString &folder);

} // namespace cw
