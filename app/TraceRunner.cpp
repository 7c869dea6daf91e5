// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TraceRunner.h"

#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/TraceJob.h"
#include "core/project/Project.h"
#include "core/project/TraceArchive.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace cw {
namespace {

void collect(TraceJob &job, TraceProgress &progress, const std::optional<UnfinishedTrace> &earlier)
{
    QObject::connect(&job, &TraceJob::baseReady, &job, [&progress, &earlier](const TraceRun &run, bool continues) {
        progress = begunTrace(run, continues ? &earlier->progress : nullptr);
    });
    QObject::connect(&job, &TraceJob::blockReady, &job,
                     [&progress](const TraceBlock &block) { progress.result.insert(block); });
}

} // namespace

TracedRun TraceRunner::run(const TraceSettings &settings) const
{
    settings.check();
    TracedRun traced;
    traced.progress.run.settings = settings;
    traced.progress.run.input.kinds = settings.kinds;
    traced.progress.result.prepare(traced.progress.run.input, 0);
    QElapsedTimer clock;
    clock.start();
    LoadedModel model;
    std::optional<UnfinishedTrace> earlier;
    if (m_project) {
        model = loadModel(settings.model, settings.device, settings.dtype);
        earlier = findUnfinished(*m_project, settings, factsOf(model).fingerprint, model.stack);
    }
    TraceJob job(settings, model, earlier ? std::optional(earlier->progress) : std::nullopt);
    if (m_project)
        keepTrace(job, *m_project, earlier ? std::optional(earlier->id) : std::nullopt);
    collect(job, traced.progress, earlier);
    TerminalMonitor monitor(m_terminal);
    const Result<void> result = job.runHere(monitor);
    traced.seconds = static_cast<double>(clock.elapsed()) / 1000;
    if (m_project)
        valueOrThrow(m_project->flush());
    traced.isInterrupted = !result && result.error().kind() == Error::Kind::Cancelled;
    if (!result && !traced.isInterrupted)
        throw Error(result.error());
    return traced;
}

void openForRuns(Project &project, const QString &path)
{
    valueOrThrow(QFileInfo::exists(path) ? project.open(path) : project.create(path));
    if (const auto reason = project.readOnlyReason())
        throw Error(*reason);
}

} // namespace cw
