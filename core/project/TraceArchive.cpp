// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/TraceArchive.h"

#include "core/jobs/TraceJob.h"
#include "core/project/RunKeeping.h"

#include <QPointer>
#include <memory>

namespace cw {
namespace {

/// What a recording keeps between the signals of its job; they come from the thread that works.
struct Recording {
    RunTicket ticket;
    TraceRun run;
    bool hasBegun = false;
};

QVector<ArrayRecord> arraysOf(const TraceRun &run)
{
    const TraceInput &input = run.input;
    QVector<ArrayRecord> arrays;
    for (const TraceKind kind : input.kinds)
        arrays.append(
            {0,
             QLatin1String(name(kind)),
             {static_cast<std::int64_t>(input.targets.size()), input.samples,
              static_cast<std::int64_t>(input.ids.size()), run.layers},
             {QStringLiteral("target"), QStringLiteral("sample"), QStringLiteral("token"), QStringLiteral("layer")}});
    return arrays;
}

TraceProgress progressOf(const Project &project, const RunRecord &record)
{
    TraceProgress progress;
    TraceRun &run = progress.run;
    readHead(project, record, run);
    inputsFromJson(record.inputs, run);
    const QVector<ArrayRecord> stored = valueOrThrow(project.arrays(record.id));
    std::vector<std::vector<float>> values;
    for (const ArrayRecord &wanted : arraysOf(run)) {
        const auto found = std::find_if(stored.begin(), stored.end(), [&](const ArrayRecord &array) {
            return array.name == wanted.name && array.shape == wanted.shape;
        });
        if (found == stored.end())
            throw Error(Error::Kind::Storage,
                        QT_TRANSLATE_NOOP("Error", "The results of run %1 in %2 are damaged: trace it again."),
                        {std::to_string(record.id), project.path().toStdString()});
        values.push_back(valueOrThrow(project.values(*found)));
    }
    progress.result.prepare(run.input, run.layers);
    progress.result.base = run.base;
    progress.result.probabilities = std::move(values);
    return progress;
}

} // namespace

void keepTrace(TraceJob &job, Project &project, std::optional<std::int64_t> earlier)
{
    const auto recording = std::make_shared<Recording>();
    const QPointer<Project> kept = &project;
    const RunTicket place{earlier.value_or(0), project.fileNumber()};
    if (earlier)
        project.setAwaited(place, true);
    // Direct: each part is on its way to the file before the next one begins, whatever the window's thread does.
    QObject::connect(
        &job, &TraceJob::baseReady, &job,
        [&project, recording, place](const TraceRun &run, bool continues) {
            recording->run = run;
            recording->ticket = continues && place.id != 0 ? project.resumeRun(place.id, place.project)
                                                           : beginTrace(project, run, place.project);
            recording->hasBegun = true;
        },
        Qt::DirectConnection);
    QObject::connect(
        &job, &TraceJob::blockReady, &job,
        [&project, recording](const TraceBlock &block) {
            appendBlock(project, recording->ticket, recording->run, block);
        },
        Qt::DirectConnection);
    whenEnded(job, [kept, recording, place](RunState state, const QString &message) {
        if (kept)
            kept->setAwaited(place, false);
        if (kept && recording->hasBegun)
            kept->endRun(recording->ticket, state, message);
    });
}

std::optional<UnfinishedTrace> findUnfinished(const Project &project, const TraceSettings &settings,
                                              const QString &fingerprint, const StackSnapshot &stack)
{
    const QJsonObject measured = settings.measured();
    const QVector<RunRecord> runs = project.runs().value_or(QVector<RunRecord>());
    for (auto record = runs.rbegin(); record != runs.rend(); ++record) {
        const bool isStopped = record->state == RunState::Stopped || record->state == RunState::Failed;
        if (!isStopped || record->job != traceJob || record->model != fingerprint || record->measured != measured ||
            !(stackOf(*record) == stack))
            continue;
        // One that cannot be read is no reason not to trace.
        if (auto progress = loadTrace(project, record->id))
            return UnfinishedTrace{record->id, std::move(*progress)};
    }
    return std::nullopt;
}

Result<TraceProgress> loadTrace(const Project &project, std::int64_t id)
{
    return attempt([&] {
        const RunRecord record = recordOfKind(project, id, traceJob, QT_TRANSLATE_NOOP("Error", "Run %1 is no trace."));
        return progressOf(project, record);
    });
}

RunTicket beginTrace(Project &project, const TraceRun &run, std::optional<int> file)
{
    return project.beginRun(modelOf(run), recordOf(traceJob, run), arraysOf(run), {}, file);
}

void appendBlock(Project &project, const RunTicket &ticket, const TraceRun &run, const TraceBlock &block)
{
    const TracePart &part = block.part;
    QVector<ArrayChunk> chunks;
    for (std::size_t kind = 0; kind < block.probabilities.size(); ++kind)
        chunks.append({ticket.id,
                       QLatin1String(name(run.input.kinds[kind])),
                       {0, part.sampleBegin, part.tokenBegin, 0},
                       {static_cast<std::int64_t>(run.input.targets.size()), part.sampleEnd, part.tokenEnd, run.layers},
                       block.probabilities[kind]});
    project.append(ticket, chunks);
}

} // namespace cw
