// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/MeasureTask.h"

namespace cw {

/// Positions of a seeded subset of items, ascending: about as many of each cluster of the first way (statistics:
/// --limit), never the first ones. All where there are no more.
std::vector<std::size_t> stratifiedSubset(const std::vector<MeasureItem> &items, std::size_t limit, std::uint32_t seed);

/// All positions in a drawn order of the clusters of the first way, each cluster's items together: so that the first
/// clusters are as good a sample as any others.
std::vector<std::size_t> clustersInDrawnOrder(const std::vector<MeasureItem> &items, std::uint32_t seed);

} // namespace cw
