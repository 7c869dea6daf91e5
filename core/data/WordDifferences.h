// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace cw {

/// A half-open stretch of a text in UTF-16 units.
struct TextRange {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// Where two texts differ, word by word. Neighbouring words of a line are one stretch; spaces do not count.
struct WordDifferences {
    std::vector<TextRange> before; ///< words that the text before has alone
    std::vector<TextRange> after;  ///< words that the text after has alone
};

/// The fewest words whose removal makes the texts equal; of very long texts, all between their common beginning and
/// end. afterGrows: the text after is not complete, so that nothing behind its last words is a difference yet.
WordDifferences wordDifferences(const QString &before, const QString &after, bool afterGrows = false);

} // namespace cw
