// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceMemory.h"

#include "core/analysis/TraceRuns.h"
#include "core/engine/Model.h"

#include <algorithm>

namespace cw {
namespace {

/// Logits are made in portions of so many bytes (readOut()).
constexpr std::int64_t portion = std::int64_t{1} << 28;

/// What the runs of one text keep in every layer: of the corrupted ones the stream, queries, keys, values and both
/// modules' outputs; of the clean one the stream and both outputs.
std::int64_t recordedBytes(const ModelSpec &spec, const Placement &placement, std::int64_t samples, std::int64_t tokens)
{
    const std::int64_t heads = (std::int64_t{spec.heads} + 2 * spec.kvHeads) * spec.headWidth;
    const auto size = static_cast<std::int64_t>(c10::elementSize(placement.type));
    return tokens * spec.layers * size * (samples * (3 * spec.width + heads) + 3 * spec.width);
}

std::int64_t longest(const TraceInput &input)
{
    std::size_t pieces = 1;
    for (const std::vector<std::int64_t> &target : input.targets)
        pieces = std::max(pieces, target.size());
    return static_cast<std::int64_t>(input.ids.size() + pieces - 1);
}

} // namespace

MemoryForecast traceForecast(const Model &model, const TraceInput &input)
{
    const ModelSpec &spec = model.spec();
    const Placement &placement = model.placement();
    const std::int64_t tokens = longest(input);
    const std::int64_t texts = static_cast<std::int64_t>(traceTexts(input).size());
    MemoryForecast forecast = weightsForecast(model, placement);
    const std::int64_t recording = blockBytes(spec, placement, (input.samples + 1) * tokens, tokens);
    std::int64_t part = 0;
    if (input.method == TraceMethod::Loop) {
        // A cell is one pass of a sample beside the clean text, with logits everywhere.
        part = blockBytes(spec, placement, 2 * tokens, tokens) + logitsBytes(model, placement, 3 * 2 * tokens);
    } else {
        const auto cells = static_cast<std::int64_t>(input.kinds.size()) * spec.layers;
        const std::int64_t read =
            std::min(logitsBytes(model, placement, cells), portion + logitsBytes(model, placement, 1));
        part = blockBytes(spec, placement, cells * tokens, tokens) + read;
    }
    forecast.working = texts * recordedBytes(spec, placement, input.samples, tokens) + std::max(recording, part);
    return forecast;
}

double rowsFitting(const Model &model, const TraceInput &input, std::int64_t bytes)
{
    constexpr std::int64_t many = 1024;
    const std::int64_t each = blockBytes(model.spec(), model.placement(), many, longest(input)) / many;
    return std::max(1.0, static_cast<double>(bytes) / static_cast<double>(std::max<std::int64_t>(1, each)));
}

} // namespace cw
