// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"

#include <optional>

namespace cw {

/// Where a trace says that the gender of its subject is kept.
struct LayerSuggestion {
    int layer = 0;                   ///< with the largest effect
    TraceKind kind = TraceKind::Mlp; ///< whose effects say so
    double effect = 0;               ///< in probability, as Quantity::Aligned
    int first = 0;                   ///< of the layers around it that have at least half of that each
    int last = 0;
};

/// The layers of the lower half whose restored MLP, or state where no MLP was traced, moves the answers most at a
/// token, the subject's last: there the bottom MLPs store an occupation's gender (Cai et al. 2024), and which of them
/// do the trace has to say. Nothing where no effect that is measured there is above 0.
std::optional<LayerSuggestion> suggestedLayers(const TraceResult &result, int token);

} // namespace cw
