// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditOrder.h"

#include "app/ProjectStack.h"
#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/checkpoint/CheckpointExport.h"
#include "core/checkpoint/PatchFile.h"
#include "core/data/AlignedRows.h"
#include "core/data/WholeFile.h"
#include "core/data/WholeFolder.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/EditingJob.h"
#include "core/jobs/ExportJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/SideEffectsJob.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace cw {
namespace {

QString text(const char *key)
{
    return QCoreApplication::translate("Edit", key);
}

/// What the edit did to sentences that it should leave alone, with progress on the terminal.
SideEffects scanned(const MadeEdit &edit, int threads, const Terminal &terminal)
{
    SideEffectsJob job(edit.title, edit.base, edit.edit, threads);
    SideEffects result;
    QObject::connect(&job, &SideEffectsJob::scanned, &job, [&result](const SideEffects &effects) { result = effects; });
    TerminalMonitor monitor(terminal);
    valueOrThrow(job.runHere(monitor));
    return result;
}

/// Side effects for people.
QString describe(const SideEffects &effects)
{
    const QString sets = aligned(setTable(effects));
    if (effects.sentences.empty())
        return text(QT_TRANSLATE_NOOP("Edit", "Side effects: none of the sentences changed.")) + u'\n' + sets;
    return text(QT_TRANSLATE_NOOP("Edit", "Side effects:")) + u'\n' + sets + u'\n' +
           text(QT_TRANSLATE_NOOP("Edit", "The sentences that changed most:")) + u'\n' +
           aligned(sentenceTable(effects));
}

QJsonObject toJson(const PreviewScores::Number &score)
{
    return {{QStringLiteral("value"), score.value},
            {QStringLiteral("low"), score.low},
            {QStringLiteral("high"), score.high}};
}

bool isScored(const ExportReport &report)
{
    return !report.before.a.empty();
}

QJsonObject toJson(const ExportReport &report)
{
    QJsonObject object{{QStringLiteral("folder"), report.folder},
                       {QStringLiteral("hash"), report.hash},
                       {QStringLiteral("changed"), QJsonArray::fromStringList(report.changed)},
                       {QStringLiteral("leftOut"), QJsonArray::fromStringList(report.leftOut)},
                       {QStringLiteral("comparedTokens"), report.comparedTokens},
                       {QStringLiteral("largestDifference"), report.largestDifference}};
    if (isScored(report))
        object.insert(QStringLiteral("scores"),
                      QJsonObject{{QStringLiteral("before"), toJson(report.before.score)},
                                  {QStringLiteral("after"), toJson(report.after.score)},
                                  {QStringLiteral("change"), toJson(report.after.change)},
                                  {QStringLiteral("perplexityBefore"), report.before.perplexity},
                                  {QStringLiteral("perplexityAfter"), report.after.perplexity}});
    return object;
}

/// What was written, for people.
QString describe(const ExportReport &report)
{
    QString lines = text(QT_TRANSLATE_NOOP("Edit", "Checkpoint: %1, read back and compared over %2 tokens"))
                        .arg(report.folder)
                        .arg(report.comparedTokens);
    if (!isScored(report))
        return lines;
    const auto number = [](double value) { return QString::number(value, 'g', 4); };
    return lines + u'\n' +
           text(QT_TRANSLATE_NOOP("Edit", "Score of %1 prompts: %2, before %3; change %4 (95 % interval %5 to %6). "
                                          "Perplexity: %7, before %8"))
               .arg(QString::number(report.after.a.size()), number(report.after.score.value),
                    number(report.before.score.value), number(report.after.change.value),
                    number(report.after.change.low), number(report.after.change.high), number(report.after.perplexity),
                    number(report.before.perplexity));
}

/// The probes that a method's own goal and data go with. What it chose by itself it says among the edit's facts.
PreviewSettings probesOf(const QJsonObject &settings, const QJsonObject &facts)
{
    PreviewSettings probes;
    probes.data = settings[QLatin1String("data")].toString();
    const QString asked = settings[QLatin1String("goal")].toString(QStringLiteral("auto"));
    probes.goal = asked == QLatin1String("auto") ? facts[QLatin1String("goal")].toString(probes.goal) : asked;
    return probes;
}

} // namespace

