// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LsdmJob.h"

#include "core/analysis/CorpusMoments.h"
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/Recipe.h"

namespace cw {

LsdmJob::LsdmJob(const LsdmEditSettings &settings, const LoadedModel &loaded)
    : OccupationJob(QStringLiteral("LSDM"), settings, loaded), m_settings(settings)
{
}

OccupationJob::Solution LsdmJob::solve(const LsdmInputs &inputs, const std::vector<int> &layers, Monitor &monitor)
{
    const Moments moments = corpusMoments(*model().model, layers, inputs.corpus, monitor);
    TargetSettings target;
    target.layer = layers.back();
    target.site = targetSite(layers);
    target.loss = m_settings.loss;
    target.rate = m_settings.rate;
    target.steps = m_settings.steps;
    target.clamp = m_settings.clamp;
    const std::vector<EditTarget> found = targets(inputs, target, monitor);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Solving"));
    LsdmSettings settings;
    settings.layers = layers;
    settings.keys = m_settings.keys;
    settings.preservation = m_settings.preservation;
    settings.definitions = m_settings.definitions;
    const LsdmResult result =
        lsdm(model().model, inputs.subjects, found, inputs.definitions, moments, settings, monitor);
    return {std::make_shared<const Edit>(result.edit), toJson(found), toJson(result)};
}

QJsonObject LsdmJob::recipe() const
{
    return recipeOf<LsdmEditSettings>(lsdmJob, m_settings,
                                      {&LsdmEditSettings::model, &LsdmEditSettings::text, &LsdmEditSettings::data});
}

} // namespace cw
