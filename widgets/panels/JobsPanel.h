// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobStatus.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace cw {

class Job;
class JobQueue;
class JobRow;

/// What runs and what waits, with stage, rate and time left, a button to stop each, and the last few that ended.
class JobsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit JobsPanel(JobQueue &jobs, QWidget *parent = nullptr);

private:
    void refresh();
    void keepEnded(const JobStatus &status);
    JobRow *rowOf(Job *job);

    JobQueue &m_jobs;
    QVBoxLayout *m_layout;
    QLabel *m_empty;
    QHash<Job *, JobRow *> m_rows;
    QList<JobRow *> m_ended;
};

} // namespace cw
