// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Job.h"

#include "core/checkpoint/MapWatch.h"
#include "core/jobs/JobMonitor.h"

namespace cw {
namespace {

JobStatus::State stateOf(const Result<void> &result)
{
    if (result)
        return JobStatus::State::Done;
    return result.error().kind() == Error::Kind::Cancelled ? JobStatus::State::Cancelled : JobStatus::State::Failed;
}

double secondsOf(const QElapsedTimer &clock)
{
    return clock.isValid() ? static_cast<double>(clock.nsecsElapsed()) * 1e-9 : 0;
}

} // namespace

Job::Job(const QString &title, Lane lane, JobStatus::Unit unit) : m_lane(lane)
{
    m_status.title = title;
    m_status.unit = unit;
}

Job::~Job() = default;

void Job::beSilent()
{
    m_status.isSilent = true;
}

void Job::openAnew()
{
    m_opensAnew = true;
}

JobStatus Job::status() const
{
    const std::lock_guard lock(m_mutex);
    JobStatus now = m_status;
    if (!now.hasEnded()) {
        now.seconds = secondsOf(m_clock);
        now.stageSeconds = secondsOf(m_stageClock);
    }
    return now;
}

void Job::cancel()
{
    m_cancelled = true;
    Q_EMIT cancelRequested();
}

Result<void> Job::runHere(Monitor &monitor)
{
    Result<void> result = run(&monitor, nullptr);
    end(result);
    return result;
}

Result<void> Job::run(Monitor *outer, Gate *gate)
{
    {
        const std::lock_guard lock(m_mutex);
        m_status.state = JobStatus::State::Running;
        m_clock.start();
        m_stageClock.start();
    }
    Result<void> result = attempt([&] {
        requireWholeFiles();
        JobMonitor monitor(*this, outer, gate);
        monitor.step(0, 0);
        work(monitor);
    });
    // After a failure too: files that have changed are what came before it.
    if (stateOf(result) != JobStatus::State::Cancelled) {
        if (Result<void> files = attempt([this] { requireWholeFiles(); }); !files)
            return files;
    }
    return result;
}

void Job::requireWholeFiles() const
{
    if (!m_opensAnew)
        requireUnchangedMaps();
}

void Job::end(const Result<void> &result)
{
    JobStatus last = status();
    last.state = stateOf(result);
    if (last.state == JobStatus::State::Failed)
        last.problem = describe(result.error());
    {
        const std::lock_guard lock(m_mutex);
        m_status = last;
    }
    switch (last.state) {
    case JobStatus::State::Done: Q_EMIT done(); break;
    case JobStatus::State::Cancelled: Q_EMIT cancelled(); break;
    default: Q_EMIT failed(result.error()); break;
    }
}

void Job::enterStage(const QString &stage)
{
    const std::lock_guard lock(m_mutex);
    m_status.stage = stage;
    m_status.done = 0;
    m_status.total = 0;
    m_stageClock.start();
}

void Job::noteStep(qint64 done, qint64 total)
{
    const std::lock_guard lock(m_mutex);
    m_status.done = done;
    m_status.total = total;
}

void Job::setState(JobStatus::State state)
{
    const std::lock_guard lock(m_mutex);
    m_status.state = state;
}

} // namespace cw
