// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TokenRoles.h"
#include "core/jobs/TraceRun.h"
#include "widgets/views/Chart.h"
#include "widgets/views/Heatmap.h"
#include "widgets/views/ProbabilityBars.h"

#include <QStringList>

namespace cw {

/// What the maps show.
struct DrawingChoice {
    Quantity quantity = Quantity::Aligned;
    bool errors = false;   ///< standard errors in place of the effects
    bool sameScale = true; ///< one colour scale for all kinds, so that they can be compared
};

/// "State", "MLP", "Attention", translated.
QString title(TraceKind kind);
/// The quantity in words, translated: "aligned effect", "|gap| effect" ...
QString title(Quantity quantity);
QString title(TokenRole role);

/// What the tokens of a run are called on axes.
QStringList tokenNames(const TraceRun &run);

/// One map per kind of the trace; effects are those of choice.quantity, one per kind.
std::vector<Heatmap> heatmaps(const TraceRun &run, const std::vector<EffectMap> &effects, const DrawingChoice &choice);
/// One chart per kind with a line for each token role, all on one vertical scale.
std::vector<LineChart> roleCharts(const TraceRun &run, const std::vector<EffectMap> &effects, Quantity quantity);
std::vector<TargetBar> targetBars(const TraceRun &run);
/// "The nurse said that → he, she" for pictures, with the edits that were on.
QString caption(const TraceRun &run);
/// The edits that were on the model, a line for each: "zero layers 2 × 0.5"; empty where there were none.
QStringList editLines(const TraceRun &run);

} // namespace cw
