// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Tracer.h"

#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/TraceJob.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "core/project/TraceArchive.h"
#include "widgets/models/ShownTrace.h"

namespace cw {

Tracer::Tracer(Project &project, Selection &selection, ShownTrace &shown, JobQueue &jobs, QObject *parent)
    : QObject(parent), m_project(project), m_selection(selection), m_shown(shown), m_jobs(jobs)
{
    connect(&m_selection, &Selection::runChanged, this, &Tracer::showRun);
    connect(&m_project, &Project::changed, this, &Tracer::findRun);
}

void Tracer::start(const TraceSettings &settings)
{
    if (isTracing())
        return;
    const LoadedModel model = m_selection.model();
    m_project.flush(); // what was stopped just now may still be on its way there
    const std::optional<UnfinishedTrace> earlier =
        findUnfinished(m_project, settings, factsOf(model).fingerprint, model.stack);
    const std::optional<TraceProgress> done = earlier ? std::optional(earlier->progress) : std::nullopt;
    auto job = std::make_unique<TraceJob>(settings, model, done);
    keepTrace(*job, m_project, earlier ? std::optional(earlier->id) : std::nullopt);
    connect(job.get(), &TraceJob::baseReady, this,
            [this, done, earlier, set = m_set](const TraceRun &run, bool continues) {
                if (set != m_set)
                    return; // of another project
                m_liveId = continues ? earlier->id : 0;
                begin(run, continues ? done : std::nullopt);
            });
    connect(job.get(), &TraceJob::blockReady, this, &Tracer::grow);
    connect(job.get(), &Job::done, this, &Tracer::end);
    connect(job.get(), &Job::cancelled, this, &Tracer::end);
    connect(job.get(), &Job::failed, this, [this](const Error &error) {
        end();
        Q_EMIT failed(error);
    });
    m_live.reset();
    m_liveId = 0;
    m_job = job.get();
    m_jobs.add(std::move(job));
    Q_EMIT tracingChanged(true);
}

void Tracer::stop()
{
    if (m_job)
        m_job->cancel();
}

void Tracer::leave()
{
    stop();
    ++m_set;
    m_live.reset();
    m_liveId = 0;
    m_selection.setCell({});
    m_selection.setRun(0);
}

void Tracer::begin(const TraceRun &run, const std::optional<TraceProgress> &earlier)
{
    m_live = begunTrace(run, earlier ? &*earlier : nullptr);
    m_showsLive = true;
    m_shown.show(*m_live);
    if (m_liveId != 0)
        m_selection.setRun(m_liveId);
    else
        findRun();
}

void Tracer::grow(const TraceBlock &block)
{
    if (!m_live)
        return;
    m_live->result.insert(block);
    if (m_showsLive)
        m_shown.grow(block);
}

void Tracer::end()
{
    m_job.clear();
    Q_EMIT tracingChanged(false);
}

/// The store gives a new run its number on its own thread: the running one is known once the project has changed.
void Tracer::findRun()
{
    if (!m_live || m_liveId != 0 || !m_job)
        return;
    const QVector<RunRecord> runs = m_project.runs().value_or(QVector<RunRecord>());
    if (runs.isEmpty() || runs.last().state != RunState::Running || runs.last().job != traceJob)
        return;
    m_liveId = runs.last().id;
    m_selection.setRun(m_liveId);
}

void Tracer::showRun(std::int64_t id)
{
    if (id != 0 && id == m_liveId && m_live) {
        if (!m_showsLive)
            m_shown.show(*m_live);
        m_showsLive = true;
        return;
    }
    m_showsLive = false;
    if (id == 0) {
        m_shown.clear();
        return;
    }
    const Result<RunRecord> run = m_project.run(id);
    if (run && run->job != traceJob) {
        m_shown.clear();
        return;
    }
    const Result<TraceProgress> trace = loadTrace(m_project, id);
    if (!trace) {
        Q_EMIT failed(trace.error());
        return;
    }
    m_shown.show(*trace);
    if (trace->run.fingerprint != factsOf(m_selection.model()).fingerprint)
        Q_EMIT modelWanted(trace->run.folder);
}

} // namespace cw
