// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <functional>

namespace cw {

/// Where a forward pass can be read or changed. Attn and Mlp are the module's output before any residual addition, as a
/// hook on the Hugging Face module sees it; State is the residual stream after the block.
enum class Site { Attn, Mlp, State };

struct Point {
    Site site;
    int layer;
};

/// Gets the value at a point, [batch, position, width], and returns the one to go on with. Empty means no hook.
using Hook = std::function<at::Tensor(Point, const at::Tensor &)>;

} // namespace cw
