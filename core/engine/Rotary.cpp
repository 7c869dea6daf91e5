// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Rotary.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

double dynamicBase(const RotarySpec &spec, int context, std::int64_t length)
{
    if (spec.scaling != RotarySpec::Scaling::Dynamic || length <= context)
        return spec.base;
    const double growth = spec.factor * static_cast<double>(length) / context - (spec.factor - 1);
    return spec.base * std::pow(growth, static_cast<double>(spec.width) / (spec.width - 2));
}

double llama3Frequency(const RotarySpec &spec, double frequency)
{
    const double wavelength = 2 * std::acos(-1.0) / frequency;
    const double ratio = spec.originalContext / wavelength;
    if (ratio < spec.lowFrequencyFactor)
        return frequency / spec.factor;
    if (ratio > spec.highFrequencyFactor)
        return frequency;
    const double kept = (ratio - spec.lowFrequencyFactor) / (spec.highFrequencyFactor - spec.lowFrequencyFactor);
    return (1 - kept) * frequency / spec.factor + kept * frequency;
}

double scaledFrequency(const RotarySpec &spec, double frequency)
{
    switch (spec.scaling) {
    case RotarySpec::Scaling::Linear: return frequency / spec.factor;
    case RotarySpec::Scaling::Llama3: return llama3Frequency(spec, frequency);
    case RotarySpec::Scaling::None:
    case RotarySpec::Scaling::Dynamic: break;
    }
    return frequency;
}

} // namespace

Model::RotaryTable rotaryTable(const RotarySpec &spec, int context, std::int64_t length)
{
    const double base = dynamicBase(spec, spec.originalContext > 0 ? spec.originalContext : context, length);
    const std::int64_t half = spec.width / 2;
    at::Tensor frequencies = at::empty({half}, at::kDouble);
    for (std::int64_t i = 0; i < half; ++i) {
        const double frequency = std::pow(base, -2.0 * static_cast<double>(i) / spec.width);
        frequencies.data_ptr<double>()[i] = scaledFrequency(spec, frequency);
    }
    const at::Tensor angles = at::arange(length, at::kDouble).unsqueeze(1) * frequencies; // [length, half]
    return {angles.cos().to(at::kFloat), angles.sin().to(at::kFloat)};
}

at::Tensor turned(const at::Tensor &x, const Model::RotaryTable &rows)
{
    const std::int64_t half = rows.cosine.size(-1);
    const at::Tensor cosine = rows.cosine.unsqueeze(-2).to(x.scalar_type()); // [rows, 1, half]
    const at::Tensor sine = rows.sine.unsqueeze(-2).to(x.scalar_type());
    const at::Tensor first = x.narrow(-1, 0, half);
    const at::Tensor second = x.narrow(-1, half, half);
    const at::Tensor rest = x.narrow(-1, 2 * half, x.size(-1) - 2 * half);
    return at::cat({first * cosine - second * sine, second * cosine + first * sine, rest}, -1);
}

} // namespace cw
