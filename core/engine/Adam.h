// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace cw {

/// Adam (Kingma and Ba 2015, algorithm 1) on one tensor, with its authors' constants.
class Adam {
public:
    /// One step of values along their gradient, in place; both always of one shape.
    void step(at::Tensor &values, const at::Tensor &gradient, double rate);

private:
    at::Tensor m_mean;    ///< of the gradients
    at::Tensor m_squares; ///< and of their squares
    std::int64_t m_steps = 0;
};

} // namespace cw
