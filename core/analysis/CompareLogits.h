// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Parity.h"

#include <ATen/core/Tensor.h>

namespace cw {

/// Compares logits [tokens, vocabulary], of any type and on any device, with those of a reference of that shape.
Parity compareLogits(const at::Tensor &logits, const at::Tensor &reference);

} // namespace cw
