// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/PackRanges.h"

#include <ATen/core/Tensor.h>

namespace cw {

class Model;

/// A prompt, the two answers that are compared behind it, and what their probabilities should be.
struct TargetPrompt {
    std::vector<std::int64_t> ids;
    std::int64_t a = 0; ///< one token each: of an answer of several pieces only the first is compared
    std::int64_t b = 0;
    double shareA = 0.5; ///< f_a, f_b of the FB-Score (Qin et al. 2024, equations 7 and 8)
    double shareB = 0.5;
};

using TargetPrompts = std::vector<TargetPrompt>;

/// Throws Error of kind Unsupported for a masked model; Input where there is no prompt, one is empty, too long or holds
/// an id outside the vocabulary, the two answers are one token, or a share is none.
void checkPrompts(const ModelSpec &spec, const TargetPrompts &prompts);

/// Their texts, which live as long as they do.
TextPack::Texts textsOf(const TargetPrompts &prompts);

/// Prompts that are computed together, and what is read where they end.
struct TargetPack {
    /// Those of a range, on the device that the model computes on.
    TargetPack(const Model &model, const TargetPrompts &prompts, const PackRange &range);

    TextPack texts;
    std::int64_t longest;
    at::Tensor ends;    ///< the rows of the last tokens: [n] int64
    at::Tensor targets; ///< a and b: [n, 2] int64
    at::Tensor shares;  ///< [n, 2] fp32
};

/// P(a) and P(b) by the full softmax of some logits [n, vocabulary]: [n, 2] fp32 on the CPU.
at::Tensor targetProbabilities(const at::Tensor &logits, const at::Tensor &targets);

} // namespace cw
