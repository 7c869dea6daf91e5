// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TraceOrder.h"

#include "app/FirstUse.h"
#include "app/Terminal.h"
#include "app/TraceOutput.h"
#include "app/TraceRunner.h"
#include "app/TraceTable.h"
#include "app/verbs/Verb.h"
#include "core/data/TraceFile.h"
#include "core/project/Project.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

namespace cw {
namespace {

const QString outOption = QStringLiteral("out");

} // namespace

void addOutputOptions(QCommandLineParser &parser)
{
    parser.addOption({outOption,
                      QCoreApplication::translate("Option", "Writes the result to a file whose ending names its form "
                                                            "(of a trace .json, .csv, .npz, .svg, .png or .pdf); may "
                                                            "be repeated."),
                      QStringLiteral("FILE")});
}

void readOutputOptions(const QCommandLineParser &parser, TraceOrder &order)
{
    order.outputs = parser.values(outOption);
    order.project = parser.value(QStringLiteral("project"));
}

int carryOut(const TraceOrder &order, const Terminal &terminal)
{
    for (const QString &path : order.outputs)
        checkOutput(path);
    Project project(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (!order.project.isEmpty())
        openForRuns(project, order.project);
    const TracedRun traced = TraceRunner(terminal, project.isOpen() ? &project : nullptr).run(order.settings);
    for (const QString &path : order.outputs)
        writeOutput(path, traced.progress, traced.seconds);
    for (const QString &note : traced.progress.run.notes)
        terminal.note(note);
    terminal.answer(traceJson(traced.progress, traced.seconds), traceTable(traced.progress, traced.seconds));
    if (!traced.isInterrupted) {
        checkFirstUse(order.settings.model, order.settings.device, order.settings.dtype, terminal);
        return Success;
    }
    terminal.note(QCoreApplication::translate("Verb", "Interrupted: what was finished is in the result; the rest is "
                                                      "missing."));
    return Interrupted;
}

} // namespace cw
