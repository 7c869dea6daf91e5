// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cw {

/// The fields of one line of comma-separated text; a field in double quotes may hold commas and doubled quotes.
QStringList splitCsvLine(const QString &line);

/// A text as a field, in quotes where it needs them.
QString csvField(const QString &text);

} // namespace cw
