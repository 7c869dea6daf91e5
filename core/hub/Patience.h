// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace cw {

struct HubAnswer;

/// When a hub is asked once more, and how long is waited before that: twice as long each time.
class Patience {
public:
    struct Limits {
        int attempts = 5;
        int firstWait = 1000; ///< ms
        int silence = 60000;  ///< ms without a byte that count as a lost connection
    };
    explicit Patience(const Limits &limits) : m_limits(limits) {}

    /// Something came: the count begins anew.
    void succeed();
    /// Whether to ask again after this answer; waits, calling look at least every 50 ms. A hub that was never reached
    /// is not asked again.
    bool waitsFor(const HubAnswer &answer, const std::function<void()> &look);

private:
    const Limits m_limits;
    int m_failed = 0;
    bool m_wasReached = false;
};

} // namespace cw
