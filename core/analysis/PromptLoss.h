// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"
#include "core/engine/Query.h"

namespace cw {

class Monitor;

/// What training makes small, per prompt.
enum class PromptLoss {
    CrossEntropy, ///< -f_a log p_a - f_b log p_b: least where p_a = f_a and p_b = f_b
    Literal,      ///< f_a p_a + f_b p_b, as printed (Qin et al. 2024, equations 15 and 16): drives both to 0
    L1            ///< |p_a - f_a| + |p_b - f_b|, the FB-Score itself (equation 9)
};

/// "cross_entropy", "literal", "l1".
const char *name(PromptLoss loss);

/// The mean over some prompts, differentiable in the model's weights: a scalar, fp32. Logits are made at the prompts'
/// ends only.
at::Tensor promptLoss(const Model &model, const TargetPrompts &prompts, PromptLoss loss, Monitor &monitor);

/// The mean negative log-likelihood of what the texts read, in nats over tokens, differentiable as well (equation 17
/// prints the sum).
at::Tensor recoveryLoss(const Model &model, const std::vector<Query> &texts, Monitor &monitor);

} // namespace cw
