// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MemitJob.h"

#include "core/analysis/Rome.h"
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/KeptMoments.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/Recipe.h"

namespace cw {

MemitJob::MemitJob(const MemitEditSettings &settings, const LoadedModel &loaded)
    : OccupationJob(QStringLiteral("MEMIT"), settings, loaded), m_settings(settings)
{
}

OccupationJob::Solution MemitJob::solve(const LsdmInputs &inputs, const std::vector<int> &layers, Monitor &monitor)
{
    const Moments moments = KeptMoments(KeptMoments::usualFolder()).of(model(), layers, inputs.corpus, monitor);
    TargetSettings target = memitTarget(layers.back());
    target.loss = m_settings.loss;
    target.rate = m_settings.rate;
    target.steps = m_settings.steps;
    target.clamp = m_settings.clamp;
    const std::vector<EditTarget> found = targets(inputs, target, monitor);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Solving"));
    LsdmSettings settings = memitSettings(layers, m_settings.preservation);
    settings.ridge = m_settings.ridge;
    const LsdmResult result = lsdm(model().model, inputs.subjects, found, {}, moments, settings, monitor);
    return {std::make_shared<const Edit>(result.edit), toJson(found), toJson(result)};
}

QJsonObject MemitJob::recipe() const
{
    return recipeOf<MemitEditSettings>(memitJob, m_settings,
                                       {&MemitEditSettings::model, &MemitEditSettings::text, &MemitEditSettings::data});
}

} // namespace cw
