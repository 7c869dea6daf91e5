// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LayerSuggestion.h"

#include <algorithm>

namespace cw {
namespace {

constexpr double share = 0.5; ///< of the largest effect, from which on a layer belongs to it

} // namespace

std::optional<LayerSuggestion> suggestedLayers(const TraceResult &result, int token)
{
    auto kind = std::find(result.kinds.begin(), result.kinds.end(), TraceKind::Mlp);
    if (kind == result.kinds.end())
        kind = std::find(result.kinds.begin(), result.kinds.end(), TraceKind::State);
    if (kind == result.kinds.end() || token < 0 || token >= result.tokens)
        return std::nullopt;
    const EffectMap map = effects(result, static_cast<int>(kind - result.kinds.begin()), Quantity::Aligned);
    const int layers = (map.layers + 1) / 2;
    const auto effectAt = [&](int layer) { return map.effect[static_cast<std::size_t>(token * map.layers + layer)]; };
    LayerSuggestion best{0, *kind, 0, 0, 0};
    for (int layer = 0; layer < layers; ++layer)
        if (effectAt(layer) > best.effect) // never where it is missing
            best = {layer, *kind, effectAt(layer), layer, layer};
    if (best.effect <= 0)
        return std::nullopt;
    const auto counts = [&](int layer) { return effectAt(layer) >= share * best.effect; };
    while (best.first > 0 && counts(best.first - 1))
        --best.first;
    while (best.last + 1 < layers && counts(best.last + 1))
        ++best.last;
    return best;
}

} // namespace cw
