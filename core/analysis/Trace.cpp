// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Trace.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {

const char *name(TraceKind kind)
{
    switch (kind) {
    case TraceKind::State: return "state";
    case TraceKind::Mlp: return "mlp";
    case TraceKind::Attn: return "attn";
    }
    return "state";
}

void TraceResult::prepare(const TraceInput &input, int layerCount)
{
    targets = static_cast<int>(input.targets.size());
    samples = input.samples;
    tokens = static_cast<int>(input.ids.size());
    layers = layerCount;
    kinds = input.kinds;
    const std::size_t cells = index(targets - 1, samples - 1, tokens - 1, layers - 1) + 1;
    probabilities.assign(kinds.size(), std::vector<float>(cells, std::numeric_limits<float>::quiet_NaN()));
}

void TraceResult::insert(const TraceBlock &block)
{
    const TracePart &part = block.part;
    const std::size_t row =
        static_cast<std::size_t>(part.tokenEnd - part.tokenBegin) * static_cast<std::size_t>(layers);
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        auto from = block.probabilities[kind].begin();
        for (int target = 0; target < targets; ++target) {
            for (int sample = part.sampleBegin; sample < part.sampleEnd; ++sample) {
                const auto next = from + static_cast<std::ptrdiff_t>(row);
                const std::size_t to = index(target, sample, part.tokenBegin, 0);
                std::copy(from, next, probabilities[kind].begin() + static_cast<std::ptrdiff_t>(to));
                from = next;
            }
        }
    }
}

bool TraceResult::isComplete() const
{
    return std::all_of(probabilities.begin(), probabilities.end(), [](const std::vector<float> &values) {
        return std::none_of(values.begin(), values.end(), [](float value) { return std::isnan(value); });
    });
}

std::size_t TraceResult::index(int target, int sample, int token, int layer) const
{
    const auto at = [](int value) { return static_cast<std::size_t>(value); };
    return ((at(target) * at(samples) + at(sample)) * at(tokens) + at(token)) * at(layers) + at(layer);
}

} // namespace cw
