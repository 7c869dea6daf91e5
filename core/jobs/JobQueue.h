// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Job.h"

#include <QObject>
#include <QVector>
#include <memory>
#include <vector>

namespace cw {

/// Owns the jobs that wait and run: batch jobs one at a time in order, interactive ones beside them while the batch
/// pauses, transfers beside both. A job is gone soon after its end signal. Destroying the queue cancels everything and
/// waits for it.
class JobQueue : public QObject {
    Q_OBJECT

public:
    explicit JobQueue(QObject *parent = nullptr);
    ~JobQueue() override;

    /// Takes a job and starts it as soon as its lane is free; connect to the job that is returned.
    template <class J> J *add(std::unique_ptr<J> job)
    {
        J *added = job.get();
        push(std::move(job));
        return added;
    }

    /// The running jobs, then the waiting ones in order.
    QVector<Job *> jobs() const;
    /// Those of them that a person waits for: without the silent ones.
    QVector<Job *> listed() const;
    bool isIdle() const { return jobs().isEmpty(); }
    void cancelAll();

Q_SIGNALS:
    /// A job was added, started or has ended.
    void changed();
    /// The last status of a job, once its own end signal is out.
    void ended(const cw::JobStatus &status);

private:
    struct Track;

    Track &track(Job::Lane lane) const;
    void push(std::unique_ptr<Job> job);
    void startNext(Track &lane);
    void finish(Track &lane, const Result<void> &result);
    void dropWaiting(Job *job);
    void endJob(Job &job, const Result<void> &result);

    std::unique_ptr<Gate> m_gate;
    std::vector<std::unique_ptr<Track>> m_tracks; ///< in the order in which their jobs are listed
};

} // namespace cw
