// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TerminalMonitor.h"

#include "app/Interrupt.h"
#include "app/Terminal.h"
#include "core/data/Bytes.h"
#include "core/engine/Error.h"

#include <QCoreApplication>
#include <cstdio>

namespace cw {
namespace {

constexpr int watchedInterval = 100;
constexpr int loggedInterval = 2000; ///< a log gets a line of progress this often, in ms

} // namespace

TerminalMonitor::TerminalMonitor(const Terminal &terminal, JobStatus::Unit unit)
    : m_terminal(terminal), m_unit(unit), m_overwrites(terminal.isWatched())
{
}

TerminalMonitor::~TerminalMonitor()
{
    if (m_lineIsOpen)
        std::fputs("\n", stderr);
}

void TerminalMonitor::stage(const char *key)
{
    const QString stage = QCoreApplication::translate("Stage", key);
    if (stage == m_stage)
        return;
    m_stage = stage;
    m_clock.start();
    m_sinceShown.start();
    if (!m_overwrites)
        m_terminal.note(m_stage + u" ...");
    else
        show(0, 0);
}

void TerminalMonitor::step(std::int64_t done, std::int64_t total)
{
    if (isInterrupted())
        throw Error(Error::Kind::Cancelled, QT_TRANSLATE_NOOP("Error", "Interrupted."));
    if (m_isSilent)
        return;
    if (!m_sinceShown.isValid() || m_sinceShown.hasExpired(m_overwrites ? watchedInterval : loggedInterval))
        show(done, total);
}

void TerminalMonitor::fallSilent()
{
    m_isSilent = true;
    if (m_lineIsOpen)
        std::fputs("\r\x1b[K", stderr);
    m_lineIsOpen = false;
}

void TerminalMonitor::show(std::int64_t done, std::int64_t total)
{
    m_sinceShown.start();
    QString line = m_stage;
    if (total > 0)
        line += QStringLiteral(": %1 %").arg(100 * done / total);
    if (done > 0 && total > done && m_clock.isValid()) {
        const double seconds = static_cast<double>(m_clock.elapsed()) / 1000;
        const double left = seconds * static_cast<double>(total - done) / static_cast<double>(done);
        line += amounts(done, total, seconds);
        line += QCoreApplication::translate("Stage", ", about %1 s left").arg(left, 0, 'f', left < 10 ? 1 : 0);
    }
    if (!m_overwrites)
        return m_terminal.note(line);
    std::fputs(QByteArray("\r\x1b[K" + line.toUtf8()).constData(), stderr);
    std::fflush(stderr);
    m_lineIsOpen = true;
}

QString TerminalMonitor::amounts(std::int64_t done, std::int64_t total, double seconds) const
{
    if (m_unit != JobStatus::Unit::Bytes || seconds <= 0)
        return {};
    const auto bytes = static_cast<double>(done);
    return QCoreApplication::translate("Stage", " (%1 of %2, %3 per s)")
        .arg(formatBytes(bytes), formatBytes(static_cast<double>(total)), formatBytes(bytes / seconds));
}

} // namespace cw
