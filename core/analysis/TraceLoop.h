// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TraceRuns.h"

#include <functional>

namespace cw {

/// The layers [begin, end) that a cell of kind at layer restores: the layer itself for states, else a window of the
/// input's width around it, clipped at both ends (Meng et al. 2022).
struct LayerRange {
    int begin = 0;
    int end = 0;
};
LayerRange restoredLayers(const TraceInput &input, int layerCount, TraceKind kind, int layer);

/// Where the loop computes logits: everywhere, as the published code does, or only where they are read.
enum class LogitsAt { Everywhere, Tail };

/// The probabilities of one cell in one text by the plain definition: a full pass of one clean and the part's corrupted
/// rows. Returns [target of text][sample of part].
std::vector<std::vector<double>> loopCell(const Model &model, const TraceInput &input, const TraceRuns &runs,
                                          const TracePart &part, TraceKind kind, int token, int layer,
                                          LogitsAt where = LogitsAt::Everywhere);

/// Receives a cell: kind index, token, layer, probabilities [target of text][sample of part].
using DeliverCell = std::function<void(int, int, int, const std::vector<std::vector<double>> &)>;

/// loopCell for every cell of the part.
void loopPart(const Model &model, const TraceInput &input, const TraceRuns &runs, const TracePart &part,
              Monitor &monitor, const DeliverCell &deliver);

} // namespace cw
