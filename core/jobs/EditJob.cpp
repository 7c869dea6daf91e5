// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditJob.h"

#include "core/analysis/TickedEdit.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PromptTokens.h"
#include "core/data/SelectionFile.h"
#include "core/engine/Edit.h"
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/Recipe.h"
#include "core/jobs/Threads.h"

#include <ATen/core/Tensor.h>
#include <QDir>

namespace cw {
namespace {

constexpr int longestTitle = 60;

std::vector<std::string> asWords(const QStringList &list)
{
    std::vector<std::string> words;
    for (const QString &each : list)
        words.push_back(each.toStdString());
    return words;
}

void append(QStringList &words, const std::vector<std::string> &more)
{
    for (const std::string &each : more)
        words << QString::fromStdString(each);
}

TickWords wordsOf(const EditSettings &settings)
{
    return {asWords(settings.layers),  asWords(settings.modules), asWords(settings.rows),
            asWords(settings.neurons), asWords(settings.weights), settings.bias == EditSettings::Bias::With};
}

/// The same with what a selection file says in place of the file: it stands for itself wherever it goes.
EditSettings withoutFile(EditSettings settings)
{
    if (settings.selection.isEmpty())
        return settings;
    const TickWords more = readSelection(settings.selection);
    append(settings.layers, more.layers);
    append(settings.modules, more.modules);
    append(settings.rows, more.rows);
    append(settings.neurons, more.neurons);
    append(settings.weights, more.weights);
    settings.selection.clear();
    return settings;
}

/// Both targets as they go on from a text; of one that is several tokens the first parts them.
std::pair<std::int64_t, std::int64_t> targetTokens(const Tokenizer &tokenizer, const QStringList &targets)
{
    const auto first = [&tokenizer](const QString &target) {
        const Encoding text = tokenizer.encode(target, false);
        if (text.ids.empty())
            throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The target \"%1\" has no tokens."),
                        {target.toStdString()});
        return text.ids.front();
    };
    return {first(targets[0]), first(targets[1])};
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
    return settings.methodName() + u' ' + where;
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

TickChange EditJob::change() const
{
    TickChange change;
    change.kind = m_settings.method;
    change.amount = m_settings.method == TickMethod::Scale ? m_settings.factor : m_settings.share;
    if (m_settings.method == TickMethod::Toward)
        change.reference = loadModel(m_settings.reference, m_settings.device, m_settings.dtype).model;
    if (m_settings.method == TickMethod::Attenuate) {
        const auto [from, toward] = targetTokens(*m_loaded.checkpoint->tokenizer(), m_settings.targets);
        change.direction = headDirection(*m_loaded.model, toward, from);
    }
    return change;
}

void EditJob::work(Monitor &monitor)
{
    m_settings.check();
    useThreads(m_settings.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    if (!m_loaded.checkpoint)
        m_loaded = loadModel(m_settings.model, m_settings.device, m_settings.dtype);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Making the edit"));
    const NeuronSide side = m_settings.method == TickMethod::Toward ? NeuronSide::Both : NeuronSide::Out;
    const EditSettings whole = withoutFile(m_settings);
    const std::vector<Tick> ticks = ticksOf(wordsOf(whole), side, *m_loaded.model);
    const auto edit = std::make_shared<const Edit>(tickedEdit(*m_loaded.model, ticks, change(), monitor));
    MadeEdit result = applied(m_loaded, m_loaded.checkpoint->hash(monitor), edit, 1, monitor);
    result.title = titleOf(m_settings);
    result.recipe = recipeOf<EditSettings>(editJob, whole, {&EditSettings::model, &EditSettings::reference});
    Q_EMIT made(result);
}

} // namespace cw
