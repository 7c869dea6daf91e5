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
    : OccupationJob(QStringLiteral("MEMIT"), settings, settings, loaded), m_settings(settings)
{
}

OccupationJob::Solution MemitJob::solve(const Task &task, Monitor &monitor) const
{
    const auto moments =
        std::make_shared<const Moments>(KeptMoments::usual().of(model(), task.layers, task.inputs.corpus, monitor));
    TargetSettings target = memitTarget(task.layers.back());
    target.loss = m_settings.loss;
    target.rate = m_settings.rate;
    target.steps = m_settings.steps;
    target.clamp = m_settings.clamp;
    const std::vector<EditTarget> found = targets(task, target, monitor);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Solving"));
    LsdmSettings settings = memitSettings(task.layers, m_settings.preservation);
    settings.ridge = m_settings.ridge;
    const auto solved = [this, &inputs = task.inputs, moments, settings](const std::vector<EditTarget> &wanted,
                                                                         Monitor &part) {
        return lsdm(model().model, inputs.subjects, wanted, {}, *moments, settings, part);
    };
    const LsdmResult result = solved(found, monitor);
    return {std::make_shared<const Edit>(result.edit), found, toJson(result),
            [solved](const std::vector<EditTarget> &others, Monitor &part) {
                return std::make_shared<const Edit>(solved(others, part).edit);
            }};
}

Recipe MemitJob::recipe() const
{
    return recipeOf<MemitEditSettings>(memitJob, m_settings,
                                       {&MemitEditSettings::model, &MemitEditSettings::text, &MemitEditSettings::data});
}

} // namespace cw
