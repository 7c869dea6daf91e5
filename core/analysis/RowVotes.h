// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/RowGradients.h"
#include "core/analysis/Tick.h"

namespace cw {

/// "cosine_high", "cosine_low", "diff_norm", "random".
const char *name(RowScorer scorer);

struct RowChoice {
    RowScorer scorer = RowScorer::CosineHigh;
    std::int64_t perPrompt =
        0;                  ///< rows that get a prompt's vote; 0: 0.5 % of the module's, one at least. The paper: 10
    double most = 0.1;      ///< the share of the module's rows that is located at most, one row at least
    std::uint32_t seed = 0; ///< of Random
};

/// Which rows of a module are located.
struct RowVotes {
    struct Row {
        std::int64_t row = 0;
        std::int64_t votes = 0;
        double mean = 0; ///< over the prompts, of what the scorer looks at
    };

    std::vector<Row> table;            ///< every row with a vote, most votes first, equals by their mean
    std::vector<std::int64_t> rows;    ///< the first of them as far as most allows; ascending
    std::vector<std::int64_t> winners; ///< the row that scores best, of each prompt; none with Random
    double unionShare = 0;             ///< of the module's rows, those with a vote
    Tick tick;                         ///< what is located

    /// The union is so large that editing it is editing the module.
    bool isWide() const { return unionShare > 0.25; }
};

/// The rows of each prompt that score best get its vote. Cosines that differ by less than 1e-5 are equal, and the one
/// with the larger difference goes first, then the lower row. Throws Error of kind Input for no prompts or a choice out
/// of range.
RowVotes rowVotes(const RowGradients &gradients, const RowChoice &choice);

} // namespace cw
