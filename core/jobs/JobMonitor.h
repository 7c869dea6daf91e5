// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Monitor.h"

#include <QElapsedTimer>

namespace cw {

class Gate;
class Job;

/// Turns the steps of a working job into its status and its signals, and stops or pauses it there.
class JobMonitor final : public Monitor {
public:
    /// outer, where given, is told the same; gate, where given, pauses the job while it is closed.
    JobMonitor(Job &job, Monitor *outer, Gate *gate);

    void stage(const char *key) override;
    void step(std::int64_t done, std::int64_t total) override;

private:
    void stopIfCancelled() const;
    void pauseWhileClosed();
    void report();

    Job &m_job;
    Monitor *m_outer;
    Gate *m_gate;
    QElapsedTimer m_sinceReport;
};

} // namespace cw
