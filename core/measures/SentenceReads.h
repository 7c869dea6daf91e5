// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Asker.h"

namespace cw {

/// Two queries that read every token of a text as StereoSet's and bias-bench's code does: the first one behind the
/// begin token alone, the others without a begin token. Throws Error of kind Unsupported without such a token, and of
/// kind Input for a text that is empty or longer than the context.
std::vector<Query> withoutBegin(const Asker &asker, const QString &text);
/// The mean log-probability of their tokens.
double meanLogProbability(const Readings &first, const Readings &others);

/// One query for each piece of a word, for a masked model: context with blank replaced by the pieces before it and a
/// mask (StereoSet's official code). The word is cut as behind a blank.
std::vector<Query> pieceByPiece(const Asker &asker, const QString &context, const QString &blank, const QString &word);

/// A query for a masked model: in a text each place is a mask, the first one as many as the word has pieces, and each
/// piece is read at its own.
Query wordAtMask(const Asker &asker, const QString &text, const QString &place, const QString &word);

} // namespace cw
