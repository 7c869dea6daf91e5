// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"
#include "core/jobs/JobStatus.h"

#include <QElapsedTimer>
#include <QObject>
#include <atomic>
#include <mutex>

namespace cw {

class Gate;
class Monitor;

/// One piece of background work. Lives on the thread that made it; work() runs on a worker of the JobQueue, or on the
/// calling thread by runHere(). Ends with exactly one of done(), cancelled() and failed().
class Job : public QObject {
    Q_OBJECT

public:
    /// Batch jobs run one at a time, in order; an interactive job runs beside them while they pause; transfers run
    /// beside both, one at a time, as they wait for a network and not for the processor.
    enum class Lane { Batch, Interactive, Transfer };

    explicit Job(const QString &title, Lane lane = Lane::Batch, JobStatus::Unit unit = JobStatus::Unit::Steps);
    ~Job() override;

    Lane lane() const { return m_lane; }
    /// From any thread.
    JobStatus status() const;
    /// From any thread; work() sees it at its next step.
    void cancel();
    /// Does the work on the calling thread, reporting to monitor: how the command line runs a job.
    Result<void> runHere(Monitor &monitor);

Q_SIGNALS:
    /// At most 20 a second and at each stage; emitted on the thread that works.
    void progressed(const cw::JobStatus &status);
    void done();
    void cancelled();
    void failed(const cw::Error &error);
    void cancelRequested();

protected:
    /// Throws Error when it fails. Reads nothing of other objects but what the job was given.
    virtual void work(Monitor &monitor) = 0;
    /// In a constructor: it is over in a moment, so that no list shows it.
    void beSilent();
    /// In a constructor: it reads nothing of the files that are open. Any other job fails where one of them has been
    /// written to, before its work or after it.
    void openAnew();

private:
    friend class JobMonitor;
    friend class JobQueue;

    Result<void> run(Monitor *outer, Gate *gate);
    void end(const Result<void> &result);
    void requireWholeFiles() const;
    void enterStage(const QString &stage);
    void noteStep(qint64 done, qint64 total);
    void setState(JobStatus::State state);

    const Lane m_lane;
    bool m_opensAnew = false;
    std::atomic_bool m_cancelled = false;
    mutable std::mutex m_mutex; ///< guards what follows
    JobStatus m_status;
    QElapsedTimer m_clock;
    QElapsedTimer m_stageClock;
};

} // namespace cw