MadeEdit madeBy(EditingJob &job, const Terminal &terminal)
{
    MadeEdit result;
    QObject::connect(&job, &EditingJob::made, &job, [&result](const MadeEdit &edit) { result = edit; });
    TerminalMonitor monitor(terminal);
    valueOrThrow(job.runHere(monitor));
    return result;
}

void lay(ProjectStack &stack, const MadeEdit &edit, std::optional<double> alpha, const Terminal &terminal)
{
    if (const auto known = stack.lay(edit, alpha))
        terminal.note(
            text(QT_TRANSLATE_NOOP("Edit", "The project has the change of “%1” already, at strength %2: it is "
                                           "not laid on a second time."))
                .arg(edit.title)
                .arg(*known));
}

ExportReport exportCheckpoint(const MadeEdit &edit, const QString &folder, const PreviewSettings &probes,
                              const Terminal &terminal)
{
    ExportJob job(ExportOrder{edit, folder, probes});
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
        const EditFacts known = editFactsFrom(edit.facts);
        if (const QVector<QStringList> rows = methodRows(edit.facts); !rows.isEmpty())
            lines.prepend(aligned(rows));
        if (known.sideEffects)
            lines << describe(*known.sideEffects);
    }
    if (!patch.isEmpty()) {
        result[QStringLiteral("patch")] = patch;
        lines << text(QT_TRANSLATE_NOOP("Edit", "Patch: %1")).arg(patch);
    }
    if (report) {
        result[QStringLiteral("export")] = toJson(*report);
        lines << describe(*report);
        if (!report->leftOut.isEmpty())
            terminal.note(text(QT_TRANSLATE_NOOP("Edit", "Not copied, as it would be of the old weights or is no file: "
                                                         "%1"))
                              .arg(report->leftOut.join(QStringLiteral(", "))));
    }
    terminal.answer(result, lines.join(u'\n'));
    if (const QString warning = warningOf(edit); !warning.isEmpty())
        terminal.note(warning);
    return edit.ledger.changed() > 0 ? Success : Failure;
}

void EditOutputs::check(const QString &model) const
{
    if (!patch.isEmpty())
        requirePatchPlace(patch);
    if (out.isEmpty())
        return;
    if (QFileInfo(out).absoluteFilePath() == QFileInfo(patch).absoluteFilePath())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "--out and --patch both name %1: name two places."),
                    {out.toStdString()});
    requireNewFolder(out);
    requireOutside(model, out);
}

int carryOut(const EditOrder &order, const Terminal &terminal)
{
    const std::unique_ptr<EditingJob> job = editingJob(order.job);
    order.outputs.check(order.job.settings[QLatin1String("model")].toString());
    EditOutputs outputs = order.outputs;
    ProjectStack stack(outputs.project); // says before the work that it cannot be written
    MadeEdit edit = madeBy(*job, terminal);
    // Of an edit that changed nothing there is nothing to take away.
    if (edit.ledger.changed() == 0)
        outputs.patch = outputs.out = QString();
    if (!outputs.patch.isEmpty())
        writePatch(outputs.patch, {edit.edit, edit.title, edit.baseHash, factsOf(edit.base).name, edit.recipe,
                                   QStringLiteral(CW_VERSION)});
    // Before the export: its card says so.
    if (outputs.isScanned)
        edit.facts.insert(sideEffectsFact,
                          toJson(scanned(edit, order.job.settings[QLatin1String("threads")].toInt(), terminal)));
    if (stack.isKept() && edit.ledger.changed() > 0)
        lay(stack, edit, {}, terminal);
    std::optional<ExportReport> report;
    if (!outputs.out.isEmpty())
        report = exportCheckpoint(edit, outputs.out, probesOf(order.job.settings, edit.facts), terminal);
    return answerEdit(edit, outputs.patch, report, terminal);
}

} // namespace cw
