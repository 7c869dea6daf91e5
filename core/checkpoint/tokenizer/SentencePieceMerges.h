// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>

namespace cw {

struct SentencePieceModel;

/// The merges that make the pieces of a byte-pair model, best scores first: every way to put a piece together from two
/// others. This is how `transformers` rebuilds them; the model itself keeps only scores.
QJsonArray sentencePieceMerges(const SentencePieceModel &model);

} // namespace cw
