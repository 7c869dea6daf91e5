// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"

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

/// The mean negative log-likelihood of the next tokens of some texts, in nats, over all their tokens but the first of
/// each. Throws Error of kind Input for a text that has no next token.
double nextTokenLoss(const Model &model, const std::vector<std::vector<std::int64_t>> &texts, Monitor &monitor);

} // namespace cw
