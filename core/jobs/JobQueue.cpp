// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobQueue.h"

#include "core/jobs/Gate.h"
#include "core/jobs/Threads.h"
#include "core/jobs/Worker.h"

#include <algorithm>
#include <deque>
#include <optional>

namespace cw {
namespace {

Error cancelledBeforeStart()
{
    return Error(Error::Kind::Cancelled, QT_TRANSLATE_NOOP("Error", "Stopped before it began."));
}

} // namespace

/// One lane: its thread, what runs there and what waits for it.
struct JobQueue::Track {
    Track(Job::Lane which, const QString &name) : lane(which), worker(name)
    {
        worker.post([] { useThreads(0); });
    }

    const Job::Lane lane;
    std::deque<std::unique_ptr<Job>> waiting;
    std::unique_ptr<Job> running;
    std::optional<Result<void>> result; ///< of the running job, written by the worker
    Worker worker;                      ///< last: it ends before the jobs go
};

JobQueue::JobQueue(QObject *parent) : QObject(parent), m_gate(std::make_unique<Gate>())
{
    m_tracks.push_back(std::make_unique<Track>(Job::Lane::Interactive, QStringLiteral("interactive")));
    m_tracks.push_back(std::make_unique<Track>(Job::Lane::Batch, QStringLiteral("batch")));
    m_tracks.push_back(std::make_unique<Track>(Job::Lane::Transfer, QStringLiteral("transfer")));
}

JobQueue::~JobQueue()
{
    cancelAll();
    for (const auto &lane : m_tracks)
        lane->worker.stop();
    for (const auto &lane : m_tracks) {
        if (lane->running)
            endJob(*lane->running, *lane->result);
        for (auto &job : lane->waiting)
            endJob(*job, tl::unexpected<Error>(cancelledBeforeStart()));
    }
}

QVector<Job *> JobQueue::jobs() const
{
    QVector<Job *> all;
    for (const auto &lane : m_tracks) {
        if (lane->running)
            all.append(lane->running.get());
    }
    for (const auto &lane : m_tracks) {
        for (const auto &job : lane->waiting)
            all.append(job.get());
    }
    return all;
}

QVector<Job *> JobQueue::listed() const
{
    QVector<Job *> all = jobs();
    all.erase(std::remove_if(all.begin(), all.end(), [](const Job *job) { return job->status().isSilent; }), all.end());
    return all;
}

void JobQueue::cancelAll()
{
    const auto all = jobs();
    for (Job *job : all)
        job->cancel();
}

JobQueue::Track &JobQueue::track(Job::Lane lane) const
{
    return **std::find_if(m_tracks.begin(), m_tracks.end(), [lane](const auto &track) { return track->lane == lane; });
}

void JobQueue::push(std::unique_ptr<Job> job)
{
    // Queued, so that a job never ends inside the call that cancels it.
    connect(
        job.get(), &Job::cancelRequested, this, [this, waiting = job.get()] { dropWaiting(waiting); },
        Qt::QueuedConnection);
    Track &lane = track(job->lane());
    if (job->lane() == Job::Lane::Interactive)
        m_gate->close();
    lane.waiting.push_back(std::move(job));
    startNext(lane);
    Q_EMIT changed();
}

void JobQueue::startNext(Track &lane)
{
    if (lane.running || lane.waiting.empty())
        return;
    lane.running = std::move(lane.waiting.front());
    lane.waiting.pop_front();
    lane.result.reset();
    Gate *gate = lane.lane == Job::Lane::Batch ? m_gate.get() : nullptr;
    lane.worker.post([this, gate, &lane, job = lane.running.get()] {
        lane.result = job->run(nullptr, gate);
        QMetaObject::invokeMethod(
            this, [this, &lane] { finish(lane, *lane.result); }, Qt::QueuedConnection);
    });
}

void JobQueue::finish(Track &lane, const Result<void> &result)
{
    const Result<void> kept = result;
    std::unique_ptr<Job> job = std::move(lane.running);
    startNext(lane);
    endJob(*job, kept);
    // Later, as a slot of its end signal may still stand in one of its methods.
    job.release()->deleteLater();
    Q_EMIT changed();
}

void JobQueue::dropWaiting(Job *job)
{
    for (const auto &lane : m_tracks) {
        const auto found = std::find_if(lane->waiting.begin(), lane->waiting.end(),
                                        [job](const auto &waiting) { return waiting.get() == job; });
        if (found == lane->waiting.end())
            continue;
        std::unique_ptr<Job> dropped = std::move(*found);
        lane->waiting.erase(found);
        endJob(*dropped, tl::unexpected<Error>(cancelledBeforeStart()));
        dropped.release()->deleteLater();
        Q_EMIT changed();
        return;
    }
}

void JobQueue::endJob(Job &job, const Result<void> &result)
{
    if (job.lane() == Job::Lane::Interactive)
        m_gate->open();
    job.end(result);
    Q_EMIT ended(job.status());
}

} // namespace cw
