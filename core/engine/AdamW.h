// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace cw {

class TrainedParameters;

/// Adam with decoupled weight decay (Loshchilov and Hutter 2019), gradients clipped to a total norm of 1.
class AdamW {
public:
    explicit AdamW(const TrainedParameters &parameters, double decay = 0.01);

    /// One step along the gradients, which are zero afterwards.
    void step(double rate);

private:
    const TrainedParameters &m_parameters;
    double m_decay;
    at::Tensor m_mean;    ///< of the gradients
    at::Tensor m_squares; ///< and of their squares
    std::int64_t m_steps = 0;
};

/// The learning rate of step (from 0) of steps: rises in a line over the first warmUp steps, then falls along a cosine
/// to nothing.
double cosineRate(std::int64_t step, std::int64_t steps, std::int64_t warmUp, double highest);

} // namespace cw
