// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/Calibration.h"

#include "core/bench/Stopwatch.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// x W^T + b over many rows: the map in and the map out of an MLP, the bulk of a layer.
void Calibration::take()
{
    constexpr std::int64_t rows = 1024;
    const at::Tensor in = at::full({m_hidden, m_width}, 0.01F);
    const at::Tensor inBias = at::zeros({m_hidden});
    const at::Tensor out = at::full({m_width, m_hidden}, 0.01F);
    const at::Tensor outBias = at::zeros({m_width});
    const at::Tensor x = at::full({rows, m_width}, 0.5F);
    const double flop = 4.0 * static_cast<double>(rows * m_width * m_hidden);
    std::vector<double> seconds;
    for (int i = 0; i < 31; ++i) { // a shared machine has hiccups of a few products' length
        const Stopwatch stopwatch;
        at::linear(at::linear(x, in, inBias), out, outBias);
        seconds.push_back(stopwatch.seconds());
    }
    m_rates.push_back(flop / median(seconds));
}

double Calibration::drift() const
{
    const auto [slowest, fastest] = std::minmax_element(m_rates.begin(), m_rates.end());
    return *fastest / *slowest - 1;
}

} // namespace cw
