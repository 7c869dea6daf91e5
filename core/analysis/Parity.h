// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace cw {

/// How the logits of one text compare with those of a reference.
struct Parity {
    std::int64_t tokens = 0;
    std::int64_t vocabulary = 0;
    bool isHalf = false;      ///< computed in a 16-bit type
    double largestLogit = 0;  ///< largest absolute value of the reference
    double difference = 0;    ///< largest absolute difference
    double relativeL2 = 0;    ///< norm of the difference over the norm of the reference
    std::int64_t sameTop = 0; ///< positions at which both give the same likeliest token
    /// Positions at which they do not, although the reference's two largest logits are not close.
    std::int64_t otherTop = 0;

    /// In fp32: no logit is off by more than 1e-4 of the largest (at least 1). In 16 bits: the relative L2 difference
    /// is at most 2 %, and the likeliest token is the same unless the reference's two largest logits are closer than
    /// 0.05, or than two steps of the type at their size: each may be off by one.
    bool holds() const;
};

} // namespace cw
