// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Monitor.h"
#include "core/jobs/JobStatus.h"

#include <QElapsedTimer>
#include <QString>

namespace cw {

class Terminal;

/// Shows progress on stderr and stops the work after Ctrl-C.
class TerminalMonitor final : public Monitor {
public:
    explicit TerminalMonitor(const Terminal &terminal, JobStatus::Unit unit = JobStatus::Unit::Steps);
    ~TerminalMonitor() override;

    void stage(const char *key) override;
    void step(std::int64_t done, std::int64_t total) override;
    /// Shows no more progress: what is written meanwhile stands on the same screen.
    void fallSilent();

private:
    void show(std::int64_t done, std::int64_t total);
    QString amounts(std::int64_t done, std::int64_t total, double seconds) const;

    const Terminal &m_terminal;
    const JobStatus::Unit m_unit;
    const bool m_overwrites;
    QString m_stage;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceShown;
    bool m_lineIsOpen = false;
    bool m_isSilent = false;
};

} // namespace cw
