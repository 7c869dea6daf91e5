// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/OccupationJob.h"

#include "core/analysis/Lsdm.h"
#include "core/analysis/RelocatedSubjects.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/data/Draws.h"
#include "core/engine/Error.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/EditTrial.h"
#include "core/jobs/GapCells.h"
#include "core/jobs/KeptTargets.h"
#include "core/jobs/LayerWords.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/MemoryCheck.h"
#include "core/jobs/Threads.h"

#include <QDir>
#include <algorithm>

namespace cw {
namespace {

constexpr std::int64_t tokensOfContext = 64;

QJsonObject toJson(const LsdmLayer &layer)
{
    return {{QStringLiteral("layer"), layer.layer},
            {QStringLiteral("columns"), static_cast<qint64>(layer.columns)},
            {QStringLiteral("lambda"), layer.lambda},
            {QStringLiteral("condition"), layer.condition},
            {QStringLiteral("deltaNorm"), layer.deltaNorm},
            {QStringLiteral("weightNorm"), layer.weightNorm},
            {QStringLiteral("residualNorm"), layer.residualNorm},
            {QStringLiteral("share"), layer.share},
            {QStringLiteral("reached"), layer.reached}};
}

std::vector<int> shifted(std::vector<int> layers, int shift)
{
    for (int &layer : layers)
        layer += shift;
    return layers;
}

} // namespace

QJsonObject toJson(const std::vector<EditTarget> &targets)
{
    const TargetFacts found = factsOf(targets);
    return {{QStringLiteral("gapBefore"), found.gapBefore},
            {QStringLiteral("gapOfTargets"), found.gapAfter},
            {QStringLiteral("clamped"), found.clamped},
            {QStringLiteral("diverged"), found.diverged}};
}

QJsonArray toJson(const LsdmResult &result)
{
    QJsonArray layers;
    for (const LsdmLayer &layer : result.layers)
        layers.append(toJson(layer));
    return layers;
}

OccupationJob::OccupationJob(const QString &method, const OccupationOrder &order, const PlaceboOrder &placebos,
                             const LoadedModel &loaded)
    : EditingJob(tr("%1 on %2").arg(method, QDir(order.model).dirName())), m_method(method), m_order(order),
      m_placebos(placebos), m_loaded(loaded)
{
}

std::vector<EditTarget> OccupationJob::targets(const Task &task, const TargetSettings &settings, Monitor &monitor) const
{
    return KeptTargets::usual().of(m_loaded, task.inputs.subjects, task.inputs.pronouns, settings, task.onTarget,
                                   monitor);
}

MadeEdit OccupationJob::editOf(const Solution &solution, const Task &task, Monitor &monitor) const
{
    MadeEdit edit = applied(m_loaded, m_loaded.checkpoint->hash(monitor), solution.edit, 1, monitor);
    QStringList names;
    for (const int layer : task.layers)
        names << QString::number(layer);
    edit.title = QStringLiteral("%1, layers %2, %3").arg(m_method, names.join(u','), m_order.goal);
    setRecipe(edit, recipe());
    std::int64_t tokens = 0;
    for (const auto &text : task.inputs.corpus)
        tokens += static_cast<std::int64_t>(text.size());
    edit.facts = toJson(solution.targets);
    edit.facts.insert(QStringLiteral("occupations"), static_cast<qint64>(task.inputs.subjects.size()));
    edit.facts.insert(QStringLiteral("corpusTokens"), static_cast<qint64>(tokens));
    if (!solution.layers.isEmpty())
        edit.facts.insert(QStringLiteral("layers"), solution.layers);
    return edit;
}

/// Where relocated placebos are made; nowhere where none is asked for.
std::vector<OtherPlace> OccupationJob::placesOf(const Task &task) const
{
    if (!m_placebos.asksFor(PlaceboKind::Relocated))
        return {};
    return otherPlaces(task.inputs.subjects, task.layers.front(), task.layers.back(), m_loaded.model->spec().layers,
                       m_placebos.seed);
}

PlaceboDraws OccupationJob::relocated(const Task &task, const std::vector<OtherPlace> &places) const
{
    const int count = std::min(m_placebos.count, static_cast<int>(places.size()));
    PlaceboDraws draws{name(PlaceboKind::Relocated), m_placebos.count, count,
                       [this, &task, places](int number, Monitor &monitor) {
                           const OtherPlace place = places[static_cast<std::size_t>(number)];
                           LsdmInputs inputs = task.inputs;
                           for (EditSubject &subject : inputs.subjects)
                               subject = movedTo(std::move(subject), place.token);
                           return solve({inputs, shifted(task.layers, place.shift), nullptr}, monitor).edit;
                       }};
    for (const OtherPlace &place : places) {
        const std::vector<int> layers = shifted(task.layers, place.shift);
        draws.places << QStringLiteral("layers %1, token %2")
                            .arg(layerWords(layers.front(), layers.back()), QLatin1String(name(place.token)));
    }
    return draws;
}

PlaceboDraws OccupationJob::wrongText(const Task &task) const
{
    return {name(PlaceboKind::WrongText), m_placebos.count, m_placebos.count,
            [this, &task](int number, Monitor &monitor) {
                const LsdmInputs other = withNouns(task.inputs, m_placebos.nouns(number), m_loaded, m_order, monitor);
                return solve({other, task.layers, nullptr}, monitor).edit;
            }};
}

std::vector<PlaceboDraws> OccupationJob::placebos(const Task &task, const std::vector<OtherPlace> &places,
                                                  const Solution &solution) const
{
    std::vector<PlaceboDraws> all;
    if (m_placebos.asksFor(PlaceboKind::Content))
        all.push_back({name(PlaceboKind::Content), m_placebos.count, m_placebos.count,
                       [this, &solution](int number, Monitor &monitor) {
                           std::vector<EditTarget> others = solution.targets;
                           Draws(m_placebos.seedOf(number)).shuffle(others);
                           return solution.solved(others, monitor);
                       }});
    if (m_placebos.asksFor(PlaceboKind::Relocated))
        all.push_back(relocated(task, places));
    if (m_placebos.asksFor(PlaceboKind::WrongText))
        all.push_back(wrongText(task));
    return all;
}

void OccupationJob::work(Monitor &monitor)
{
    m_order.check();
    m_placebos.kinds(); // says so where the method lacks what is asked for
    useThreads(m_order.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    if (!m_loaded.checkpoint)
        m_loaded = loadModel(m_order.model, m_order.device, m_order.dtype);
    const Model &model = *m_loaded.model;
    const std::vector<int> layers = layersIn(model.spec().layers);
    requireCausalLayer(model, layers.back());
    requireMemory(model, tokensOfContext * m_order.contexts, freeMemoryOf(model.placement().device));
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the data"));
    const LsdmInputs inputs = lsdmInputs(m_loaded, m_order, monitor);
    int number = 0;
    const Task task{inputs, layers, [&](const EditTarget &target) {
                        const QString name = QString::fromStdString(inputs.subjects[number].name);
                        Q_EMIT targetFound({name, ++number, static_cast<int>(inputs.subjects.size()), target.gaps});
                    }};
    const std::vector<OtherPlace> places = placesOf(task); // says so before the work where there is none
    const Solution solution = solve(task, monitor);
    MadeEdit edit = editOf(solution, task, monitor);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Taking the scores"));
    const GapCells cells(m_loaded, m_order.goalAsked(), m_order.data, m_order.seed, monitor);
    const EditTrial trial(edit, cells.editedUnseen(), m_order.data, m_order.seed, monitor);
    edit.facts.insert(QStringLiteral("cells"), cells.facts(model, *edit.model, monitor));
    trial.addTo(edit.facts, placebos(task, places, solution), monitor);
    Q_EMIT made(edit);
}

} // namespace cw
