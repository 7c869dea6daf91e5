// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureSummary.h"

namespace cw {

/// How many items of a measure are settled, and how.
struct MeasureCounts {
    int total = 0;
    int measured = 0; ///< with those that were cut
    int cut = 0;
    int leftOut = 0;
    int spared = 0; ///< the headline was sure without them
};

/// A measure on its way: its numbers over the items that are measured, with quick intervals.
struct MeasureGlimpse {
    MeasureCounts counts;
    MeasureSummary summary;
};

MeasureCounts countsOf(const MeasureProgress &progress);

} // namespace cw

Q_DECLARE_METATYPE(cw::MeasureGlimpse)
