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
    : OccupationJob(QStringLiteral("ROME"), settings, loaded), m_settings(settings)
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

OccupationJob::Solution RomeJob::solve(const LsdmInputs &inputs, const std::vector<int> &layers, Monitor &monitor)
{
    const int layer = layers.front();
    const Moments moments = KeptMoments(KeptMoments::usualFolder()).of(model(), layers, inputs.corpus, monitor);
    TargetSettings target = romeTarget(layer);
    target.loss = m_settings.loss;
    target.rate = m_settings.rate;
    target.steps = m_settings.steps;
    target.clamp = m_settings.clamp;
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Editing one occupation after the other"));
    std::size_t position = 0;
    const RomeResult result =
        rome(model().model, inputs.subjects, inputs.pronouns, target, moments.at(layer), m_settings.ridge, monitor,
             [&](const EditTarget &found) { tell(inputs, position++, found); });
    return {std::make_shared<const Edit>(result.edit), toJson(result.targets), {}};
}

QJsonObject RomeJob::recipe() const
{
    return recipeOf<RomeEditSettings>(romeJob, m_settings,
                                      {&RomeEditSettings::model, &RomeEditSettings::text, &RomeEditSettings::data});
}

} // namespace cw
