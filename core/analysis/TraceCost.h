// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"
#include "core/engine/ModelSpec.h"

namespace cw {

/// Layers that the copies of one token walk through, in all: multiply by samples and positions for the sweep's cost.
std::int64_t sweepLayers(const TraceInput &input, int layerCount);

/// Floating-point operations of the linear maps of a whole trace, base runs and read-out included, attention scores
/// not.
double sweepFlop(const ModelSpec &spec, const TraceInput &input);
/// The same for the plain loop: per cell samples + 1 rows through all layers, logits at every position.
double loopFlop(const ModelSpec &spec, const TraceInput &input);

} // namespace cw
