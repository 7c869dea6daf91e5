// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/ItemTable.h"

#include <cstdint>

namespace cw {

/// What resampling says about a number. NaN where it says nothing: a single cluster, or a number that is not there.
struct Interval {
    double low;
    double high;
};

/// Resamples clusters with replacement, one or two ways at once (an item then weighs the product of its clusters'
/// draws), and makes every number anew. The same clusters and seed give the same draws, so that two models are
/// resampled in pairs.
class Bootstrap {
public:
    static constexpr int usual = 10000; ///< resamples

    /// clusters: [way][item], counted from 0 in each way.
    Bootstrap(const std::vector<std::vector<int>> &clusters, int resamples, std::uint64_t seed);

    /// The values of a number over all resamples; NaN where a draw leaves nothing to make it of. table has the items
    /// that clusters were given for.
    std::vector<double> values(const ItemTable &table, const Statistic &statistic) const;

    /// The middle share of values (0.95): linear between order statistics.
    static Interval interval(std::vector<double> values, double share = 0.95);
    /// Two-sided p that the values' centre is 0: twice the smaller tail beyond it, at least 2 / (n + 1) (Davison and
    /// Hinkley 1997).
    static double pValue(const std::vector<double> &values);

private:
    const std::vector<std::vector<int>> m_clusters;
    /// [resample][way][cluster]: how often it was drawn. A byte: there are tens of millions of them.
    std::vector<std::vector<std::vector<std::uint8_t>>> m_times;
};

/// Holm's step-down adjustment of p-values, in their order; NaN stays and does not count.
std::vector<double> holmAdjusted(const std::vector<double> &p);

} // namespace cw
