// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PatchOrder.h"

#include "app/EditOrder.h"
#include "app/ProjectStack.h"
#include "app/Terminal.h"
#include "app/TerminalMonitor.h"
#include "app/verbs/Verb.h"
#include "core/data/AlignedRows.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/ExportReport.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/PatchFacts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cw {
namespace {

QString text(const char *key)
{
    return QCoreApplication::translate("Edit", key);
}

QString orAuto(const QString &word)
{
    return word.isEmpty() ? QStringLiteral("auto") : word;
}

} // namespace

int showPatch(const PatchOrder &order, const Terminal &terminal)
{
    const PatchFacts facts = patchFacts(order.patches.first());
    QVector<QStringList> rows{{text(QT_TRANSLATE_NOOP("Edit", "title")), facts.title},
                              {text(QT_TRANSLATE_NOOP("Edit", "made for")), facts.baseName},
                              {text(QT_TRANSLATE_NOOP("Edit", "its hash")), facts.baseHash},
                              {text(QT_TRANSLATE_NOOP("Edit", "written by")), facts.version}};
    for (const PatchFacts::Change &change : facts.changes)
        rows.append({change.parameter, text(QT_TRANSLATE_NOOP("Edit", "%1, %2 numbers, norm %3"))
                                           .arg(change.form)
                                           .arg(change.numbers)
                                           .arg(change.norm, 0, 'g', 4)});
    terminal.answer(facts.json(), aligned(rows));
    return Success;
}

int applyPatch(const PatchOrder &order, const Terminal &terminal)
{
    const QString path = order.patches.first();
    ProjectStack stack(order.project);
    const LoadedModel base = loadModel(order.model, orAuto(order.device), orAuto(order.dtype));
    const auto applied = [&](double alpha) {
        TerminalMonitor monitor(terminal);
        return appliedPatch(path, base, alpha, order.isForced, monitor);
    };
    const MadeEdit edit = applied(order.alpha(0));
    if (stack.isKept()) // what it keeps of an edit is at strength 1
        lay(stack, order.alpha(0) == 1 ? edit : applied(1),
            order.alphas.isEmpty() ? std::nullopt : std::optional(order.alpha(0)), terminal);
    std::optional<ExportReport> report;
    if (!order.out.isEmpty())
        report = exportCheckpoint(edit, order.out, {}, terminal);
    const int code = answerEdit(edit, {}, report, terminal);
    return order.alpha(0) == 0 ? Success : code; // at strength 0 no change is what was asked for
}

int mergePatches(const PatchOrder &order, const Terminal &terminal)
{
    QVector<double> alphas;
    for (int i = 0; i < order.patches.size(); ++i)
        alphas << order.alpha(i);
    mergePatchFiles(order.patches, alphas, order.out, QStringLiteral(CW_VERSION));
    PatchOrder merged;
    merged.patches = QStringList{order.out};
    return showPatch(merged, terminal);
}

} // namespace cw
