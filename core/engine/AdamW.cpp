// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/AdamW.h"

#include "core/engine/TrainedParameters.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <cmath>

namespace cw {
namespace {

constexpr double meanDecay = 0.9;
constexpr double squareDecay = 0.98;
constexpr double epsilon = 1e-8;
constexpr double longestGradient = 1;

} // namespace

AdamW::AdamW(const TrainedParameters &parameters, double decay)
    : m_parameters(parameters), m_decay(decay), m_mean(at::zeros_like(parameters.values())),
      m_squares(at::zeros_like(parameters.values()))
{
}

void AdamW::step(double rate)
{
    const c10::AutoGradMode noGradients(false);
    at::Tensor gradients = m_parameters.gradients();
    at::Tensor values = m_parameters.values();
    const double length = gradients.norm().item<double>();
    if (length > longestGradient)
        gradients.mul_(longestGradient / length);
    ++m_steps;
    m_mean.lerp_(gradients, 1 - meanDecay);
    m_squares.mul_(squareDecay).addcmul_(gradients, gradients, 1 - squareDecay);
    const double steps = static_cast<double>(m_steps);
    const double meanScale = 1 - std::pow(meanDecay, steps);
    const double squareScale = 1 - std::pow(squareDecay, steps);
    values.addcmul_(values, m_parameters.decays(), -rate * m_decay);
    values.addcdiv_(m_mean, (m_squares / squareScale).sqrt_().add_(epsilon), -rate / meanScale);
    gradients.zero_();
}

double cosineRate(std::int64_t step, std::int64_t steps, std::int64_t warmUp, double highest)
{
    if (step < warmUp)
        return highest * static_cast<double>(step + 1) / static_cast<double>(warmUp);
    const double part =
        static_cast<double>(step - warmUp) / static_cast<double>(std::max<std::int64_t>(steps - warmUp, 1));
    return highest * (1 + std::cos(3.14159265358979323846 * part)) / 2;
}

} // namespace cw
