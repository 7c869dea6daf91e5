// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/OccupationJob.h"

namespace cw {

/// How the targets of an edit came closer to their goal, as far as they are found.
class GapCurve {
public:
    void add(const FoundTarget &target);

    /// The mean gap at the start and after each step: of a target that needed fewer, the gap where it ended.
    const std::vector<double> &means() const { return m_means; }

private:
    std::vector<double> m_means;
    int m_count = 0;
    double m_ends = 0; ///< the sum of the gaps where the targets ended
};

} // namespace cw
