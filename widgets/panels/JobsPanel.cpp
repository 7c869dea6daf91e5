// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/JobsPanel.h"

#include "core/jobs/JobQueue.h"
#include "widgets/panels/JobCurve.h"
#include "widgets/panels/JobRow.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cw {

namespace {

constexpr int keptEnded = 5;

} // namespace

JobsPanel::JobsPanel(JobQueue &jobs, QWidget *parent) : QWidget(parent), m_jobs(jobs), m_empty(new QLabel(this))
{
    auto *content = new QWidget(this);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_empty->setText(tr("Nothing is running."));
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setMargin(10);
    m_layout->addWidget(m_empty);
    m_layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&m_jobs, &JobQueue::changed, this, &JobsPanel::refresh);
    connect(&m_jobs, &JobQueue::ended, this, &JobsPanel::keepEnded);
    refresh();
}

JobRow *JobsPanel::rowOf(Job *job)
{
    if (JobRow *known = m_rows.value(job))
        return known;
    auto *row = new JobRow(this);
    m_rows.insert(job, row);
    if (JobCurve *curve = JobCurve::of(*job, row))
        row->setCurve(curve);
    connect(job, &Job::progressed, row, &JobRow::setStatus);
    connect(row, &JobRow::cancelClicked, job, &Job::cancel);
    return row;
}

void JobsPanel::refresh()
{
    const QVector<Job *> jobs = m_jobs.listed();
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        if (jobs.contains(it.key())) {
            ++it;
        } else {
            delete it.value();
            it = m_rows.erase(it);
        }
    }
    int place = 0;
    for (Job *job : jobs) {
        JobRow *row = rowOf(job);
        row->setStatus(job->status());
        m_layout->removeWidget(row);
        m_layout->insertWidget(place++, row);
    }
    m_empty->setVisible(jobs.isEmpty() && m_ended.isEmpty());
}

void JobsPanel::keepEnded(const JobStatus &status)
{
    if (status.isSilent)
        return;
    auto *row = new JobRow(this);
    row->setStatus(status);
    m_ended.prepend(row);
    m_layout->insertWidget(static_cast<int>(m_rows.size()), row);
    while (m_ended.size() > keptEnded)
        delete m_ended.takeLast();
    m_empty->hide();
}

} // namespace cw
