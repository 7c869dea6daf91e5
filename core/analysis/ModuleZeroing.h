// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"

namespace cw {

class Monitor;

/// What becomes of the two answers' probabilities when a module is silenced.
struct ModuleScore {
    std::string module;
    double mean = 0;           ///< over the prompts
    std::vector<float> scores; ///< one per prompt
};

/// I(M) = |p_-M[a] - p[a]| + |p_-M[b] - p[b]| for every linear map M of a layer, in the model's order: M's weight and
/// bias are zero, the residual path stays, p is the logit lens behind that layer (Qin et al. 2024, equation 11). All
/// below the layer is computed once; withNorm as in lensVotes(). Throws Error of kind Input for a layer that the model
/// lacks, else as lensVotes() does.
std::vector<ModuleScore> zeroedModules(const Model &model, const TargetPrompts &prompts, int layer, bool withNorm,
                                       Monitor &monitor);

} // namespace cw
