// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace cw {

/// A line of a table, its fields in the order in which they were asked for.
struct TableRow {
    QStringList fields;
    int line = 0; ///< in the file, from 1
};

/// The rows of a text file whose first line names its columns, separated by tabs or by commas (with quotes). Columns
/// that are not asked for are skipped. Throws Error as readTextLines() does, and of kind Format naming file and line
/// for a column that is missing, a line with more or fewer fields than the first, or no rows at all.
std::vector<TableRow> readTable(const QString &path, QChar separator, const QStringList &columns);

/// Throws Error of kind Format: file and line, and that this stands where one of those words is expected.
[[noreturn]] void refuseWord(const QString &path, int line, const QString &word, const QString &expected);

} // namespace cw
