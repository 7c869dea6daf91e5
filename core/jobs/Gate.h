// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace cw {

/// Closed while interactive work waits or runs: batch work stops before it.
class Gate {
public:
    void close()
    {
        const std::lock_guard lock(m_mutex);
        ++m_closed;
    }
    void open()
    {
        {
            const std::lock_guard lock(m_mutex);
            --m_closed;
        }
        m_opened.notify_all();
    }
    bool isOpen() const
    {
        const std::lock_guard lock(m_mutex);
        return m_closed == 0;
    }
    /// Returns whether it is open, after at most this long.
    bool waitFor(std::chrono::milliseconds patience) const
    {
        std::unique_lock lock(m_mutex);
        return m_opened.wait_for(lock, patience, [this] { return m_closed == 0; });
    }

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_opened;
    int m_closed = 0;
};

} // namespace cw
