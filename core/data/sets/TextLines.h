// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace cw {

/// The lines of a text file in UTF-8, without their ends; a byte order mark is skipped, empty lines stay. Throws Error
/// naming the file: of kind File where it cannot be read, of kind Format where it is not UTF-8, with the line, or is
/// above 256 MB.
QStringList readTextLines(const QString &path);

/// The lines of such a file's bytes, which may have been packed in it.
QStringList textLines(const QByteArray &bytes, const QString &path);

/// The text of a file in UTF-8; errors as readTextLines().
QString readText(const QString &path);

} // namespace cw
