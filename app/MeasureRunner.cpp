// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MeasureRunner.h"

#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "core/jobs/LoadPatched.h"
#include "core/jobs/MeasureJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/project/MeasureArchive.h"

#include <QCoreApplication>

namespace cw {
namespace {

/// What a job has given so far.
struct Collected {
    MeasureProgress progress;
    std::optional<MeasureSummary> summary; ///< once all is measured

    void follow(MeasureJob &job, const std::optional<EarlierMeasure> &earlier)
    {
        QObject::connect(&job, &MeasureJob::begun, &job, [this, &earlier](const MeasureRun &run, bool continues) {
            progress = continues ? earlier->progress : MeasureProgress(run);
        });
        QObject::connect(&job, &MeasureJob::blockReady, &job,
                         [this](const MeasureBlock &block) { progress.insert(block); });
        QObject::connect(&job, &MeasureJob::summarised, &job, [this](const MeasureSummary &made) { summary = made; });
    }
};

/// Files that are not the published ones are used all the same; a person should know.
void noteFiles(const MeasureProgress &progress, const Terminal &terminal)
{
    for (const MeasureFileFact &file : progress.run.files)
        if (!file.isOfficial)
            terminal.note(QCoreApplication::translate("Verb", "%1 is not the published file: its SHA-256 is %2.")
                              .arg(file.path, file.sha256));
}

} // namespace

bool MeasureRunner::measure(const MeasureSettings &settings, MeasureReport &report) const
{
    TerminalMonitor monitor(m_terminal, JobStatus::Unit::Bytes);
    const LoadedModel loaded =
        loadPatched(settings.models.first(), settings.patches, settings.device, settings.dtype, monitor);
    for (const QString &name : settings.names())
        if (!measureOne(settings.single(name, settings.models.first()), loaded, report))
            return false;
    return true;
}

bool MeasureRunner::measureOne(const MeasureSettings &single, const LoadedModel &loaded, MeasureReport &report) const
{
    std::optional<EarlierMeasure> earlier;
    if (m_project)
        earlier = findMeasure(*m_project, single, factsOf(loaded).fingerprint, loaded.stack);
    MeasureJob job(single, loaded, earlier ? std::optional(earlier->progress) : std::nullopt);
    if (m_project)
        keepMeasure(job, *m_project, earlier);
    Collected collected;
    collected.follow(job, earlier);
    TerminalMonitor monitor(m_terminal);
    const Result<void> result = job.runHere(monitor);
    if (m_project)
        valueOrThrow(m_project->flush());
    const bool isInterrupted = !result && result.error().kind() == Error::Kind::Cancelled;
    if (!result && !isInterrupted) {
        report.add(MeasureNotRun{single.measures, single.subject(), describe(result.error())});
        return true;
    }
    noteFiles(collected.progress, m_terminal);
    if (!collected.progress.states.empty())
        report.add(collected.progress, collected.summary ? *collected.summary : summarise(collected.progress));
    return !isInterrupted;
}

} // namespace cw
