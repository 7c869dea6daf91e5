// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace cw {

/// Runs from when it is made.
class Stopwatch {
public:
    double seconds() const { return std::chrono::duration<double>(Clock::now() - m_start).count(); }

private:
    using Clock = std::chrono::steady_clock;

    Clock::time_point m_start = Clock::now();
};

} // namespace cw
