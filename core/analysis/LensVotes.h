// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"

namespace cw {

class Monitor;

/// Which layer of a model changes the two answers' probabilities most, as a logit lens sees them.
struct LensVotes {
    std::vector<float> a;            ///< P(a) after each layer, 0 the embeddings: [prompts, layers + 1]
    std::vector<float> b;            ///< [prompts, layers + 1]
    std::vector<float> scores;       ///< of each prompt and layer: [prompts, layers]
    std::vector<double> means;       ///< of the scores: [layers]
    std::vector<std::int64_t> votes; ///< prompts whose score is largest there: [layers]
    int layer = 0;                   ///< with the most votes; of equals the one with the larger mean
};

/// I(L_i) = |p^i[a] - p^(i-1)[a]| + |p^i[b] - p^(i-1)[b]| at the last position (Qin et al. 2024, equation 10), p^i the
/// softmax of the head over the stream after layer i, p^0 over the embeddings. withNorm: the final norm stands before
/// the head everywhere, not behind the last layer only. One forward pass over all prompts, packed. Throws Error as
/// checkPrompts() and textLogits() do.
LensVotes lensVotes(const Model &model, const TargetPrompts &prompts, bool withNorm, Monitor &monitor);

/// P(a) and P(b) of one state per prompt, [n, width]: [n, 2] fp32 on the CPU.
at::Tensor lensProbabilities(const Model &model, const at::Tensor &states, const at::Tensor &targets, bool withNorm);

} // namespace cw
