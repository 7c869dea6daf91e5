// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/GenerationArchive.h"

#include "core/jobs/GenerateJob.h"
#include "core/project/RunKeeping.h"

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

} // namespace

void keepGeneration(GenerateJob &job, Project &project)
{
    const auto recording = std::make_shared<Recording>();
    const QPointer<Project> kept = &project;
    QObject::connect(
        &job, &GenerateJob::begun, &job,
        [&project, recording](const GenerateRun &run) {
            recording->ticket = project.beginRun(modelOf(run), recordOf(generateJob, run), {});
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
    whenEnded(job, [kept, recording](RunState state, const QString &message) {
        if (!kept || !recording->hasBegun)
            return;
        recording->generation.stop();
        kept->setResult(recording->ticket, textsToJson(recording->generation));
        kept->endRun(recording->ticket, state, message);
    });
}

Result<Generation> loadGeneration(const Project &project, std::int64_t id)
{
    return attempt([&] {
        const RunRecord record =
            recordOfKind(project, id, generateJob, QT_TRANSLATE_NOOP("Error", "Run %1 is no text."));
        Generation generation;
        readHead(project, record, generation.run);
        // Two checkpoints of one shape have the same fingerprint: the settings say which one it was.
        generation.run.folder = generation.run.settings.model;
        readBack(record.inputs, record.result, generation);
        return generation;
    });
}

} // namespace cw
