// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"

#include <ATen/core/Tensor.h>

namespace cw {

/// What attention with linear biases (Press et al. 2022) adds to the scores of keys 0 .. keys - 1, per head: slope
/// times position, fp32 [heads, keys]. Counted from the text's begin, as softmax only sees differences.
at::Tensor alibiBiases(const ModelSpec &spec, std::int64_t keys);

} // namespace cw
