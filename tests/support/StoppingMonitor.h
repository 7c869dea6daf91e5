// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Error.h"
#include "core/engine/Monitor.h"

namespace cw::test {

/// Lets some steps pass and stops the work at the next.
class StoppingMonitor final : public Monitor {
public:
    explicit StoppingMonitor(int steps) : m_left(steps) {}
    void stage(const char *) override {}
    void step(std::int64_t, std::int64_t) override
    {
        if (--m_left < 0)
            throw Error(Error::Kind::Cancelled, "cancelled");
    }
    int left() const { return m_left; }

private:
    int m_left;
};

} // namespace cw::test
