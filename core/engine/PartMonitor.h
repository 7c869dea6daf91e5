// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Monitor.h"

#include <algorithm>

namespace cw {

/// Shows the steps of one part of a work as steps of the whole.
class PartMonitor final : public Monitor {
public:
    PartMonitor(Monitor &whole, std::int64_t before, std::int64_t part, std::int64_t total)
        : m_whole(whole), m_before(before), m_part(part), m_total(total)
    {
    }
    /// One of equally long parts, the first of which has the number 0; finely, however few they are.
    PartMonitor(Monitor &whole, std::int64_t number, std::int64_t count)
        : PartMonitor(whole, fine * number, fine, fine * count)
    {
    }

    void stage(const char *) override {}
    void step(std::int64_t done, std::int64_t total) override
    {
        const double share = total > 0 ? static_cast<double>(std::min(done, total)) / static_cast<double>(total) : 0;
        m_whole.step(m_before + static_cast<std::int64_t>(share * static_cast<double>(m_part)), m_total);
    }

private:
    static constexpr std::int64_t fine = 1000;

    Monitor &m_whole;
    std::int64_t m_before;
    std::int64_t m_part;
    std::int64_t m_total;
};

} // namespace cw
