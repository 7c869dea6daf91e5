// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"

#include <functional>

namespace cw {

class Monitor;

/// How strongly the prompts pull at a module: Euclidean norms of the gradient of their loss, in nats per unit of
/// weight.
struct ModuleGradients {
    std::string module;
    std::vector<float> rows;    ///< of each row: [out]
    std::vector<float> columns; ///< of each column: [in]; of "layers.3.mlp.out" what each neuron of layer 3 writes
};

/// Of every linear map, in the order of modules(): the loss is the mean over all prompts of PromptLoss::CrossEntropy,
/// of the two answers against what they should be, in fp32. So many maps are differentiated at a time as there is room
/// for. Throws Error as checkPrompts() and textLogits() do.
void weightGradients(const Model &model, const TargetPrompts &prompts,
                     const std::function<void(const ModuleGradients &)> &onModule, Monitor &monitor);

} // namespace cw
