// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"
#include "core/engine/MemoryForecast.h"

namespace cw {

/// What a trace takes: the weights, the recorded runs, and the smallest part it can be cut into.
MemoryForecast traceForecast(const Model &model, const TraceInput &input);

/// How many rows of the top layers a part may hold when it may take that many bytes; 1 at least.
double rowsFitting(const Model &model, const TraceInput &input, std::int64_t bytes);

} // namespace cw
