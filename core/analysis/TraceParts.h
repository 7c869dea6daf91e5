// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"

namespace cw {

/// The parts of a trace that done does not hold yet, from the front of the prompt, each of at most about two seconds
/// where one pass through the layers allows it: whole tokens together, a costly token split by samples. mostRows: that
/// a part may hold in the top layers, as the memory allows.
std::vector<TracePart> missingParts(const TraceInput &input, int layerCount, const TraceResult &done,
                                    double secondsPerRow, double mostRows);

} // namespace cw
