// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"

#include <vector>

namespace cw {

/// A cell of the map while it is walked: its layer, and the first layer above its window.
struct SweepCell {
    int layer = 0;
    int end = 0;
};

/// A corrupted run in which something was restored at one token; it stands for every cell that has not yet parted from
/// it. Window cells that begin at the same layer are one copy until the first of them ends.
struct SweepCopy {
    int kind = 0; ///< index into TraceInput::kinds
    std::vector<SweepCell> cells;
    int parent = -1; ///< the copy it forked from, or -1: the corrupted run itself

    /// Whether its module output is still replaced at layer.
    bool restores(int layer) const;
    /// Whether some of its cells, but not all, end at layer.
    bool forks(int layer) const;
    /// Takes the cells that end at layer out into a copy of their own.
    SweepCopy fork(int layer, int ownIndex);
};

/// The copies that join a token's walk at layer: the state cell, and the windows that begin there.
std::vector<SweepCopy> joiningCopies(const TraceInput &input, int layerCount, int layer);

} // namespace cw
