// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MgEditJob.h"

#include "core/checkpoint/JsonFile.h"
#include "core/data/SelectionFile.h"
#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LayerWords.h"
#include "core/jobs/Locator.h"
#include "core/jobs/Recipe.h"

#include <QDir>
#include <QJsonDocument>

namespace cw {
namespace {

/// The same with what a selection file says in its place: it stands for itself wherever it goes.
MgEditSettings withoutFile(MgEditSettings settings)
{
    if (!settings.selection.isEmpty() && !settings.selection.startsWith(u'{'))
        settings.selection = QString::fromUtf8(
            QJsonDocument(selectionJson(readSelection(settings.selection))).toJson(QJsonDocument::Compact));
    return settings;
}

/// The finest of what is selected.
EditLevel levelOf(const TickWords &words)
{
    if (!words.weights.empty())
        return EditLevel::Weight;
    if (!words.rows.empty() || !words.neurons.empty())
        return EditLevel::Row;
    return words.modules.empty() ? EditLevel::Layer : EditLevel::Module;
}

/// What is trained decides the level, by whose name and rate an edit goes.
TickWords requireLevel(TickWords words, EditLevel level)
{
    const EditLevel found = levelOf(words);
    if (found != level && !(found == EditLevel::Layer && level == EditLevel::Module))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The level is %1, but what is selected is of the level %2: give --level "
                                               "%2, or another selection."),
                    {name(level), name(found)});
    return words;
}

QString titleOf(const MgEditSettings &settings)
{
    return QStringLiteral("MG-Editing, %1").arg(settings.levelName());
}

} // namespace

MgEditJob::MgEditJob(const MgEditSettings &settings, const LoadedModel &loaded)
    : TrainingJob(tr("%1 on %2").arg(titleOf(settings), QDir(settings.model).dirName()), settings.withRate(), settings,
                  loaded),
      m_settings(settings)
{
}

/// What is trained, below the level of the whole model.
TickWords MgEditJob::words(const LoadedModel &model, const MgPrompts &prompts, Monitor &monitor) const
{
    if (!m_settings.selection.isEmpty())
        return requireLevel(
            ticksFromJson(parseJsonObject(withoutFile(m_settings).selection.toUtf8(), QStringLiteral("--selection")),
                          QStringLiteral("--selection")),
            m_settings.level);
    const MgPrompts::Fold fold = prompts.locating();
    const Locator locator(*model.model, fold.prompts, m_settings);
    TickWords words;
    if (m_settings.level == EditLevel::Layer && m_settings.layers != QLatin1String("auto"))
        for (const int layer : layersNamed(m_settings.layers, model.model->spec().layers))
            words.layers.push_back(std::to_string(layer));
    else if (m_settings.level == EditLevel::Layer)
        words = locator.layers(monitor).selection;
    else if (m_settings.level == EditLevel::Module && !m_settings.modules.isEmpty())
        for (const QString &module : m_settings.modules)
            words.modules.push_back(module.toStdString());
    else if (m_settings.level == EditLevel::Module)
        words = locator.modules(monitor).selection;
    else
        words = (m_settings.level == EditLevel::Row ? locator.rows(monitor) : locator.weights(monitor)).selection;
    return words;
}

TrainingJob::Choice MgEditJob::choose(const LoadedModel &model, const MgPrompts &prompts, Monitor &monitor) const
{
    Choice choice;
    choice.title = titleOf(m_settings);
    choice.facts.insert(QStringLiteral("level"), m_settings.levelName());
    if (m_settings.level == EditLevel::Full) {
        choice.ticks = wholeModel(*model.model);
        return choice;
    }
    const TickWords found = words(model, prompts, monitor);
    choice.ticks = ticksOf(found, NeuronSide::Both, *model.model);
    choice.facts.insert(QStringLiteral("selection"), selectionJson(found));
    return choice;
}

Recipe MgEditJob::recipe() const
{
    return recipeOf<MgEditSettings>(mgJob, withoutFile(m_settings),
                                    {&MgEditSettings::model, &MgEditSettings::text, &MgEditSettings::data});
}

} // namespace cw
