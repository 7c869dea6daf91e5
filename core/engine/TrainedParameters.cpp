// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/TrainedParameters.h"

#include "core/analysis/RandomState.h"
#include "core/engine/ParameterShapes.h"

#include <ATen/ATen.h>
#include <cmath>
#include <functional>
#include <numeric>

namespace cw {
namespace {

constexpr double usualDeviation = 0.02;

std::int64_t count(const ParameterShape &parameter)
{
    return std::accumulate(parameter.shape.begin(), parameter.shape.end(), std::int64_t{1}, std::multiplies<>());
}

bool endsWith(const std::string &text, const std::string &end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

at::Tensor firstValues(const ParameterShape &parameter, const ModelSpec &spec, RandomState &random)
{
    if (parameter.optional)
        return at::zeros({count(parameter)}, at::kFloat);
    if (parameter.shape.size() == 1)
        return at::ones({count(parameter)}, at::kFloat);
    const bool intoResidual = endsWith(parameter.name, ".attn.out") || endsWith(parameter.name, ".mlp.out");
    const double deviation = intoResidual ? usualDeviation / std::sqrt(2.0 * spec.layers) : usualDeviation;
    const std::vector<double> drawn = random.normals(static_cast<std::size_t>(count(parameter)));
    return (at::tensor(drawn, at::kDouble) * deviation).to(at::kFloat);
}

} // namespace

TrainedParameters::TrainedParameters(const ModelSpec &spec, std::uint32_t seed)
{
    const std::vector<ParameterShape> shapes = parameterShapes(spec);
    RandomState random(seed);
    std::vector<at::Tensor> values;
    std::vector<at::Tensor> decays;
    for (const ParameterShape &shape : shapes) {
        values.push_back(firstValues(shape, spec, random));
        decays.push_back(at::full_like(values.back(), shape.shape.size() > 1 ? 1 : 0));
    }
    m_values = at::cat(values);
    m_decays = at::cat(decays);
    m_gradients = at::zeros_like(m_values);
    std::int64_t begin = 0;
    for (const ParameterShape &shape : shapes) {
        at::Tensor parameter = m_values.narrow(0, begin, count(shape)).view(shape.shape);
        parameter.set_requires_grad(true);
        parameter.mutable_grad() = m_gradients.narrow(0, begin, count(shape)).view(shape.shape);
        m_parameters[shape.name] = parameter;
        begin += count(shape);
    }
}

Parameters TrainedParameters::stored(at::ScalarType type) const
{
    Parameters result;
    for (const auto &[name, parameter] : m_parameters)
        result[name] = parameter.detach().to(type, false, true);
    return result;
}

} // namespace cw
