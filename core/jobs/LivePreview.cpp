// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LivePreview.h"

#include "core/engine/Edit.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/PreviewGradientsJob.h"
#include "core/jobs/PreviewJob.h"
#include "core/jobs/PreviewStatesJob.h"

namespace cw {

LivePreview::LivePreview(JobQueue &queue, QObject *parent) : QObject(parent), m_queue(&queue) {}

LivePreview::~LivePreview()
{
    if (m_queue && m_job)
        m_job->cancel();
}

void LivePreview::setBase(const LoadedModel &base, const std::vector<ActiveEdit> &present,
                          const PreviewSettings &settings)
{
    if (m_ready)
        m_earlier = std::move(m_ready);
    m_ready.reset();
    m_base = base;
    m_present = present;
    m_settings = settings;
    m_isWanted = false;
    m_exact.reset();
    m_isWaiting = false;
    m_isExactOnly = false;
    stop();
    Q_EMIT preparing();
    next();
}

void LivePreview::clear()
{
    m_base = {};
    m_ready.reset();
    m_earlier.reset();
    m_isWanted = false;
    stop();
}

void LivePreview::show(const std::vector<ActiveEdit> &edits)
{
    m_wanted = edits;
    m_exact.reset();
    m_isWanted = true;
    m_isWaiting = false;
    const std::optional<PreviewScores> known = m_ready ? m_ready->estimate(edits) : std::nullopt;
    if (known)
        Q_EMIT estimated(*known);
    // Without estimates the exact values are all there is to see: the one that runs may come to its end.
    if (m_work == Work::Gradients || (m_work == Work::Scores && hasEstimates()))
        stop();
    next();
}

void LivePreview::next()
{
    if (m_work != Work::None || m_isWaiting || !m_base.model || !m_queue)
        return;
    if (!m_ready)
        startStates();
    else if (m_isWanted)
        startScores();
    else if (!m_ready->hasGradients() && !m_isExactOnly)
        start(std::make_unique<PreviewGradientsJob>(m_ready), Work::Gradients);
}

void LivePreview::startStates()
{
    auto job = std::make_unique<PreviewStatesJob>(m_base, m_present, m_settings, m_earlier);
    connect(job.get(), &PreviewStatesJob::made, this, [this](const std::shared_ptr<PreviewBase> &base) {
        if (m_isStopped)
            return;
        m_ready = base;
        m_earlier.reset();
        Q_EMIT ready(base->baseScores(), base->presentScores());
    });
    start(std::move(job), Work::States);
}

void LivePreview::startScores()
{
    m_isWanted = false;
    auto job = std::make_unique<PreviewJob>(m_ready, m_wanted, m_exact);
    connect(job.get(), &PreviewJob::estimated, this, [this](const PreviewScores &scores) {
        if (!m_isStopped)
            Q_EMIT estimated(scores);
    });
    connect(job.get(), &PreviewJob::exact, this, [this](const PreviewScores &scores) {
        if (m_isStopped)
            return;
        if (!m_isWanted) // else it is of an older request
            m_exact = scores;
        Q_EMIT exact(scores);
    });
    connect(job.get(), &PreviewJob::drawn, this, [this](const PreviewScores &scores) {
        if (!m_isStopped)
            Q_EMIT drawn(scores);
    });
    start(std::move(job), Work::Scores);
}

template <class J> void LivePreview::start(std::unique_ptr<J> job, Work work)
{
    m_work = work;
    m_isStopped = false;
    m_job = job.get();
    connect(m_job, &Job::done, this, [this] { ended({}, false); });
    connect(m_job, &Job::cancelled, this, [this] { ended({}, true); });
    connect(m_job, &Job::failed, this, [this](const Error &error) { ended(error, false); });
    m_queue->add(std::move(job));
}

void LivePreview::stop()
{
    if (!m_job || m_isStopped)
        return;
    m_isStopped = true;
    m_job->cancel();
}

void LivePreview::ended(const std::optional<Error> &error, bool wasCancelled)
{
    const Work work = m_work;
    m_work = Work::None;
    m_job = nullptr;
    if (!m_isStopped) {
        m_isWaiting = wasCancelled;
        if (error)
            fail(work, *error);
    }
    if (work == Work::Gradients && hasEstimates()) {
        m_isWanted = m_isWanted || m_exact; // now it can be drawn elsewhere
        Q_EMIT estimatesReady();
    }
    // Later: the queue may be on its way out.
    QMetaObject::invokeMethod(this, &LivePreview::next, Qt::QueuedConnection);
}

void LivePreview::fail(Work work, const Error &error)
{
    if (work == Work::Gradients) {
        m_isExactOnly = true;
        Q_EMIT estimatesFailed(error);
        return;
    }
    if (work == Work::States)
        m_base = {}; // it would fail again
    Q_EMIT failed(error);
}

} // namespace cw
