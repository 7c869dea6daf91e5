// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditOrder.h"

#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/checkpoint/PatchFile.h"
#include "core/data/WholeFile.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/ExportJob.h"
#include "core/jobs/ModelCard.h"
#include "core/jobs/ModelFacts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace cw {
namespace {

QString text(const char *key)
{
    return QCoreApplication::translate("Edit", key);
}

/// What would fail at the end is said before the work.
void checkOutputs(const EditOrder &order)
{
    order.settings.check();
    if (!order.patch.isEmpty())
        requireWritableFolder(order.patch);
    if (!order.out.isEmpty() && QFileInfo::exists(order.out))
        throw Error(Error::Kind::File,
                    QT_TRANSLATE_NOOP("Error", "%1 is there already; name a folder that does not exist yet."),
                    {order.out.toStdString()});
}

MadeEdit made(const EditSettings &settings, const Terminal &terminal)
{
    EditJob job(settings);
    MadeEdit result;
    QObject::connect(&job, &EditJob::made, &job, [&result](const MadeEdit &edit) { result = edit; });
    TerminalMonitor monitor(terminal);
    valueOrThrow(job.runHere(monitor));
    return result;
}

QJsonObject toJson(const ExportReport &report)
{
    return {{QStringLiteral("folder"), report.folder},
            {QStringLiteral("hash"), report.hash},
            {QStringLiteral("changed"), QJsonArray::fromStringList(report.changed)},
            {QStringLiteral("leftOut"), QJsonArray::fromStringList(report.leftOut)},
            {QStringLiteral("comparedTokens"), report.comparedTokens},
            {QStringLiteral("largestDifference"), report.largestDifference}};
}

} // namespace

ExportReport exportCheckpoint(const MadeEdit &edit, const QString &folder, const Terminal &terminal)
{
    ExportJob job(ExportOrder{edit.base, edit.model, folder, cardSection(edit)});
    ExportReport result;
    QObject::connect(&job, &ExportJob::exported, &job, [&result](const ExportReport &report) { result = report; });
    TerminalMonitor monitor(terminal, JobStatus::Unit::Bytes);
    valueOrThrow(job.runHere(monitor));
    return result;
}

int answerEdit(const MadeEdit &edit, const QString &patch, const std::optional<ExportReport> &report,
               const Terminal &terminal)
{
    QJsonObject result{{QStringLiteral("title"), edit.title},
                       {QStringLiteral("recipe"), edit.recipe},
                       {QStringLiteral("base"), factsOf(edit.base).folder},
                       {QStringLiteral("baseHash"), edit.baseHash},
                       {QStringLiteral("hash"), edit.hash},
                       {QStringLiteral("ledger"), toJson(edit.ledger)}};
    QStringList lines{describe(edit.ledger)};
    if (!patch.isEmpty()) {
        result[QStringLiteral("patch")] = patch;
        lines << text(QT_TRANSLATE_NOOP("Edit", "Patch: %1")).arg(patch);
    }
    if (report) {
        result[QStringLiteral("export")] = toJson(*report);
        lines << text(QT_TRANSLATE_NOOP("Edit", "Checkpoint: %1, read back and compared over %2 tokens"))
                     .arg(report->folder)
                     .arg(report->comparedTokens);
        if (!report->leftOut.isEmpty())
            terminal.note(text(QT_TRANSLATE_NOOP("Edit", "Not copied, as it would be of the old weights or is no file: "
                                                         "%1"))
                              .arg(report->leftOut.join(QStringLiteral(", "))));
    }
    terminal.answer(result, lines.join(u'\n'));
    if (edit.ledger.changed() > 0)
        return Success;
    terminal.note(text(QT_TRANSLATE_NOOP("Edit", "The edit changed nothing: every change is too small for the type in "
                                                 "which the weights are stored.")));
    return Failure;
}

int carryOut(const EditOrder &order, const Terminal &terminal)
{
    checkOutputs(order);
    const MadeEdit edit = made(order.settings, terminal);
    if (!order.patch.isEmpty())
        writePatch(order.patch, {edit.edit, edit.title, edit.baseHash, factsOf(edit.base).name, edit.recipe,
                                 QStringLiteral(CW_VERSION)});
    std::optional<ExportReport> report;
    if (!order.out.isEmpty())
        report = exportCheckpoint(edit, order.out, terminal);
    return answerEdit(edit, order.patch, report, terminal);
}

} // namespace cw
