// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LocateOrder.h"

#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/TraceRunner.h"
#include "app/verbs/Verb.h"
#include "core/data/SelectionFile.h"
#include "core/data/WholeFile.h"
#include "core/jobs/LocateJob.h"
#include "core/project/LocateArchive.h"
#include "widgets/models/VoteTexts.h"
#include "widgets/views/VoteBarsPicture.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace cw {
namespace {

bool isJsonName(const QString &path)
{
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

void checkOutputs(const LocateOrder &order)
{
    const bool isTable = order.out.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    if (!order.out.isEmpty() && !isTable && !isJsonName(order.out) && !isPictureName(order.out))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 cannot be written: name a file that ends in .json, .csv, .svg, "
                                               ".png or .pdf."),
                    {order.out.toStdString()});
    if (!order.selection.isEmpty() && !isJsonName(order.selection))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 cannot hold a selection: give a name that ends in .json."),
                    {order.selection.toStdString()});
    if (!order.out.isEmpty() &&
        QFileInfo(order.out).absoluteFilePath() == QFileInfo(order.selection).absoluteFilePath())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "--out and --selection both name %1: name two places."),
                    {order.out.toStdString()});
    for (const QString &path : {order.out, order.selection})
        if (!path.isEmpty())
            requireWritable(path);
}

} // namespace

int carryOut(const LocateOrder &order, const Terminal &terminal)
{
    order.settings.check();
    checkOutputs(order);
    Project project(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (!order.project.isEmpty())
        openForRuns(project, order.project);
    LocateJob job(order.settings);
    if (project.isOpen())
        keepLocated(job, project);
    Located result;
    result.settings = order.settings;
    QObject::connect(&job, &LocateJob::located, &job, [&result](const Located &located) { result = located; });
    Result<void> ended;
    {
        TerminalMonitor monitor(terminal);
        ended = job.runHere(monitor);
    }
    if (project.isOpen())
        valueOrThrow(project.flush());
    if (!ended && ended.error().kind() != Error::Kind::Cancelled)
        throw Error(ended.error());
    result.isComplete = ended.has_value();
    if (isPictureName(order.out))
        writePicture(voteBarsPicture(voteBarsOf(result), votesTitle(result)), order.out);
    else if (!order.out.isEmpty())
        writeLocated(order.out, result);
    // A selection does not say that it is a part.
    if (!order.selection.isEmpty() && result.isComplete)
        writeSelection(order.selection, result.selection);
    terminal.answer(toJson(result), describe(result));
    return result.isComplete ? Success : Interrupted;
}

} // namespace cw
