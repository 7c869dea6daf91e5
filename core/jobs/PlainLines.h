// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <cstdint>

namespace cw {

/// Lines of text that an edit should leave alone: of the file that was named; else for a demo model about as many
/// tokens of its own grammar, by the seed; else WikiText-2 of the folder of data sets, or the program's own text.
/// Throws Error of kind File or Format.
QStringList plainLines(const QString &file, const QString &data, bool isDemo, int tokens, std::uint32_t seed);

} // namespace cw
