// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LsdmJob.h"

#include "core/analysis/Lsdm.h"
#include "core/analysis/SecondMoment.h"
#include "core/analysis/TargetSearch.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/MemoryCheck.h"
#include "core/jobs/Recipe.h"
#include "core/jobs/Threads.h"

#include <QDir>
#include <QJsonArray>

namespace cw {
namespace {

constexpr std::size_t textsAtOnce = 32;

Moments momentsOf(const Model &model, const std::vector<int> &layers, const LsdmInputs &inputs, Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading what should stay"));
    Moments moments;
    const auto parts = static_cast<std::int64_t>((inputs.corpus.size() + textsAtOnce - 1) / textsAtOnce);
    const std::int64_t total = parts * static_cast<std::int64_t>(layers.size());
    std::int64_t done = 0;
    for (const int layer : layers) {
        SecondMoment moment(layer, model.spec().hidden);
        for (std::size_t begin = 0; begin < inputs.corpus.size(); begin += textsAtOnce) {
            const std::size_t end = std::min(inputs.corpus.size(), begin + textsAtOnce);
            PartMonitor within(monitor, done++, 1, total);
            moment.add(model,
                       {inputs.corpus.begin() + static_cast<std::ptrdiff_t>(begin),
                        inputs.corpus.begin() + static_cast<std::ptrdiff_t>(end)},
                       within);
        }
        moments[layer] = moment.mean();
    }
    return moments;
}

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

QString titleOf(const LsdmEditSettings &settings, const std::vector<int> &layers)
{
    QStringList names;
    for (const int layer : layers)
        names << QString::number(layer);
    return QStringLiteral("LSDM, layers %1, %2").arg(names.join(u','), settings.goal);
}

} // namespace

LsdmJob::LsdmJob(const LsdmEditSettings &settings, const LoadedModel &loaded)
    : Job(tr("LSDM on %1").arg(QDir(settings.model).dirName())), m_settings(settings), m_loaded(loaded)
{
}

std::vector<EditTarget> LsdmJob::targets(const LsdmInputs &inputs, const std::vector<int> &layers, Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Finding targets"));
    TargetSettings settings;
    settings.layer = layers.back();
    settings.site = targetSite(layers);
    settings.loss = m_settings.loss;
    settings.rate = m_settings.rate;
    settings.steps = m_settings.steps;
    settings.clamp = m_settings.clamp;
    std::vector<EditTarget> found;
    const auto total = static_cast<std::int64_t>(inputs.subjects.size());
    for (const EditSubject &subject : inputs.subjects) {
        PartMonitor within(monitor, static_cast<std::int64_t>(found.size()), 1, total);
        found.push_back(TargetSearch(m_loaded.model, subject, inputs.pronouns, settings, within).run());
        Q_EMIT targetFound({QString::fromStdString(subject.name), static_cast<int>(found.size()),
                            static_cast<int>(total), found.back().gaps});
    }
    return found;
}

QJsonObject LsdmJob::facts(const LsdmInputs &inputs, const std::vector<EditTarget> &targets,
                           const LsdmResult &result) const
{
    const TargetFacts found = factsOf(targets);
    std::int64_t tokens = 0;
    for (const auto &text : inputs.corpus)
        tokens += static_cast<std::int64_t>(text.size());
    QJsonArray layers;
    for (const LsdmLayer &layer : result.layers)
        layers.append(toJson(layer));
    return {{QStringLiteral("occupations"), static_cast<qint64>(inputs.subjects.size())},
            {QStringLiteral("gapBefore"), found.gapBefore},
            {QStringLiteral("gapOfTargets"), found.gapAfter},
            {QStringLiteral("clamped"), found.clamped},
            {QStringLiteral("diverged"), found.diverged},
            {QStringLiteral("corpusTokens"), static_cast<qint64>(tokens)},
            {QStringLiteral("layers"), layers}};
}

void LsdmJob::work(Monitor &monitor)
{
    m_settings.check();
    useThreads(m_settings.threads);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Opening the model"));
    if (!m_loaded.checkpoint)
        m_loaded = loadModel(m_settings.model, m_settings.device, m_settings.dtype);
    const Model &model = *m_loaded.model;
    const std::vector<int> layers = m_settings.layersIn(model.spec().layers);
    requireCausalLayer(model, layers.back());
    requireMemory(model, std::int64_t{64} * m_settings.contexts, freeMemoryOf(model.placement().device));
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the data"));
    const LsdmInputs inputs = lsdmInputs(m_loaded, m_settings, monitor);
    const Moments moments = momentsOf(model, layers, inputs, monitor);
    const std::vector<EditTarget> found = targets(inputs, layers, monitor);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Solving"));
    LsdmSettings settings;
    settings.layers = layers;
    settings.keys = m_settings.keys;
    settings.preservation = m_settings.preservation;
    settings.definitions = m_settings.definitions;
    const LsdmResult result =
        lsdm(m_loaded.model, inputs.subjects, found, inputs.definitions, moments, settings, monitor);
    MadeEdit edit =
        applied(m_loaded, m_loaded.checkpoint->hash(monitor), std::make_shared<const Edit>(result.edit), 1, monitor);
    edit.title = titleOf(m_settings, layers);
    edit.recipe = recipeOf<LsdmEditSettings>(
        lsdmJob, m_settings, {&LsdmEditSettings::model, &LsdmEditSettings::text, &LsdmEditSettings::data});
    edit.facts = facts(inputs, found, result);
    Q_EMIT made(edit);
}

} // namespace cw
