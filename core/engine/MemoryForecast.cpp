// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/MemoryForecast.h"

#include "core/engine/Model.h"

#include <ATen/core/Tensor.h>
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace cw {
namespace {

constexpr std::int64_t wide = 4; ///< bytes of fp32, in which norms and activations are computed
/// The system maps so much of a file around a row that is read, where it has that in memory.
constexpr std::int64_t readAround = std::int64_t{1} << 16;

std::int64_t size(const Placement &placement)
{
    return static_cast<std::int64_t>(c10::elementSize(placement.type));
}

bool isConverted(const at::Tensor &stored, const Placement &placement)
{
    return stored.scalar_type() != placement.type || !placement.device.is_cpu();
}

std::int64_t storedBytes(const at::Tensor &stored)
{
    return stored.numel() * static_cast<std::int64_t>(stored.element_size());
}

/// "layers.3.attn.q" -> 3; -1 for what belongs to no layer.
int layerOf(const std::string &name)
{
    const std::string prefix = "layers.";
    return name.rfind(prefix, 0) == 0 ? std::atoi(name.c_str() + prefix.size()) : -1;
}

std::int64_t attentionBytes(const ModelSpec &spec, const Placement &placement, std::int64_t rows, std::int64_t tokens)
{
    const std::int64_t queries = std::int64_t{spec.heads} * spec.headWidth;
    const std::int64_t keys = std::int64_t{spec.kvHeads} * spec.headWidth;
    // The norm in fp32; queries, keys and values as projected and as they are turned or cut apart; their sum.
    std::int64_t bytes = 3 * wide * spec.width + size(placement) * (2 * (queries + 2 * keys) + queries);
    const bool hasKernel = placement.device.is_cpu() && placement.type == at::kFloat;
    if (!hasKernel) // scores, as they are masked, in fp32 and back
        bytes += spec.heads * tokens * (2 * size(placement) + 2 * wide);
    return bytes * rows;
}

std::int64_t mlpBytes(const ModelSpec &spec, const Placement &placement, std::int64_t rows)
{
    const bool isWide = size(placement) == wide;
    // What the maps write, the activation's input and output in fp32, and their product.
    const std::int64_t held =
        (isWide ? 2 * wide : 2 * size(placement) + 2 * wide) + (spec.gatedMlp ? 2 * size(placement) : 0);
    return rows * (held * spec.hidden + 2 * wide * spec.width);
}

} // namespace

MemoryForecast weightsForecast(const Model &model, const Placement &placement)
{
    MemoryForecast forecast;
    std::vector<std::int64_t> layers(static_cast<std::size_t>(model.spec().layers));
    for (const auto &[name, stored] : model.parameters()) {
        forecast.files += storedBytes(stored);
        const int layer = layerOf(name);
        if (layer >= 0 && layer < model.spec().layers && isConverted(stored, placement))
            layers[static_cast<std::size_t>(layer)] += stored.numel() * size(placement);
    }
    for (const std::int64_t bytes : layers) {
        forecast.layer = std::max(forecast.layer, bytes);
        if (forecast.converted + bytes <= placement.budget)
            forecast.converted += bytes;
        else
            forecast.passing = std::max(forecast.passing, bytes);
    }
    return forecast;
}

std::int64_t blockBytes(const ModelSpec &spec, const Placement &placement, std::int64_t rows, std::int64_t tokens)
{
    const std::int64_t stream = 4 * spec.width * size(placement) * rows;
    return stream + std::max(attentionBytes(spec, placement, rows, tokens), mlpBytes(spec, placement, rows));
}

std::int64_t logitsBytes(const Model &model, const Placement &placement, std::int64_t rows)
{
    const ModelSpec &spec = model.spec();
    const at::Tensor stored = model.parameters().at(spec.tiedHead ? "embed" : "head");
    const std::int64_t map = isConverted(stored, placement) ? stored.numel() * size(placement) : 0;
    const std::int64_t copies = spec.logitCap > 0 ? 3 : 1;
    const std::int64_t made = rows * spec.vocabulary * size(placement) * copies;
    const std::int64_t given = size(placement) == wide ? 0 : rows * spec.vocabulary * wide;
    return map + made + given;
}

MemoryForecast forwardForecast(const Model &model, const Placement &placement, std::int64_t tokens)
{
    MemoryForecast forecast = weightsForecast(model, placement);
    const ModelSpec &spec = model.spec();
    // Only the rows of the text are read of an embedding that is not the head as well.
    if (!spec.tiedHead) {
        const std::int64_t whole = storedBytes(model.parameters().at("embed"));
        forecast.files += std::min(whole, tokens * readAround) - whole;
    }
    forecast.working = std::max(blockBytes(spec, placement, tokens, tokens),
                                3 * wide * spec.width * tokens + logitsBytes(model, placement, tokens));
    return forecast;
}

} // namespace cw
