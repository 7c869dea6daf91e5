// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/Pieces.h"

namespace cw {

/// Cuts as GPT-2's expression does, by hand because it is the busiest path:
/// `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+` (Radford et al. 2019).
void cutLikeGpt2(QStringView text, std::vector<Piece> &parts);

/// Appends the UTF-8 bytes of a code point as letters, all standing for it.
void appendByteLetters(char32_t c, Span from, AlignedText &out);

} // namespace cw
