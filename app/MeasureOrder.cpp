// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MeasureOrder.h"

#include "app/MeasureRunner.h"
#include "app/Terminal.h"
#include "app/TraceRunner.h"
#include "app/verbs/Verb.h"
#include "core/checkpoint/PatchFile.h"
#include "core/data/MeasureFile.h"
#include "core/project/Project.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <algorithm>

namespace cw {
namespace {

/// Whether the one measure that was asked for by name could not be taken: then its reason is the command's.
bool isHopeless(const MeasureReport &report)
{
    return report.runs().empty() && !report.notRun().isEmpty();
}

} // namespace

int carryOut(const MeasureOrder &order, const Terminal &terminal)
{
    for (const QString &path : order.settings.patches)
        readPatch(path); // a broken one is refused before the first measure
    const auto take = [&order](const MeasureRunner &runner, MeasureReport &report) {
        const std::vector<MeasureSettings> all = order.settings.perModel();
        return std::all_of(all.begin(), all.end(),
                           [&](const MeasureSettings &one) { return runner.measure(one, report); });
    };
    return carryOut(order, take, terminal);
}

int carryOut(const MeasureOrder &order, const TakeMeasures &take, const Terminal &terminal)
{
    order.settings.check();
    for (const QString &path : order.outputs)
        checkReportFile(path);
    Project project(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (!order.project.isEmpty())
        openForRuns(project, order.project);
    MeasureReport report(order.settings.base());
    const bool isInterrupted = !take(MeasureRunner(terminal, project.isOpen() ? &project : nullptr), report);
    if (isInterrupted)
        report.stop();
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
