// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/MeasureTask.h"

namespace cw {

void MeasureTask::keep(const std::vector<std::size_t> &positions)
{
    std::vector<MeasureItem> kept;
    kept.reserve(positions.size());
    for (const std::size_t position : positions)
        kept.push_back(m_items[position]);
    m_items = std::move(kept);
}

} // namespace cw
