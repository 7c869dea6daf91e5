// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/RandomModel.h"

#include "core/engine/ParameterShapes.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

namespace cw {

std::shared_ptr<const Model> randomModel(const ModelSpec &spec, std::uint32_t seed)
{
    const at::Generator generator = at::detail::createCPUGenerator(seed);
    Parameters parameters;
    for (const ParameterShape &wanted : parameterShapes(spec)) {
        const bool isGain = wanted.shape.size() == 1 && !wanted.optional;
        const at::Tensor values = at::empty(wanted.shape, at::kFloat);
        parameters[wanted.name] = isGain ? values.fill_(1) : values.normal_(0, 0.05, generator);
    }
    return std::make_shared<const Model>(spec, std::move(parameters));
}

} // namespace cw
