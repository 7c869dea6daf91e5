// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MeasureOrder.h"

#include "app/MeasureRunner.h"
#include "app/Terminal.h"
#include "app/TraceRunner.h"
#include "app/verbs/Verb.h"
#include "core/data/MeasureFile.h"
#include "core/project/Project.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace cw {
namespace {

/// The models to be measured, each once: the base first.
QStringList modelsOf(const MeasureSettings &settings)
{
    QStringList models = settings.models;
    if (!settings.against.isEmpty())
        models.prepend(settings.against);
    models.removeDuplicates();
    return models;
}

/// Whether the one measure that was asked for by name could not be taken: then its reason is the command's.
bool isHopeless(const MeasureReport &report)
{
    return report.runs().empty() && !report.notRun().isEmpty();
}

} // namespace

int carryOut(const MeasureOrder &order, const Terminal &terminal)
{
    order.settings.check();
    for (const QString &path : order.outputs)
        checkReportFile(path);
    Project project(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (!order.project.isEmpty())
        openForRuns(project, order.project);
    MeasureRunner runner(terminal, project.isOpen() ? &project : nullptr);
    MeasureReport report(order.settings.against);
    bool isInterrupted = false;
    for (const QString &model : modelsOf(order.settings))
        isInterrupted = isInterrupted || !runner.measure(order.settings, model, report);
    for (const QString &path : order.outputs)
        writeReport(path, report);
    terminal.answer(reportJson(report), reportText(report));
    if (isInterrupted) {
        terminal.note(QCoreApplication::translate("Verb", "Interrupted: what was finished is in the result; the rest "
                                                          "is missing."));
        return Interrupted;
    }
    return isHopeless(report) ? Failure : Success;
}

} // namespace cw
