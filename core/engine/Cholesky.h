// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace cw {

class Monitor;

/// The lower triangle L of a = L L^T, [n, n] fp64 on the CPU, worked out in blocks so that a large one can be stopped;
/// a is overwritten by it. Returns whether a is positive definite; where it is not, a is spoilt.
bool factorise(at::Tensor &a, Monitor &monitor);

/// (L L^T)^-1 b for such an L; b [n, columns].
at::Tensor solved(const at::Tensor &factor, const at::Tensor &b, Monitor &monitor);

/// About how far apart the largest and the smallest eigenvalue of L L^T are, by some steps of the power method.
double conditionOf(const at::Tensor &factor, Monitor &monitor);

} // namespace cw
