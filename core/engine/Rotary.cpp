// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Rotary.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

const double pi = std::acos(-1.0);

double dynamicBase(const RotarySpec &spec, int context, std::int64_t length)
{
    if (spec.scaling != RotarySpec::Scaling::Dynamic || length <= context)
        return spec.base;
    const double growth = spec.factor * static_cast<double>(length) / context - (spec.factor - 1);
    return spec.base * std::pow(growth, static_cast<double>(spec.width) / (spec.width - 2));
}

double llama3Frequency(const RotarySpec &spec, double frequency)
{
    const double wavelength = 2 * pi / frequency;
    const double ratio = spec.originalContext / wavelength;
    if (ratio < spec.lowFrequencyFactor)
        return frequency / spec.factor;
    if (ratio > spec.highFrequencyFactor)
        return frequency;
    const double kept = (ratio - spec.lowFrequencyFactor) / (spec.highFrequencyFactor - spec.lowFrequencyFactor);
    return (1 - kept) * frequency / spec.factor + kept * frequency;
}

/// The pair that makes turns rotations within the original context, as a fraction (Peng et al. 2023, section 3.2).
double pairOf(const RotarySpec &spec, double turns)
{
    const double wavelength = spec.originalContext / turns;
    return spec.width * std::log(wavelength / (2 * pi)) / (2 * std::log(spec.base));
}

double yarnFrequency(const RotarySpec &spec, std::int64_t pair, double frequency)
{
    double low = pairOf(spec, spec.betaFast);
    double high = pairOf(spec, spec.betaSlow);
    if (spec.truncates) {
        low = std::floor(low);
        high = std::ceil(high);
    }
    low = std::max(low, 0.0);
    high = std::min(high, spec.width - 1.0);
    if (low == high)
        high += 0.001;
    const double interpolated = std::clamp((static_cast<double>(pair) - low) / (high - low), 0.0, 1.0);
    return interpolated * frequency / spec.factor + (1 - interpolated) * frequency;
}

double longRopeFrequency(const RotarySpec &spec, std::int64_t pair, double frequency, std::int64_t length)
{
    const std::vector<double> &factors = length > spec.originalContext ? spec.longFactors : spec.shortFactors;
    return frequency / factors[static_cast<std::size_t>(pair)];
}

double scaledFrequency(const RotarySpec &spec, std::int64_t pair, double frequency, std::int64_t length)
{
    switch (spec.scaling) {
    case RotarySpec::Scaling::Linear: return frequency / spec.factor;
    case RotarySpec::Scaling::Llama3: return llama3Frequency(spec, frequency);
    case RotarySpec::Scaling::Yarn: return yarnFrequency(spec, pair, frequency);
    case RotarySpec::Scaling::LongRope: return longRopeFrequency(spec, pair, frequency, length);
    case RotarySpec::Scaling::None:
    case RotarySpec::Scaling::Dynamic: break;
    }
    return frequency;
}

/// Pairs (2i, 2i + 1) of the turned entries of x, as two tensors of half the width.
std::pair<at::Tensor, at::Tensor> neighbours(const at::Tensor &x, std::int64_t half)
{
    const at::Tensor pairs = x.narrow(-1, 0, 2 * half).unflatten(-1, {half, 2});
    return {pairs.select(-1, 0), pairs.select(-1, 1)};
}

} // namespace

Model::RotaryTable rotaryTable(const RotarySpec &spec, int context, std::int64_t length)
{
    const double base = dynamicBase(spec, spec.originalContext > 0 ? spec.originalContext : context, length);
    const std::int64_t half = spec.width / 2;
    at::Tensor frequencies = at::empty({half}, at::kDouble);
    for (std::int64_t i = 0; i < half; ++i) {
        const double frequency = std::pow(base, -2.0 * static_cast<double>(i) / spec.width);
        frequencies.data_ptr<double>()[i] = scaledFrequency(spec, i, frequency, length);
    }
    const at::Tensor angles = at::arange(length, at::kDouble).unsqueeze(1) * frequencies; // [length, half]
    return {(angles.cos() * spec.attentionFactor).to(at::kFloat), (angles.sin() * spec.attentionFactor).to(at::kFloat)};
}

bool turnsByLength(const ModelSpec &spec, std::int64_t length)
{
    const bool depends =
        spec.rotary.scaling == RotarySpec::Scaling::Dynamic || spec.rotary.scaling == RotarySpec::Scaling::LongRope;
    if (spec.positions != PositionKind::Rotary || !depends)
        return false;
    return length > (spec.rotary.originalContext > 0 ? spec.rotary.originalContext : spec.context);
}

at::Tensor turned(const RotarySpec &spec, const at::Tensor &x, const Model::RotaryTable &rows)
{
    const std::int64_t half = rows.cosine.size(-1);
    const at::Tensor cosine = rows.cosine.unsqueeze(-2).to(x.scalar_type()); // [rows, 1, half]
    const at::Tensor sine = rows.sine.unsqueeze(-2).to(x.scalar_type());
    const at::Tensor rest = x.narrow(-1, 2 * half, x.size(-1) - 2 * half);
    if (spec.interleaved) {
        const auto [even, odd] = neighbours(x, half);
        const at::Tensor pairs = at::stack({even * cosine - odd * sine, odd * cosine + even * sine}, -1);
        return at::cat({pairs.flatten(-2), rest}, -1);
    }
    const at::Tensor first = x.narrow(-1, 0, half);
    const at::Tensor second = x.narrow(-1, half, half);
    return at::cat({first * cosine - second * sine, second * cosine + first * sine, rest}, -1);
}

} // namespace cw
