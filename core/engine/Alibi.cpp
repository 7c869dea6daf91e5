// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Alibi.h"

#include <ATen/ATen.h>
#include <cmath>

namespace cw {
namespace {

/// The slopes of 2^n heads are a geometric series; heads beyond the last power of two take every other slope of twice
/// as many.
double slope(int head, int heads)
{
    int power = 1;
    while (2 * power <= heads)
        power *= 2;
    if (head < power)
        return std::exp2(-8.0 * (head + 1) / power);
    return std::exp2(-4.0 * (2 * (head - power) + 1) / power);
}

} // namespace

at::Tensor alibiBiases(const ModelSpec &spec, std::int64_t keys)
{
    at::Tensor slopes = at::empty({spec.heads, 1}, at::kFloat);
    for (int head = 0; head < spec.heads; ++head)
        slopes.data_ptr<float>()[head] = static_cast<float>(slope(head, spec.heads));
    const at::Tensor positions = at::arange(keys, at::kFloat);
    if (!spec.roughAlibi)
        return slopes * positions;
    const at::Tensor rough = slopes.to(at::kBFloat16) * positions.to(at::kBFloat16);
    return rough.to(at::kFloat) / std::sqrt(static_cast<double>(spec.headWidth));
}

} // namespace cw
