// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobMonitor.h"

#include "core/jobs/Gate.h"
#include "core/jobs/Job.h"

#include <QCoreApplication>

namespace cw {
namespace {

constexpr qint64 reportInterval = 50; // ms
/// How soon a paused job sees that it was cancelled.
constexpr std::chrono::milliseconds pausedLook{20};

} // namespace

JobMonitor::JobMonitor(Job &job, Monitor *outer, Gate *gate) : m_job(job), m_outer(outer), m_gate(gate)
{
    m_sinceReport.start();
}

void JobMonitor::stage(const char *key)
{
    stopIfCancelled();
    if (m_outer)
        m_outer->stage(key);
    m_job.enterStage(QCoreApplication::translate("Stage", key));
    report();
}

void JobMonitor::step(std::int64_t done, std::int64_t total)
{
    stopIfCancelled();
    pauseWhileClosed();
    m_job.noteStep(done, total);
    if (m_outer)
        m_outer->step(done, total);
    if (m_sinceReport.elapsed() < reportInterval)
        return;
    m_job.requireWholeFiles();
    report();
}

void JobMonitor::stopIfCancelled() const
{
    if (m_job.m_cancelled)
        throw Error(Error::Kind::Cancelled, QT_TRANSLATE_NOOP("Error", "Stopped: what was finished is kept."));
}

void JobMonitor::pauseWhileClosed()
{
    if (!m_gate || m_gate->isOpen())
        return;
    m_job.setState(JobStatus::State::Paused);
    report();
    while (!m_gate->waitFor(pausedLook))
        stopIfCancelled();
    m_job.setState(JobStatus::State::Running);
    report();
}

void JobMonitor::report()
{
    m_sinceReport.restart();
    Q_EMIT m_job.progressed(m_job.status());
}

} // namespace cw
