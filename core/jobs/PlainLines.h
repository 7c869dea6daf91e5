// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Tokenizer.h"

#include <QString>
#include <cstdint>
#include <vector>

namespace cw {

class Monitor;

/// A line of text, and where it shows what an edit of occupations is meant to change (known of the grammar only).
struct PlainLine {
    QString text;
    std::vector<Span> intended;
};

/// Lines of text that an edit should leave alone: of the file that was named; else for a demo model about as many
/// tokens of its own grammar, by the seed; else WikiText-2 of the folder of data sets, or the program's own text.
/// Throws Error of kind File or Format.
std::vector<PlainLine> plainLines(const QString &file, const QString &data, bool isDemo, int tokens, std::uint32_t seed,
                                  Monitor &monitor);

} // namespace cw
