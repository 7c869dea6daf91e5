// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TinyModel.h"

#include "core/analysis/RandomState.h"
#include "core/engine/ParameterShapes.h"

#include <ATen/ATen.h>
#include <functional>
#include <numeric>

namespace cw {

ModelSpec tinyGpt2(int layers)
{
    ModelSpec spec;
    spec.family = "gpt2";
    spec.layers = layers;
    spec.width = 32;
    spec.heads = 4;
    spec.kvHeads = 4;
    spec.headWidth = 8;
    spec.hidden = 64;
    spec.vocabulary = 60;
    spec.context = 24;
    spec.qkv = QkvLayout::Fused;
    spec.tiedHead = true;
    return spec;
}

ModelSpec tinyLlama(int layers)
{
    ModelSpec spec = tinyGpt2(layers);
    spec.family = "llama";
    spec.kvHeads = 2;
    spec.norm = NormKind::RmsNorm;
    spec.positions = PositionKind::Rotary;
    spec.rotary.width = spec.headWidth;
    spec.activation = Activation::Silu;
    spec.gatedMlp = true;
    spec.qkv = QkvLayout::Separate;
    spec.tiedHead = false;
    return spec;
}

ModelSpec tinyNeox(int layers)
{
    ModelSpec spec = tinyGpt2(layers);
    spec.family = "gpt_neox";
    spec.positions = PositionKind::Rotary;
    spec.rotary.width = 4;
    spec.residual = ResidualKind::Parallel;
    spec.activation = Activation::Gelu;
    spec.qkv = QkvLayout::Fused;
    spec.qkvGroups = spec.heads;
    spec.tiedHead = false;
    return spec;
}

ModelSpec tinyBert(int layers)
{
    ModelSpec spec = tinyGpt2(layers);
    spec.family = "bert";
    spec.masked = true;
    spec.normPlace = NormPlace::After;
    spec.finalNorm = false;
    spec.embedNorm = true;
    spec.tokenTypes = 2;
    spec.qkv = QkvLayout::Separate;
    spec.activation = Activation::Gelu;
    spec.headTransform = true;
    spec.headBias = true;
    return spec;
}

Parameters tinyParameters(const ModelSpec &spec, std::uint32_t seed)
{
    Parameters parameters;
    RandomState random(seed);
    for (const ParameterShape &wanted : parameterShapes(spec)) {
        const std::int64_t count =
            std::accumulate(wanted.shape.begin(), wanted.shape.end(), std::int64_t{1}, std::multiplies<>());
        const bool isGain =
            wanted.name.find("norm") != std::string::npos && wanted.name.find("bias") == std::string::npos;
        at::Tensor values = at::tensor(random.normals(static_cast<std::size_t>(count)), at::kDouble) * 0.25;
        if (isGain)
            values = values + 1;
        parameters[wanted.name] = values.to(at::kFloat).view(wanted.shape);
    }
    return parameters;
}

std::shared_ptr<const Model> tinyModel(const ModelSpec &spec, std::uint32_t seed)
{
    return std::make_shared<const Model>(spec, tinyParameters(spec, seed));
}

} // namespace cw
