// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Error.h"
#include "core/engine/Monitor.h"

namespace cw::test {

/// Stops the work as soon as some of it is done.
class StoppedMonitor final : public Monitor {
public:
    void stage(const char *) override {}
    void step(std::int64_t done, std::int64_t) override
    {
        if (done > 0)
            throw Error(Error::Kind::Cancelled, "stopped");
    }
};

} // namespace cw::test
