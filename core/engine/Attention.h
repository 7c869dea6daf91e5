// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Steps.h"

namespace cw {

/// Which keys a query sees and how its scores become weights.
struct AttentionRule {
    double scale = 1;
    double cap = 0;          ///< scores become cap * tanh(score / cap); 0: as they are
    std::int64_t window = 0; ///< how many last keys a query sees, its own included; 0: all
    bool bidirectional = false;
    at::Tensor keyBiases; ///< [heads, keys] added to the scores, or undefined
    /// [s] int64 where the keys are: of each row of borrowed ones so many first ones are filling, which nobody sees and
    /// no position counts. Undefined: none.
    at::Tensor missing;
};

/// softmax(scale * q k^T) v over the keys each query may see; shapes as in attend(). On the CPU in fp32 without
/// gradients a kernel of our own reads borrowed and own keys where they lie; elsewhere it is composed of ATen's.
at::Tensor attention(const Heads &own, const Heads &borrowed, const AttentionRule &rule);

} // namespace cw
