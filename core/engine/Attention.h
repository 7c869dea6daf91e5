// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Steps.h"

namespace cw {

/// softmax(scale * q k^T) v over the keys each query may see; shapes as in attend(). On the CPU in fp32 without
/// gradients a kernel of our own reads borrowed and own keys where they lie; elsewhere it is composed of ATen's.
at::Tensor causalAttention(const Heads &own, const Heads &borrowed, double scale);

} // namespace cw
