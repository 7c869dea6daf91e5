// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"

#include <memory>

namespace cw {

/// Small specs of four kinds of architecture: GPT-2 (learned positions, stacked q/k/v), Llama (rotary, grouped
/// queries, gated MLP), GPT-NeoX (partial rotary, parallel residual, q/k/v per head) and BERT (masked).
ModelSpec tinyGpt2(int layers = 4);
ModelSpec tinyLlama(int layers = 4);
ModelSpec tinyNeox(int layers = 4);
ModelSpec tinyBert(int layers = 4);

/// Random weights for spec, the same for the same seed; large enough that probabilities differ clearly.
Parameters tinyParameters(const ModelSpec &spec, std::uint32_t seed = 1);
std::shared_ptr<const Model> tinyModel(const ModelSpec &spec, std::uint32_t seed = 1);

} // namespace cw
