// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace cw {

/// A text as a model reads it, and which of its log-probabilities are asked for.
struct Query {
    /// log P(id) by the logits at a position: of the next token in a causal model, of the one that stands there in a
    /// masked one.
    struct Read {
        int row = 0;
        std::int64_t id = 0;
    };

    std::vector<std::int64_t> ids; ///< with its special tokens and masks
    std::vector<Read> reads;
};

/// The answer to one read.
struct Reading {
    double logProbability = 0; ///< natural, from the full softmax over the vocabulary
    bool isTop = false;        ///< no token is likelier
};

using Readings = std::vector<Reading>; ///< of one query, as its reads

} // namespace cw
