// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LsdmJob.h"

#include "core/analysis/Lsdm.h"
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/KeptMoments.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/Recipe.h"

namespace cw {

LsdmJob::LsdmJob(const LsdmEditSettings &settings, const LoadedModel &loaded)
    : OccupationJob(QStringLiteral("LSDM"), settings, settings, loaded), m_settings(settings)
{
}

OccupationJob::Solution LsdmJob::solve(const Task &task, Monitor &monitor) const
{
    const auto moments =
        std::make_shared<const Moments>(KeptMoments::usual().of(model(), task.layers, task.inputs.corpus, monitor));
    TargetSettings target;
    target.layer = task.layers.back();
    target.site = targetSite(task.layers);
    target.loss = m_settings.loss;
    target.rate = m_settings.rate;
    target.steps = m_settings.steps;
    target.clamp = m_settings.clamp;
    const std::vector<EditTarget> found = targets(task, target, monitor);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Solving"));
    LsdmSettings settings;
    settings.layers = task.layers;
    settings.keys = m_settings.keys;
    settings.preservation = m_settings.preservation;
    settings.definitions = m_settings.definitions;
    const auto solved = [this, &inputs = task.inputs, moments, settings](const std::vector<EditTarget> &wanted,
                                                                         Monitor &part) {
        return lsdm(model().model, inputs.subjects, wanted, inputs.definitions, *moments, settings, part);
    };
    const LsdmResult result = solved(found, monitor);
    return {std::make_shared<const Edit>(result.edit), found, toJson(result),
            [solved](const std::vector<EditTarget> &others, Monitor &part) {
                return std::make_shared<const Edit>(solved(others, part).edit);
            }};
}

Recipe LsdmJob::recipe() const
{
    return recipeOf<LsdmEditSettings>(lsdmJob, m_settings,
                                      {&LsdmEditSettings::model, &LsdmEditSettings::text, &LsdmEditSettings::data});
}

} // namespace cw
