// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"
#include "core/engine/Query.h"

namespace cw {

class Monitor;

/// How far the two answers' probabilities are from what they should be.
struct TargetScore {
    double a = 0; ///< P(a), from the full softmax
    double b = 0;
    double fb = 0;        ///< |P(a) - f_a| + |P(b) - f_b|: 0 to 2 (Qin et al. 2024, equation 6)
    double mass = 0;      ///< P(a) + P(b)
    double imbalance = 0; ///< |P(a) / (P(a) + P(b)) - f_a / (f_a + f_b)|
};

/// One per prompt. Throws Error as checkPrompts() and textLogits() do.
std::vector<TargetScore> targetScores(const Model &model, const TargetPrompts &prompts, Monitor &monitor);

/// Their means, number by number.
TargetScore meanOf(const std::vector<TargetScore> &scores);

/// The mean negative log-likelihood of what some texts read, in nats over tokens; 0 where they read nothing.
double meanLoss(const Model &model, const std::vector<Query> &texts, Monitor &monitor);

} // namespace cw
