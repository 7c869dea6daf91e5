// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LocateOrder.h"

#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/data/SelectionFile.h"
#include "core/data/WholeFile.h"
#include "core/jobs/LocateJob.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace cw {

int carryOut(const LocateOrder &order, const Terminal &terminal)
{
    order.settings.check();
    for (const QString &path : {order.out, order.selection})
        if (!path.isEmpty())
            requireWritableFolder(path);
    LocateJob job(order.settings);
    Located result;
    QObject::connect(&job, &LocateJob::located, &job, [&result](const Located &located) { result = located; });
    {
        TerminalMonitor monitor(terminal);
        valueOrThrow(job.runHere(monitor));
    }
    const QJsonObject json = toJson(result);
    if (!order.out.isEmpty())
        writeWholeFile(order.out, QJsonDocument(json).toJson());
    if (!order.selection.isEmpty())
        writeSelection(order.selection, result.selection);
    terminal.answer(json, describe(result));
    return Success;
}

} // namespace cw
