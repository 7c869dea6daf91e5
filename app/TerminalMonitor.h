// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Monitor.h"

#include <QElapsedTimer>
#include <QString>

namespace cw {

class Terminal;

/// Shows progress on stderr and stops the work after Ctrl-C.
class TerminalMonitor final : public Monitor {
public:
    explicit TerminalMonitor(const Terminal &terminal);
    ~TerminalMonitor() override;

    void stage(const char *key) override;
    void step(std::int64_t done, std::int64_t total) override;
    /// Shows no more progress: what is written meanwhile stands on the same screen.
    void fallSilent();

private:
    void show(std::int64_t done, std::int64_t total);

    const Terminal &m_terminal;
    const bool m_overwrites;
    QString m_stage;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceShown;
    bool m_lineIsOpen = false;
    bool m_isSilent = false;
};

} // namespace cw
