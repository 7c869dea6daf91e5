// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"
#include "core/engine/PackRanges.h"
#include "core/engine/Query.h"

#include <functional>

namespace cw {

class Monitor;

/// Answers queries, in their order. They are packed in that order within limits; texts that begin alike share those
/// tokens in a causal model. The numbers are those of textLogits() for each text alone. Throws Error as textLogits()
/// does.
std::vector<Readings> readTexts(const Model &model, const std::vector<Query> &queries, const PackLimits &limits,
                                Monitor &monitor);

/// Between the log-probabilities of two answers to the same queries; infinite where they answer different ones.
double largestDifference(const std::vector<Readings> &a, const std::vector<Readings> &b);

/// The states of texts after each layer, 0 the embeddings and the last one behind the final norm: as many times per
/// layer as there are packs, take(text, layer, states [tokens, width]) is called for every text.
void readStates(const Model &model, const std::vector<std::vector<std::int64_t>> &texts, const PackLimits &limits,
                const std::function<void(std::size_t text, int layer, const at::Tensor &states)> &take,
                Monitor &monitor);

/// How many tokens of these texts are computed: what sharing begins leaves of their sum.
std::int64_t packedRows(const Model &model, const std::vector<Query> &queries, const PackLimits &limits);

} // namespace cw
