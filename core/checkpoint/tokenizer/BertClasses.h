// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cw {

// The classes of characters that BERT's steps go by in the reference: those of Unicode 8. Later characters are in none.

/// Control, format and private characters.
bool isBertControl(char32_t c);
/// Marks that take no space of their own.
bool isBertMark(char32_t c);
/// Punctuation, and the ASCII characters that are symbols in Unicode.
bool isBertPunctuation(char32_t c);
/// CJK ideographs by their blocks; not kana, not hangul.
bool isIdeograph(char32_t c);

} // namespace cw
