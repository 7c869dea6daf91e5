// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>
#include <vector>

namespace cw {

class Model;
class Monitor;

/// C0 = E[k k^T], the uncentred second moment of a layer's keys over all tokens of a corpus (Meng et al. 2022,
/// appendix C), gathered in fp64 part by part.
class SecondMoment {
public:
    /// What is kept between two parts.
    struct State {
        at::Tensor sum; ///< of k k^T: [hidden, hidden] fp64
        std::int64_t count = 0;
    };

    SecondMoment(int layer, int hidden);
    /// Goes on from a state; throws Error of kind Input where it is none of this width or not finite.
    SecondMoment(int layer, int hidden, State state);

    /// Adds all tokens of some texts; all or nothing where it throws. Errors as readKeys().
    void add(const Model &model, const std::vector<std::vector<std::int64_t>> &texts, Monitor &monitor);

    const State &state() const { return m_state; }
    /// [hidden, hidden] fp64. Throws Error of kind Input when no token was added.
    at::Tensor mean() const;

private:
    int m_layer;
    State m_state;
};

} // namespace cw
