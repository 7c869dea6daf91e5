// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceCost.h"

#include "core/analysis/TraceLoop.h"

#include <set>

namespace cw {
namespace {

/// Per token and layer: q, k, v, attention out and the MLP's maps, a multiplication and an addition each.
double layerFlop(const ModelSpec &spec)
{
    const double queries = static_cast<double>(spec.heads) * spec.headWidth;
    const double keys = static_cast<double>(spec.kvHeads) * spec.headWidth;
    const double maps = spec.gatedMlp ? 3 : 2;
    return 2 * spec.width * (2 * queries + 2 * keys + maps * spec.hidden);
}

double headFlop(const ModelSpec &spec)
{
    return 2.0 * spec.width * spec.vocabulary;
}

} // namespace

std::int64_t sweepLayers(const TraceInput &input, int layerCount)
{
    std::int64_t layers = 0;
    for (const TraceKind kind : input.kinds) {
        for (int l = 0; l < layerCount; ++l) {
            // Cells that part at layer l: each walks the layers above it, and so does a trunk from its first layer on.
            std::set<int> ends;
            bool begins = false;
            for (int cell = 0; cell < layerCount; ++cell) {
                const LayerRange range = restoredLayers(input, layerCount, kind, cell);
                if (range.begin == l) {
                    begins = true;
                    ends.insert(range.end);
                }
            }
            if (!begins)
                continue;
            layers += layerCount - 1 - l;
            for (auto end = ends.begin(); end != ends.end() && std::next(end) != ends.end(); ++end)
                layers += layerCount - 1 - *end;
        }
    }
    return layers;
}

double sweepFlop(const ModelSpec &spec, const TraceInput &input)
{
    const double tokens = static_cast<double>(input.ids.size());
    const double live = input.isMasked() ? tokens : tokens - input.subjectBegin;
    // Of a causal model's positions, token t holds tokens - t.
    const double positions = input.isMasked() ? tokens * tokens : live * (live + 1) / 2;
    const double base = (input.samples + 1) * tokens * spec.layers * layerFlop(spec);
    const double walked =
        static_cast<double>(sweepLayers(input, spec.layers)) * input.samples * positions * layerFlop(spec);
    const double read = static_cast<double>(input.kinds.size()) * live * spec.layers * input.samples * headFlop(spec);
    return base + walked + read;
}

double loopFlop(const ModelSpec &spec, const TraceInput &input)
{
    const double tokens = static_cast<double>(input.ids.size());
    const double cells = static_cast<double>(input.kinds.size()) * tokens * spec.layers;
    return cells * (input.samples + 1) * tokens * (spec.layers * layerFlop(spec) + headFlop(spec));
}

} // namespace cw
