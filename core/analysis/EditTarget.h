// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetLoss.h"
#include "core/engine/Hook.h"

namespace cw {

/// How a target is searched for; the numbers are those of ROME's published settings (Meng et al. 2022).
struct TargetSettings {
    int layer = 0;
    Site site = Site::Mlp; ///< what delta is added to: the MLP's output, or the State behind the block
    TargetLoss::Kind loss = TargetLoss::Kind::Balanced;
    double rate = 0.5; ///< of Adam
    int steps = 25;
    double clamp = 4;        ///< the longest delta, times the length of what it is added to; MEMIT's for State is 0.75
    double neutral = 0.0625; ///< weight of KL(p_delta || p) on the neutral text
    double decay = 0.5;      ///< weight of |delta| / |v|^2
    double enough = 0.05;    ///< stop at this part of the gap at the start; with Likelihood, at this loss
};

/// What a search found for one subject. Plain numbers, so that it can be kept between two runs.
struct EditTarget {
    int layer = 0;
    Site site = Site::Mlp;
    std::vector<float> delta; ///< [width]: added at the subject's last token of every text
    double valueNorm = 0;     ///< |v|, mean over the texts, of what it is added to
    std::vector<double> gaps; ///< as TargetLoss::gap(), at the start and after each step
    std::vector<double> losses;
    double gapBefore = 0;
    double gapAfter = 0;     ///< with delta applied directly: the most that an edit of weights can reach
    bool isClamped = false;  ///< delta stands at the longest length that was allowed
    bool isDiverged = false; ///< the loss rose out of bounds and the search stopped; delta is the best before that
};

/// The targets of many subjects together.
struct TargetFacts {
    double gapBefore = 0; ///< mean over subjects
    double gapAfter = 0;
    int clamped = 0;
    int diverged = 0;
};

TargetFacts factsOf(const std::vector<EditTarget> &targets);

} // namespace cw
