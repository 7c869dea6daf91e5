// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GapCurve.h"

#include <algorithm>

namespace cw {

void GapCurve::add(const FoundTarget &target)
{
    if (target.gaps.empty())
        return;
    if (m_means.size() < target.gaps.size())
        m_means.resize(target.gaps.size(), m_count > 0 ? m_ends / m_count : 0);
    for (std::size_t step = 0; step < m_means.size(); ++step) {
        const double gap = target.gaps[std::min(step, target.gaps.size() - 1)];
        m_means[step] += (gap - m_means[step]) / (m_count + 1);
    }
    m_ends += target.gaps.back();
    ++m_count;
}

} // namespace cw
