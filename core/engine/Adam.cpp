// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Adam.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <cmath>

namespace cw {
namespace {

constexpr double meanDecay = 0.9;
constexpr double squareDecay = 0.999;
constexpr double epsilon = 1e-8;

} // namespace

void Adam::step(at::Tensor &values, const at::Tensor &gradient, double rate)
{
    const at::NoGradGuard noGradients;
    if (m_steps == 0) {
        m_mean = at::zeros_like(gradient);
        m_squares = at::zeros_like(gradient);
    }
    ++m_steps;
    m_mean.lerp_(gradient, 1 - meanDecay);
    m_squares.mul_(squareDecay).addcmul_(gradient, gradient, 1 - squareDecay);
    const double steps = static_cast<double>(m_steps);
    const double meanScale = 1 - std::pow(meanDecay, steps);
    const double squareScale = 1 - std::pow(squareDecay, steps);
    values.addcdiv_(m_mean, (m_squares / squareScale).sqrt_().add_(epsilon), -rate / meanScale);
}

} // namespace cw
