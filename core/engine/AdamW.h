// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace cw {

class TrainedParameters;

/// The constants of AdamW, as far as they are a choice.
struct AdamSettings {
    double decay = 0.01; ///< of weights, times the rate
    double squareDecay = 0.98;
    double longestGradient = 1; ///< gradients are clipped to this total norm; 0: never
};

/// Adam as it was published (Kingma and Ba 2015): nothing decays, nothing is clipped.
constexpr AdamSettings plainAdam{0, 0.999, 0};

/// Adam with decoupled weight decay (Loshchilov and Hutter 2019).
class AdamW {
public:
    explicit AdamW(const TrainedParameters &parameters, double decay = 0.01);
    /// values, gradients and decays (1 where weight decay applies, else 0): [numbers] fp32, or decays undefined.
    AdamW(at::Tensor values, at::Tensor gradients, at::Tensor decays, AdamSettings settings);

    /// One step along the gradients, which are zero afterwards.
    void step(double rate);

private:
    at::Tensor m_values;
    at::Tensor m_gradients;
    at::Tensor m_decays;
    AdamSettings m_settings;
    at::Tensor m_mean;    ///< of the gradients
    at::Tensor m_squares; ///< and of their squares
    std::int64_t m_steps = 0;
};

/// The learning rate of step (from 0) of steps: rises in a line over the first warmUp steps, then falls along a cosine
/// to nothing.
double cosineRate(std::int64_t step, std::int64_t steps, std::int64_t warmUp, double highest);

} // namespace cw
