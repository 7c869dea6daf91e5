// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LsdmJob.h"

#include "core/analysis/TargetScores.h"
#include "core/data/Draws.h"
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/KeptMoments.h"
#include "core/jobs/LsdmInputs.h"
#include "core/jobs/PlaceboBand.h"
#include "core/jobs/Recipe.h"

#include <cmath>

namespace cw {
namespace {

/// Mean of 2 |P(she) - share (P(he) + P(she))|, which is |P(he) - P(she)| at parity.
PlaceboScore gapScore(const Model &model, const TargetPrompts &prompts, Monitor &monitor)
{
    PlaceboScore mean;
    const std::vector<TargetScore> scores = targetScores(model, prompts, monitor);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        mean.value += 2 * std::abs(scores[i].b - prompts[i].shareB * scores[i].mass);
        mean.mass += scores[i].mass;
    }
    const auto count = static_cast<double>(scores.size());
    return {mean.value / count, mean.mass / count};
}

} // namespace

LsdmJob::LsdmJob(const LsdmEditSettings &settings, const LoadedModel &loaded)
    : OccupationJob(QStringLiteral("LSDM"), settings, loaded), m_settings(settings)
{
}

OccupationJob::Solution LsdmJob::solve(const LsdmInputs &inputs, const std::vector<int> &layers, Monitor &monitor)
{
    const Moments moments = KeptMoments(KeptMoments::usualFolder()).of(model(), layers, inputs.corpus, monitor);
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
    const auto solved = [&](const std::vector<EditTarget> &wanted) {
        return lsdm(model().model, inputs.subjects, wanted, inputs.definitions, moments, settings, monitor);
    };
    const LsdmResult result = solved(found);
    Solution solution{std::make_shared<const Edit>(result.edit), toJson(found), toJson(result)};
    if (m_settings.placebo > 0) {
        const auto draw = [&](int number) {
            std::vector<EditTarget> shuffled = found;
            Draws(m_settings.seed + static_cast<std::uint32_t>(number) + 1).shuffle(shuffled);
            return std::make_shared<const Edit>(solved(shuffled).edit);
        };
        const auto score = [&](const Model &model) { return gapScore(model, inputs.reporting, monitor); };
        PlaceboBand band = placeboBand(model().model, solution.edit, m_settings.placebo, draw, score, monitor);
        band.kind = QStringLiteral("content");
        band.score = QStringLiteral("gap");
        solution.targets.insert(QStringLiteral("placebo"), toJson(band));
    }
    return solution;
}

QJsonObject LsdmJob::recipe() const
{
    return recipeOf<LsdmEditSettings>(lsdmJob, m_settings,
                                      {&LsdmEditSettings::model, &LsdmEditSettings::text, &LsdmEditSettings::data});
}

} // namespace cw
