// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Hook.h"
#include "core/engine/Model.h"

#include <cstdint>
#include <vector>

namespace cw {

/// Throws Error of kind Input when a text is empty, longer than the model's context, or holds an id outside the
/// vocabulary.
void checkText(const ModelSpec &spec, const std::vector<std::int64_t> &ids);

/// Token embeddings alone, [tokens, embedding width] in computing type: the place where noise is added (Meng et al.
/// 2022).
at::Tensor embedTokens(const Model &model, const std::vector<std::int64_t> &ids);

/// The same of any number of ids that were checked already: [ids, embedding width].
at::Tensor embedIds(const Model &model, const std::vector<std::int64_t> &ids);

/// All blocks over x [batch, tokens, width]; returns the residual stream before the final norm, same shape.
/// Differentiable in x and in the weights when gradients are enabled.
at::Tensor forward(const Model &model, at::Tensor x, const Hook &hook = {});

/// The same of the blocks first .. end - 1 alone; x is what the first of them reads.
at::Tensor forwardBlocks(const Model &model, int first, int end, at::Tensor x, const Hook &hook = {});

/// Logits [tokens, vocabulary] of one text. Throws Error of kind Input when it is empty, longer than the model's
/// context, or holds an id outside the vocabulary; of kind Format when a weight is NaN, naming it.
at::Tensor textLogits(const Model &model, const std::vector<std::int64_t> &ids, const Hook &hook = {});

} // namespace cw
