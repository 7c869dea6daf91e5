// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MgLevelsOrder.h"

#include "app/ProjectStack.h"
#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/checkpoint/PatchFile.h"
#include "core/data/WholeFile.h"
#include "core/jobs/MgLevelsJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/project/MgLevelsArchive.h"

#include <QDir>

namespace cw {
namespace {

QString patchIn(const QString &folder, const MadeEdit &edit)
{
    return QDir(folder).filePath(
        QStringLiteral("mg-%1.safetensors").arg(edit.facts[QLatin1String("level")].toString()));
}

} // namespace

void MgLevelsOrder::check() const
{
    for (const QString &path : outputs) {
        if (!path.endsWith(QLatin1String(".csv")) && !path.endsWith(QLatin1String(".json")))
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "%1 is no file that levels are compared in: its name must end in "
                                                   ".json or .csv."),
                        {path.toStdString()});
        requireWritable(path);
    }
    if (!patches.isEmpty())
        requireWritable(QDir(patches).filePath(QStringLiteral("mg-full.safetensors")));
}

int carryOut(const MgLevelsOrder &order, const Terminal &terminal)
{
    order.check();
    ProjectStack kept(order.project);
    MgLevelsJob job(order.settings);
    if (kept.isKept())
        keepLevels(job, kept.project());
    MgLevels table;
    QObject::connect(&job, &MgLevelsJob::grown, &job, [&table](const MgLevels &levels) { table = levels; });
    QObject::connect(&job, &MgLevelsJob::made, &job, [&](const MadeEdit &edit) {
        if (const QString warning = warningOf(edit); !warning.isEmpty())
            terminal.note(warning);
        if (!order.patches.isEmpty())
            writePatch(patchIn(order.patches, edit), {edit.edit, edit.title, edit.baseHash, factsOf(edit.base).name,
                                                      edit.recipe, QStringLiteral(CW_VERSION)});
    });
    Result<void> result;
    {
        TerminalMonitor monitor(terminal);
        result = job.runHere(monitor);
    }
    if (kept.isKept())
        valueOrThrow(kept.project().flush());
    const bool isInterrupted = !result && result.error().kind() == Error::Kind::Cancelled;
    for (const QString &path : order.outputs)
        if (table.isComplete || isInterrupted)
            writeLevels(path, table);
    valueOrThrow(result);
    terminal.answer(toJson(table), describe(table));
    return Success;
}

} // namespace cw
