// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LayerSuggestion.h"

#include <algorithm>

namespace cw {

std::optional<LayerSuggestion> suggestedLayer(const TraceResult &result, int token)
{
    auto kind = std::find(result.kinds.begin(), result.kinds.end(), TraceKind::Mlp);
    if (kind == result.kinds.end())
        kind = std::find(result.kinds.begin(), result.kinds.end(), TraceKind::State);
    if (kind == result.kinds.end() || token < 0 || token >= result.tokens)
        return std::nullopt;
    const EffectMap map = effects(result, static_cast<int>(kind - result.kinds.begin()), Quantity::Aligned);
    LayerSuggestion best{0, *kind, 0};
    for (int layer = 0; layer < (map.layers + 1) / 2; ++layer) {
        const double effect = map.effect[static_cast<std::size_t>(token * map.layers + layer)];
        if (effect > best.effect) // never where it is missing
            best = {layer, *kind, effect};
    }
    return best.effect > 0 ? std::optional(best) : std::nullopt;
}

} // namespace cw
