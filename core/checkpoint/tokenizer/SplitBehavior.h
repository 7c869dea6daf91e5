// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/Pieces.h"

namespace cw {

class JsonPart;

/// What becomes of the matches when a text is cut at them.
enum class SplitBehavior { Removed, Isolated, MergedWithPrevious, MergedWithNext, Contiguous };

/// Reads "behavior"; absent is taken where the part has none. Throws Error of kind Format or Unsupported.
SplitBehavior readSplitBehavior(const JsonPart &part, SplitBehavior absent);

/// Cuts a text of size units at its matches (ascending). isInverted: at what lies between them.
void cutAt(const std::vector<Range> &matches, qsizetype size, SplitBehavior behavior, bool isInverted,
           std::vector<Piece> &parts);

} // namespace cw
