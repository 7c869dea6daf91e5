// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/PromptLoss.h"
#include "core/engine/Forward.h"
#include "tests/support/TargetPrompts.h"

#include <ATen/ATen.h>
#include <cmath>

namespace cw::test {

/// The loss as the definition has it, each prompt computed alone, in double.
inline double directLoss(const Model &model, const TargetPrompts &prompts, PromptLoss loss)
{
    double sum = 0;
    for (const TargetPrompt &prompt : prompts) {
        const at::Tensor made = textLogits(model, prompt.ids);
        const at::Tensor p = made[made.size(0) - 1].to(at::kDouble).softmax(0);
        const double a = p[prompt.a].item<double>();
        const double b = p[prompt.b].item<double>();
        switch (loss) {
        case PromptLoss::CrossEntropy: sum -= prompt.shareA * std::log(a) + prompt.shareB * std::log(b); break;
        case PromptLoss::Literal: sum += prompt.shareA * a + prompt.shareB * b; break;
        case PromptLoss::L1: sum += std::abs(a - prompt.shareA) + std::abs(b - prompt.shareB); break;
        }
    }
    return sum / static_cast<double>(prompts.size());
}

} // namespace cw::test
