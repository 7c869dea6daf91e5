// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GuardVerdict.h"
#include "core/jobs/MeasureSummary.h"

namespace cw {

/// What becomes of one number from a base model to another one, over the items that both have.
struct NumberChange {
    const NumberRule *rule = nullptr;
    double before = 0;
    double after = 0;
    Interval interval{};  ///< 95 %, of after - before
    double p = 0;         ///< two-sided, that nothing changed; NaN without an interval
    double adjustedP = 0; ///< by Holm within the comparison; headlines only, else NaN
    GuardVerdict verdict = GuardVerdict::None;

    double change() const { return after - before; }
};

/// One measure of two models, paired by item.
struct MeasureComparison {
    const MeasureInfo *info = nullptr;
    int pairs = 0;
    int unpaired = 0;   ///< items that only one of them has
    double flipped = 0; ///< share of the pairs whose answer changed sides; NaN where items have no answer
    std::vector<NumberChange> changes; ///< as the measure's rules; the first is the headline
};

/// Resamples clusters of pairs, the same for both models. Throws Error of kind Input where the two have no item in
/// common.
MeasureComparison compare(const MeasureProgress &base, const MeasureProgress &other, int resamples = Bootstrap::usual);

/// Adjusts the headlines' p-values for their number.
void adjust(std::vector<MeasureComparison> &comparisons);

} // namespace cw
