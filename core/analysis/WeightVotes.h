// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/RowGradients.h"
#include "core/analysis/Tick.h"

namespace cw {

/// Which weights of some rows of a module are located.
struct WeightVotes {
    struct Weight {
        std::int64_t row = 0;
        std::int64_t column = 0;
        std::int64_t votes = 0;
    };

    std::vector<Weight> table; ///< every weight with a vote, most votes first, equals by row and column
    double share = 0;          ///< of the module's weights, those with a vote
    Tick tick;                 ///< all of them
};

/// In each of the rows every prompt votes for the one weight whose gradients differ most, |g_a - g_b| (Qin et al. 2024,
/// equation 13, where a weight is called a neuron); located is the union. rows: ascending. Throws Error of kind Input
/// where there is no row, or one that the module lacks.
WeightVotes weightVotes(const RowGradients &gradients, const std::vector<std::int64_t> &rows);

} // namespace cw
