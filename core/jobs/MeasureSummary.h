// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureRun.h"
#include "core/measures/Bootstrap.h"

namespace cw {

/// One number of a measure, as far as its items are measured.
struct MeasuredNumber {
    const NumberRule *rule = nullptr;
    double value = 0; ///< NaN where no item says anything
    Interval interval{};
};

/// What a measure says so far.
struct MeasureSummary {
    std::vector<MeasuredNumber> numbers; ///< as the measure's rules
    std::vector<int> clusters;           ///< how many there are, by way
};

/// The values of some items as numbers are made of them; groups and clusters are counted anew.
ItemTable tableOf(const MeasureProgress &progress, const std::vector<std::size_t> &items);

/// The items that have values, in their order.
std::vector<std::size_t> measuredItems(const MeasureProgress &progress);

/// Numbers with 95 % intervals over resampled clusters; 0 resamples: without intervals. The seed is the settings'.
MeasureSummary summarise(const MeasureProgress &progress, int resamples = Bootstrap::usual);

/// The headline of each cluster of the first way whose items are all settled, in the items' order: what a confidence
/// sequence is made of.
std::vector<double> headlineOfClusters(const MeasureProgress &progress);

} // namespace cw

Q_DECLARE_METATYPE(cw::MeasureSummary)
