// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <vector>

namespace cw {

/// One use of a map or a norm in a pass that is differentiated: with both, the derivative by its weights is a product
/// for every row apart.
struct Use {
    at::Tensor read;    ///< what the map read; of a norm what it multiplies by its gain
    at::Tensor written; ///< keeps its gradient
};

using Uses = std::vector<Use>;

/// Notes a use where uses are asked for. Gives what was written, as it must go on.
at::Tensor noted(Uses *uses, const at::Tensor &read, const at::Tensor &written);

} // namespace cw
