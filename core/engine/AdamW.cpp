// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/AdamW.h"

#include "core/engine/TrainedParameters.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <cmath>

namespace cw {
namespace {

constexpr double meanDecay = 0.9;
constexpr double epsilon = 1e-8;

} // namespace

AdamW::AdamW(const TrainedParameters &parameters, double decay)
    : AdamW(parameters.values(), parameters.gradients(), parameters.decays(), AdamSettings{decay})
{
}

AdamW::AdamW(at::Tensor values, at::Tensor gradients, at::Tensor decays, AdamSettings settings)
    : m_values(std::move(values)), m_gradients(std::move(gradients)), m_decays(std::move(decays)), m_settings(settings),
      m_mean(at::zeros_like(m_values)), m_squares(at::zeros_like(m_values))
{
}

void AdamW::step(double rate)
{
    const c10::AutoGradMode noGradients(false);
    const double squareDecay = m_settings.squareDecay;
    const double longest = m_settings.longestGradient;
    const double length = longest > 0 ? m_gradients.norm().item<double>() : 0;
    if (length > longest)
        m_gradients.mul_(longest / length);
    ++m_steps;
    m_mean.lerp_(m_gradients, 1 - meanDecay);
    m_squares.mul_(squareDecay).addcmul_(m_gradients, m_gradients, 1 - squareDecay);
    const double steps = static_cast<double>(m_steps);
    const double meanScale = 1 - std::pow(meanDecay, steps);
    const double squareScale = 1 - std::pow(squareDecay, steps);
    if (m_decays.defined())
        m_values.addcmul_(m_values, m_decays, -rate * m_settings.decay);
    m_values.addcdiv_(m_mean, (m_squares / squareScale).sqrt_().add_(epsilon), -rate / meanScale);
    m_gradients.zero_();
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
