// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MethodAsker.h"

#include "app/EditMaker.h"
#include "core/analysis/LayerSuggestion.h"
#include "core/jobs/EditingJob.h"
#include "core/jobs/FinetuneSettings.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LayerWords.h"
#include "core/jobs/LsdmEditSettings.h"
#include "core/jobs/MemitEditSettings.h"
#include "core/jobs/MgEditSettings.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/NamedPlaces.h"
#include "core/jobs/RomeEditSettings.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"
#include "core/project/TickedWeights.h"
#include "widgets/dialogs/MethodDialog.h"
#include "widgets/models/ShownTrace.h"
#include "widgets/style/Numbers.h"

#include <QJsonDocument>
#include <QLocale>

namespace cw {

MethodAsker::MethodAsker(EditMaker &maker, const Selection &selection, const ShownTrace &trace,
                         const TickedWeights &ticks, const Settings &settings, QWidget &window)
    : QObject(&window), m_maker(maker), m_selection(selection), m_trace(trace), m_ticks(ticks), m_settings(settings),
      m_window(window)
{
    // Layers and modules of one model may not be those of another.
    connect(&m_selection, &Selection::modelChanged, this, [this] { m_asked.clear(); });
}

void MethodAsker::ask(Method method)
{
    switch (method) {
    case Method::Lsdm:
        return ask<LsdmEditSettings>(lsdmJob, tr("Edit by Least Squares (LSDM)"),
                                     tr("Finds for every occupation what the MLP of a lower layer should write, and "
                                        "solves for the smallest change that writes it (Cai et al. 2024)."),
                                     Layers::Suggested);
    case Method::Rome:
        return ask<RomeEditSettings>(romeJob, tr("Edit by ROME"),
                                     tr("Changes a layer by rank one for each occupation, one after another (Meng et "
                                        "al. 2022): a baseline."));
    case Method::Memit:
        return ask<MemitEditSettings>(memitJob, tr("Edit by MEMIT"),
                                      tr("Spreads the change of all occupations over several layers (Meng et al. "
                                         "2023): a baseline."),
                                      Layers::Suggested);
    case Method::Mg:
        return ask<MgEditSettings>(mgJob, tr("MG-Editing"),
                                   tr("Locates layer, module, rows or single weights by votes of the prompts and "
                                      "trains them alone (Qin et al. 2024)."));
    case Method::Finetune:
        return ask<FinetuneSettings>(
            finetuneJob, tr("Fine-Tuning"),
            tr("Trains modules on the prompts, plainly or within a bound on the change of each "
               "weight: a baseline."));
    }
}

template <class S> void MethodAsker::ask(const QString &job, const QString &title, const QString &about, Layers layers)
{
    S usual;
    usual.data = m_settings.value(setting::dataFolder);
    const bool isFirst = !m_asked.contains(job);
    const QStringList known{QStringLiteral("model"), QStringLiteral("device"), QStringLiteral("dtype")};
    QVector<FieldItem> items = fieldItems(isFirst ? usual : fromJson<S>(m_asked[job]), known, usual);
    for (FieldItem &item : items)
        if (layers == Layers::Suggested && QLatin1String(item.info.key) == QLatin1String("layers"))
            suggest(item, isFirst);
    if (!m_ticks.isEmpty())
        takeTicks(items);
    auto *dialog = new MethodDialog({title, about, tr("&Make Edit")}, items, &m_window);
    dialog->setObjectName(QStringLiteral("methodDialog"));
    connect(dialog, &MethodDialog::startAsked, this,
            [this, job, dialog](const QJsonObject &asked) { start(job, asked, *dialog); });
    dialog->open();
}

/// What the person's own trace says goes before the default, together with what it was seen by.
void MethodAsker::suggest(FieldItem &layers, bool isFirst) const
{
    if (m_trace.isEmpty() || m_trace.run().fingerprint != factsOf(m_selection.model()).fingerprint)
        return;
    const auto found = suggestedLayers(m_trace.result(), m_trace.run().input.subjectEnd - 1);
    if (!found)
        return;
    layers.usual = layerWords(found->first, found->last);
    if (isFirst)
        layers.value = layers.usual;
    const QString evidence = found->kind == TraceKind::Mlp
                                 ? tr("Suggested by the shown trace: layer %1 has the largest MLP effect at the last "
                                      "subject token (%2)")
                                 : tr("Suggested by the shown trace: the state of layer %1 has the largest effect at "
                                      "the last subject token (%2)");
    layers.note = evidence.arg(found->layer).arg(formatProbability(found->effect));
    if (found->first < found->last)
        layers.note += tr(", and those beside it have at least half of that");
}

/// What was located lies ticked, and may have been changed by hand since: a method that can be told where goes there.
void MethodAsker::takeTicks(QVector<FieldItem> &items) const
{
    const QJsonObject selection = m_ticks.selection();
    const auto has = [&selection](const char *part) { return selection.contains(QLatin1String(part)); };
    const EditLevel level = has("weights")                  ? EditLevel::Weight
                            : has("rows") || has("neurons") ? EditLevel::Row
                                                            : EditLevel::Module;
    for (FieldItem &item : items) {
        const QLatin1String key(item.info.key);
        if (key == QLatin1String("selection")) {
            const QString ticked = QString::fromUtf8(QJsonDocument(selection).toJson(QJsonDocument::Compact));
            item.choices = {
                {tr("What is ticked under Weights (%1)").arg(QLocale().toString(m_ticks.weights())), ticked},
                {tr("Located by the prompts"), {}}};
            item.value = item.usual = ticked;
        } else if (key == QLatin1String("level")) {
            item.value = item.usual = QLatin1String(name(level));
        }
    }
}

void MethodAsker::start(const QString &job, const QJsonObject &asked, MethodDialog &dialog)
{
    auto made = dialog.orRefuse([&] {
        requireNamedPlaces(asked, m_selection.model());
        return editingJob({job, asked}, m_selection.model());
    });
    if (!made)
        return;
    m_asked[job] = asked;
    m_asked[job].remove(QStringLiteral("selection")); // of the ticks of then
    m_maker.start(std::move(*made));
    dialog.accept();
    Q_EMIT started();
}

} // namespace cw
