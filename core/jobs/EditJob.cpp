// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditJob.h"

#include "core/analysis/MlpKeys.h"
#include "core/analysis/RelocatedTicks.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Edit.h"
#include "core/engine/Monitor.h"
#include "core/jobs/EditOfTicks.h"
#include "core/jobs/EditTrial.h"
#include "core/jobs/GapCells.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/Recipe.h"
#include "core/jobs/Threads.h"

#include <QFileInfo>

namespace cw {
namespace {

constexpr int longestTitle = 60;

/// The same done with other ticks, where what is there may stay as it is.
PlaceboDraws relocatedDraws(const MadeEdit &edit, const TickOrder &order, const PlaceboOrder &placebos)
{
    auto places = relocatedTicks(*edit.base.model, order.ticks, placebos.count, placebos.seed);
    const int count = static_cast<int>(places.size());
    return {name(PlaceboKind::Relocated), placebos.count, count,
            [base = edit.base.model, places = std::move(places), change = order.change](int number, Monitor &monitor) {
                const std::vector<Tick> &ticks = places[static_cast<std::size_t>(number)];
                return std::make_shared<const Edit>(tickedChange(*base, ticks, change, monitor));
            }};
}

/// " \u00d7 0.5" where edits of one method differ in it.
QString amountOf(const EditSettings &settings)
{
    if (settings.method == TickMethod::Scale)
        return QStringLiteral(" \u00d7 %1").arg(settings.factor, 0, 'g', 4);
    return settings.share == EditSettings().share ? QString()
                                                  : QStringLiteral(" \u00d7 %1").arg(settings.share, 0, 'g', 4);
}

/// Guards, and the gap beside that of placebos: of a causal model, where they are asked for, as they take longer than
/// the edit.
void addTrial(MadeEdit &edit, const TickOrder &order, const PlaceboOrder &placebos, Monitor &monitor)
{
    std::vector<PlaceboDraws> draws;
    if (placebos.asksFor(PlaceboKind::Moved))
        draws.push_back(movedDraws(edit, placebos));
    if (placebos.asksFor(PlaceboKind::Relocated))
        draws.push_back(relocatedDraws(edit, order, placebos));
    requireCausalLayer(*edit.base.model, 0);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Taking the scores"));
    const GapCells cells(edit.base, Goal(), {}, placebos.seed, monitor);
    const EditTrial trial(edit, cells.allUnseen(), {}, placebos.seed, monitor);
    trial.addTo(edit.facts, draws, monitor);
}

} // namespace

QString titleOf(const EditSettings &settings)
{
    QStringList places;
    for (const QStringList &list : {settings.rows, settings.neurons, settings.weights, settings.modules})
        places += list;
    for (const QString &layer : settings.layers)
        places << u"layers " + layer;
    if (!settings.selection.isEmpty())
        places << QFileInfo(settings.selection).fileName();
    QString where = places.join(QStringLiteral(", "));
    if (where.size() > longestTitle)
        where = where.left(longestTitle - 1) + QChar(0x2026);
    return settings.methodName() + amountOf(settings) + u' ' + where;
}

MadeEdit applied(const LoadedModel &base, const QString &baseHash, const std::shared_ptr<const Edit> &edit,
                 double strength, Monitor &monitor)
{
    MadeEdit made = applied(base, baseHash, ActiveEdits{{edit, strength}}, monitor);
    made.edit = edit;
    return made;
}

MadeEdit applied(const LoadedModel &base, const QString &baseHash, const ActiveEdits &edits, Monitor &monitor)
{
    MadeEdit made;
    made.base = base;
    made.baseHash = baseHash;
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Applying the edit"));
    made.model = edited(base.model, edits, monitor);
    made.ledger = ledgerOf(*base.model, *made.model, edits);
    const StoredTensors changed = base.checkpoint->changedTensors(*made.model);
    made.hash = changed.empty() ? baseHash : base.checkpoint->hash(changed, monitor);
    return made;
}

EditJob::EditJob(const EditSettings &settings, const LoadedModel &loaded)
    : EditingJob(tr("Edit: %1").arg(titleOf(settings))), m_settings(settings), m_loaded(loaded)
{
}

void EditJob::work(Monitor &monitor)
{
    m_settings.check();
    useThreads(m_settings.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    if (!m_loaded.checkpoint)
        m_loaded = loadModel(m_settings.model, m_settings.device, m_settings.dtype);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Making the edit"));
    const EditSettings whole = withoutFile(m_settings);
    const TickOrder order = tickOrder(whole, m_loaded);
    const auto edit = editOfTicks(order, m_loaded, monitor);
    MadeEdit result = applied(m_loaded, m_loaded.checkpoint->hash(monitor), edit, 1, monitor);
    if (m_settings.placebo > 0)
        addTrial(result, order, whole, monitor);
    result.title = titleOf(m_settings);
    setRecipe(result, recipeOf<EditSettings>(editJob, whole, {&EditSettings::model, &EditSettings::reference}));
    Q_EMIT made(result);
}

} // namespace cw
