// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/RomeJob.h"

#include "core/analysis/Rome.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/KeptMoments.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/Recipe.h"

namespace cw {

RomeJob::RomeJob(const RomeEditSettings &settings, const LoadedModel &loaded)
    : OccupationJob(QStringLiteral("ROME"), settings, settings, loaded), m_settings(settings)
{
}

std::vector<int> RomeJob::layersIn(int count) const
{
    const std::vector<int> layers = OccupationJob::layersIn(count);
    if (layers.size() > 1 && m_settings.layers != QLatin1String("auto"))
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "ROME changes one layer: \"%1\" names several."),
                    {m_settings.layers.toStdString()});
    return {layers.back()};
}

OccupationJob::Solution RomeJob::solve(const Task &task, Monitor &monitor) const
{
    const int layer = task.layers.front();
    const at::Tensor moment = KeptMoments::usual().of(model(), task.layers, task.inputs.corpus, monitor).at(layer);
    TargetSettings target = romeTarget(layer);
    target.loss = m_settings.loss;
    target.rate = m_settings.rate;
    target.steps = m_settings.steps;
    target.clamp = m_settings.clamp;
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Editing one occupation after the other"));
    const LsdmInputs &inputs = task.inputs;
    const RomeResult result =
        rome(model().model, inputs.subjects, inputs.pronouns, target, moment, m_settings.ridge, monitor, task.onTarget);
    return {std::make_shared<const Edit>(result.edit),
            result.targets,
            {},
            [this, &inputs, moment](const std::vector<EditTarget> &others, Monitor &part) {
                return std::make_shared<const Edit>(
                    romeOf(model().model, inputs.subjects, others, moment, m_settings.ridge, part));
            }};
}

Recipe RomeJob::recipe() const
{
    return recipeOf<RomeEditSettings>(romeJob, m_settings,
                                      {&RomeEditSettings::model, &RomeEditSettings::text, &RomeEditSettings::data});
}

} // namespace cw
