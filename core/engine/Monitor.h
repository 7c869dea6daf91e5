// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace cw {

/// What a long computation reports to: progress, cancel and pause in one.
class Monitor {
public:
    virtual ~Monitor() = default;
    /// Names what is done now; key is an English phrase marked with QT_TRANSLATE_NOOP("Stage", ...).
    virtual void stage(const char *key) = 0;
    /// Call at least every 100 ms. Throws Error of kind Cancelled when the work should stop; may wait while paused.
    virtual void step(std::int64_t done, std::int64_t total) = 0;
};

/// Reports to nobody and never stops.
class SilentMonitor final : public Monitor {
public:
    void stage(const char *) override {}
    void step(std::int64_t, std::int64_t) override {}
};

} // namespace cw
