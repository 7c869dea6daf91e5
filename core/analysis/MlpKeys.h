// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>
#include <functional>
#include <vector>

namespace cw {

class Model;
class Monitor;

/// A text and one position in it.
struct TextPlace {
    std::vector<std::int64_t> ids;
    int position = 0;
};

/// What stands around one layer's mlp.out at some places, a row for each; fp32 on the CPU.
struct MlpReadings {
    at::Tensor keys;    ///< [places, hidden]: what it reads
    at::Tensor outputs; ///< [places, width]: what it writes, with its bias
    at::Tensor states;  ///< [places, width]: the residual stream behind the block
};

/// Computes no layer above this one. Throws Error of kind Input for a layer that is not there, no place at all, or a
/// position outside its text; of kind Unsupported for a masked model.
MlpReadings readMlp(const Model &model, int layer, const std::vector<TextPlace> &places, Monitor &monitor);

/// The keys of all tokens of texts, some at a time: take(keys [rows, hidden] fp32 on the CPU, counts [rows] fp64) says
/// how often each row stands in them. Throws Error as readMlp() does.
void readKeys(const Model &model, int layer, const std::vector<std::vector<std::int64_t>> &texts,
              const std::function<void(const at::Tensor &keys, const at::Tensor &counts)> &take, Monitor &monitor);

/// Throws Error of kind Unsupported for a masked model, of kind Input for a layer that the model does not have.
void requireCausalLayer(const Model &model, int layer);

} // namespace cw
