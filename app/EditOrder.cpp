// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditOrder.h"

#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/checkpoint/PatchFile.h"
#include "core/data/AlignedRows.h"
#include "core/data/WholeFile.h"
#include "core/data/WholeFolder.h"
#include "core/jobs/EditingJob.h"
#include "core/jobs/ExportJob.h"
#include "core/jobs/ModelCard.h"
#include "core/jobs/ModelFacts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cw {
namespace {

QString text(const char *key)
{
    return QCoreApplication::translate("Edit", key);
}

/// What the job makes, with progress on the terminal.
MadeEdit madeBy(EditingJob &job, const Terminal &terminal)
{
    MadeEdit result;
    QObject::connect(&job, &EditingJob::made, &job, [&result](const MadeEdit &edit) { result = edit; });
    TerminalMonitor monitor(terminal);
    valueOrThrow(job.runHere(monitor));
    return result;
}

/// A row for each number and each yes or no, also of an object in it, whose name stands before theirs, and of the
/// placebos of each kind.
void addRows(QVector<QStringList> &rows, const QJsonObject &facts, const QString &before)
{
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        if (fact.value().isDouble())
            rows.append({before + fact.key(), QString::number(fact.value().toDouble(), 'g', 5)});
        else if (fact.value().isBool())
            rows.append({before + fact.key(), fact.value().toBool() ? text(QT_TRANSLATE_NOOP("Edit", "yes"))
                                                                    : text(QT_TRANSLATE_NOOP("Edit", "no"))});
        else if (fact.value().isObject())
            addRows(rows, fact.value().toObject(), before + fact.key() + u'.');
        for (const QJsonValue &item : fact.value().toArray())
            if (const QString kind = item[QLatin1String("kind")].toString(); !kind.isEmpty())
                addRows(rows, item.toObject(), before + fact.key() + u'.' + kind + u'.');
    }
}

/// What its method found, a line each, for people.
QString factLines(const QJsonObject &facts)
{
    QVector<QStringList> rows;
    addRows(rows, facts, {});
    return aligned(rows);
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
    if (!edit.facts.isEmpty()) {
        result[QStringLiteral("facts")] = edit.facts;
        lines.prepend(factLines(edit.facts));
    }
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

void EditOutputs::check() const
{
    if (!patch.isEmpty())
        requireWritableFolder(patch);
    if (!out.isEmpty())
        requireUnused(out);
}

int carryOut(const EditOrder &order, const Terminal &terminal)
{
    const std::unique_ptr<EditingJob> job = editingJob(order.job);
    order.outputs.check();
    const MadeEdit edit = madeBy(*job, terminal);
    const EditOutputs &outputs = order.outputs;
    if (!outputs.patch.isEmpty())
        writePatch(outputs.patch, {edit.edit, edit.title, edit.baseHash, factsOf(edit.base).name, edit.recipe,
                                   QStringLiteral(CW_VERSION)});
    std::optional<ExportReport> report;
    if (!outputs.out.isEmpty())
        report = exportCheckpoint(edit, outputs.out, terminal);
    return answerEdit(edit, outputs.patch, report, terminal);
}

} // namespace cw
