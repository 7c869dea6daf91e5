// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/GenerateOrder.h"

#include "app/FirstUse.h"
#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/TraceRunner.h"
#include "app/verbs/Verb.h"
#include "core/data/GenerationFile.h"
#include "core/jobs/GenerateJob.h"
#include "core/project/GenerationArchive.h"

#include <QElapsedTimer>
#include <QStandardPaths>

namespace cw {
namespace {

/// One text alone is shown as it grows; several would grow through one another.
bool isStreamed(const GenerateOrder &order, const Terminal &terminal)
{
    return order.settings.samples == 1 && !terminal.isJson();
}

void collect(GenerateJob &job, Generation &generation, const GenerateOrder &order, const Terminal &terminal,
             TerminalMonitor &monitor)
{
    const bool streams = isStreamed(order, terminal);
    QObject::connect(&job, &GenerateJob::begun, &job, [&generation, &monitor, streams](const GenerateRun &run) {
        generation = Generation(run);
        if (streams)
            monitor.fallSilent();
    });
    QObject::connect(&job, &GenerateJob::pieceReady, &job, [&generation, &terminal, streams](const TextPiece &piece) {
        generation.grow(piece);
        if (streams)
            terminal.stream(piece.text);
    });
}

void answer(const Generation &generation, double seconds, bool streamed, const Terminal &terminal)
{
    for (const QString &note : generation.run.notes)
        terminal.note(note);
    if (!streamed) {
        terminal.answer(generationJson(generation, seconds), generationText(generation));
        return;
    }
    if (!generation.texts.front().text.endsWith(u'\n'))
        terminal.stream(QStringLiteral("\n"));
    terminal.note(describe(generation.texts.front().end));
}

} // namespace

int carryOut(const GenerateOrder &order, const Terminal &terminal)
{
    order.settings.check();
    Project project(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (!order.project.isEmpty())
        openForRuns(project, order.project);
    GenerateJob job(order.settings);
    if (project.isOpen())
        keepGeneration(job, project);
    GenerateRun asked;
    asked.settings = order.settings;
    Generation generation(asked);
    QElapsedTimer clock;
    clock.start();
    Result<void> result;
    {
        TerminalMonitor monitor(terminal);
        collect(job, generation, order, terminal, monitor);
        result = job.runHere(monitor);
    }
    if (project.isOpen())
        valueOrThrow(project.flush());
    if (!result && result.error().kind() != Error::Kind::Cancelled)
        throw Error(result.error());
    generation.stop();
    answer(generation, static_cast<double>(clock.elapsed()) / 1000, isStreamed(order, terminal), terminal);
    if (!result)
        return Interrupted;
    checkFirstUse(order.settings.model, order.settings.device, order.settings.dtype, terminal);
    return Success;
}

} // namespace cw
