// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Bootstrap.h"

namespace cw {

/// A number of two models over the same items, and over the same resamples of their clusters.
class PairedNumber {
public:
    using Function = std::function<double(double before, double after)>;

    /// bootstrap: of the items' clusters.
    PairedNumber(const Bootstrap &bootstrap, const ItemTable &before, const ItemTable &after, const Statistic &number);

    double before() const { return m_before; }
    double after() const { return m_after; }
    /// A function of both, over all resamples.
    std::vector<double> values(const Function &f) const;
    /// after - before, over all resamples.
    std::vector<double> changes() const;

private:
    double m_before;
    double m_after;
    std::vector<double> m_allBefore;
    std::vector<double> m_allAfter;
};

} // namespace cw
