// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/SweepCopy.h"

#include "core/analysis/TraceLoop.h"

#include <algorithm>

namespace cw {

bool SweepCopy::restores(int layer) const
{
    return std::any_of(cells.begin(), cells.end(), [layer](const SweepCell &cell) { return cell.end > layer; });
}

bool SweepCopy::forks(int layer) const
{
    const auto ends = [layer](const SweepCell &cell) { return cell.end == layer; };
    return restores(layer) && std::any_of(cells.begin(), cells.end(), ends);
}

SweepCopy SweepCopy::fork(int layer, int ownIndex)
{
    SweepCopy ended{kind, {}, ownIndex};
    const auto stays = [layer](const SweepCell &cell) { return cell.end > layer; };
    const auto first = std::stable_partition(cells.begin(), cells.end(), stays);
    ended.cells.assign(first, cells.end());
    cells.erase(first, cells.end());
    return ended;
}

std::vector<SweepCopy> joiningCopies(const TraceInput &input, int layerCount, int layer)
{
    std::vector<SweepCopy> copies;
    for (std::size_t kind = 0; kind < input.kinds.size(); ++kind) {
        SweepCopy copy{static_cast<int>(kind), {}, -1};
        for (int cell = 0; cell < layerCount; ++cell) {
            const LayerRange range = restoredLayers(input, layerCount, input.kinds[kind], cell);
            if (range.begin == layer)
                // A state is replaced after its block: above it nothing is restored any more.
                copy.cells.push_back({cell, range.end});
        }
        if (!copy.cells.empty())
            copies.push_back(copy);
    }
    return copies;
}

} // namespace cw
