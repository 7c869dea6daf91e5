// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/GenerationArchive.h"

#include "core/jobs/GenerateJob.h"
#include "core/jobs/JobFile.h"

#include <QElapsedTimer>
#include <QPointer>

namespace cw {
namespace {

/// How much a killed program may lose.
constexpr qint64 keepInterval = 2000; // ms

/// What a recording keeps between the signals of its job; they come from the thread that works.
struct Recording {
    RunTicket ticket;
    Generation generation;
    QElapsedTimer sinceKept;
    bool hasBegun = false;
};

RunTicket beginGeneration(Project &project, const GenerateRun &run)
{
    RunRecord record;
    record.job = generateJob;
    record.settings = toJson(run.settings);
    record.measured = run.settings.measured();
    record.model = run.fingerprint;
    record.inputs = inputsToJson(run);
    record.seed = run.settings.seed;
    record.device = run.device;
    record.dtype = run.dtype;
    return project.beginRun({run.fingerprint, run.folder, {}, run.spec}, record, {});
}

} // namespace

void keepGeneration(GenerateJob &job, Project &project)
{
    const auto recording = std::make_shared<Recording>();
    const QPointer<Project> kept = &project;
    QObject::connect(
        &job, &GenerateJob::begun, &job,
        [&project, recording](const GenerateRun &run) {
            recording->ticket = beginGeneration(project, run);
            recording->generation = Generation(run);
            recording->sinceKept.start();
            recording->hasBegun = true;
        },
        Qt::DirectConnection);
    QObject::connect(
        &job, &GenerateJob::pieceReady, &job,
        [&project, recording](const TextPiece &piece) {
            recording->generation.grow(piece);
            if (!recording->sinceKept.hasExpired(keepInterval))
                return;
            recording->sinceKept.start();
            project.setResult(recording->ticket, textsToJson(recording->generation));
        },
        Qt::DirectConnection);
    const auto end = [kept, recording](RunState state, const QString &message) {
        if (!kept || !recording->hasBegun)
            return;
        recording->generation.stop();
        kept->setResult(recording->ticket, textsToJson(recording->generation));
        kept->endRun(recording->ticket, state, message);
    };
    QObject::connect(&job, &Job::done, &job, [end] { end(RunState::Done, {}); });
    QObject::connect(&job, &Job::cancelled, &job, [end] { end(RunState::Stopped, {}); });
    QObject::connect(&job, &Job::failed, &job,
                     [end](const Error &error) { end(RunState::Failed, QString::fromUtf8(error.what())); });
}

Result<Generation> loadGeneration(const Project &project, std::int64_t id)
{
    return attempt([&] {
        const RunRecord record = valueOrThrow(project.run(id));
        if (record.job != generateJob)
            throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "Run %1 is no text."), {std::to_string(id)});
        Generation generation;
        GenerateRun &run = generation.run;
        run.settings = fromJson<GenerateSettings>(record.settings);
        run.fingerprint = record.model;
        run.device = record.device;
        run.dtype = record.dtype;
        // Two checkpoints of one shape have the same fingerprint: the settings say which one it was.
        run.folder = run.settings.model;
        for (const ModelRecord &model : valueOrThrow(project.models()))
            if (model.fingerprint == record.model)
                run.spec = model.spec;
        readBack(record.inputs, record.result, generation);
        return generation;
    });
}

} // namespace cw
