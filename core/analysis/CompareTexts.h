// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"
#include "core/engine/PackRanges.h"
#include "core/engine/Query.h"

namespace cw {

class Monitor;

/// A token that a model holds for likeliest, and its probability.
struct LikelyToken {
    std::int64_t id = 0;
    double probability = 0;
};

/// What two models answer to one read.
struct ComparedReading {
    double before = 0;     ///< log P(id), natural
    double after = 0;      ///< the same of the other model
    double divergence = 0; ///< KL(before || after) over the whole vocabulary there, in nats; at least 0
    LikelyToken topBefore;
    LikelyToken topAfter;
};

using ComparedReadings = std::vector<ComparedReading>; ///< of one query, as its reads

/// The answers of two models of one shape to queries, in their order, packed as readTexts() packs them. Throws Error as
/// that does.
std::vector<ComparedReadings> compareTexts(const Model &before, const Model &after, const std::vector<Query> &queries,
                                           const PackLimits &limits, Monitor &monitor);

} // namespace cw
