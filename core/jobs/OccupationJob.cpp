// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/OccupationJob.h"

#include "core/analysis/Lsdm.h"
#include "core/analysis/TargetSearch.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/FreeMemory.h"
#include "core/engine/Model.h"
#include "core/engine/PartMonitor.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/MemoryCheck.h"
#include "core/jobs/Threads.h"

#include <QDir>

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

OccupationJob::OccupationJob(const QString &method, const OccupationOrder &order, const LoadedModel &loaded)
    : EditingJob(tr("%1 on %2").arg(method, QDir(order.model).dirName())), m_method(method), m_order(order),
      m_loaded(loaded)
{
}

void OccupationJob::tell(const LsdmInputs &inputs, std::size_t position, const EditTarget &target)
{
    Q_EMIT targetFound({QString::fromStdString(inputs.subjects[position].name), static_cast<int>(position + 1),
                        static_cast<int>(inputs.subjects.size()), target.gaps});
}

std::vector<EditTarget> OccupationJob::targets(const LsdmInputs &inputs, const TargetSettings &settings,
                                               Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Finding targets"));
    std::vector<EditTarget> found;
    const auto total = static_cast<std::int64_t>(inputs.subjects.size());
    for (const EditSubject &subject : inputs.subjects) {
        PartMonitor within(monitor, static_cast<std::int64_t>(found.size()), 1, total);
        found.push_back(TargetSearch(m_loaded.model, subject, inputs.pronouns, settings, within).run());
        tell(inputs, found.size() - 1, found.back());
    }
    return found;
}

void OccupationJob::work(Monitor &monitor)
{
    m_order.check();
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
    const Solution solution = solve(inputs, layers, monitor);
    MadeEdit edit = applied(m_loaded, m_loaded.checkpoint->hash(monitor), solution.edit, 1, monitor);
    QStringList names;
    for (const int layer : layers)
        names << QString::number(layer);
    edit.title = QStringLiteral("%1, layers %2, %3").arg(m_method, names.join(u','), m_order.goal);
    edit.recipe = recipe();
    std::int64_t tokens = 0;
    for (const auto &text : inputs.corpus)
        tokens += static_cast<std::int64_t>(text.size());
    edit.facts = solution.targets;
    edit.facts.insert(QStringLiteral("occupations"), static_cast<qint64>(inputs.subjects.size()));
    edit.facts.insert(QStringLiteral("corpusTokens"), static_cast<qint64>(tokens));
    if (!solution.layers.isEmpty())
        edit.facts.insert(QStringLiteral("layers"), solution.layers);
    Q_EMIT made(edit);
}

} // namespace cw
