// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/RowChoices.h"
#include "core/analysis/TargetPrompt.h"
#include "core/engine/ParameterView.h"

namespace cw {

class Monitor;

/// What the two answers' gradients say of each row of a module, prompt by prompt: all that rows and weights are located
/// by.
struct RowGradients {
    std::string module;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t prompts = 0;
    std::vector<float> cosines;           ///< of G_a[i, :] and G_b[i, :], 0 where one is zero: [prompts, rows]
    std::vector<float> differences;       ///< the norm of G_a[i, :] - G_b[i, :]: [prompts, rows]
    std::vector<std::int32_t> mostColumn; ///< the j of the largest |G_a[i, j] - G_b[i, j]|: [prompts, rows]
};

/// G = gradient of the mean -log P over the tokens of prompt + answer, or of its last token's, with respect to the
/// module's weight, in fp32 (Qin et al. 2024, equations 12 and 13). The layers below the module are computed for packed
/// prompts and without gradients; what stands above is read once per prompt and differentiated twice. Throws Error of
/// kind Input for a name that is neither a map of a layer nor the output head ("embed" where that is tied to it), else
/// as checkPrompts() and textLogits() do.
RowGradients rowGradients(const Model &model, const TargetPrompts &prompts, const std::string &module, LossSpan span,
                          Monitor &monitor);

/// The same into found, prompt by prompt: where it is stopped, found holds those that were read.
void readRowGradients(RowGradients &found, const Model &model, const TargetPrompts &prompts, const std::string &module,
                      LossSpan span, Monitor &monitor);

} // namespace cw
