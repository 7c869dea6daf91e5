// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GapCells.h"

#include "core/analysis/TargetScores.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/engine/Error.h"
#include "core/jobs/PrefixWriter.h"
#include "core/jobs/TargetPromptOf.h"
#include "core/measures/GapFolds.h"
#include "core/measures/GoalTargets.h"

#include <cmath>

namespace cw {
namespace {

constexpr int promptsOfCell = 4;           ///< of each occupation, where a model has none of its own
constexpr std::uint32_t apart = 1'000'003; ///< from the seed of the contexts that an edit sees

constexpr const char *names[] = {"edited_seen", "edited_unseen", "held_out_seen", "held_out_unseen"};

/// Every occupation in some frames; those behind texts of the model's own are unseen.
std::vector<GapFolds::Prompt> written(const LoadedModel &model, const GapFolds &folds, std::uint32_t seed,
                                      Monitor &monitor)
{
    QStringList seen;
    QStringList unseen;
    for (const GapFolds::Template &frame : folds.templates)
        (frame.isUnseen ? unseen : seen) << frame.text;
    const QStringList prefixes = writtenPrefixes(model, promptsOfCell, seed + apart, monitor);
    std::vector<GapFolds::Prompt> prompts;
    for (const GapFolds::Occupation &occupation : folds.occupations) {
        for (int i = 0; i < promptsOfCell; ++i) {
            prompts.push_back({filled(seen[i % seen.size()], occupation.name), occupation.name, false});
            if (i < prefixes.size())
                prompts.push_back(
                    {prefixes[i] + filled(unseen[i % unseen.size()], occupation.name), occupation.name, true});
        }
    }
    return prompts;
}

/// Mean of 2 |P(she) - share (P(he) + P(she))|, which is |P(he) - P(she)| at parity.
TrialScore::Value gapOf(const Model &model, const TargetPrompts &prompts, Monitor &monitor)
{
    TrialScore::Value mean;
    const std::vector<TargetScore> scores = targetScores(model, prompts, monitor);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        mean.value += 2 * std::abs(scores[i].b - prompts[i].shareB * scores[i].mass);
        mean.mass += scores[i].mass;
    }
    const auto count = static_cast<double>(scores.size());
    return {mean.value / count, mean.mass / count};
}

TrialScore scoreOf(const TargetPrompts &prompts)
{
    return {QStringLiteral("gap"), static_cast<int>(prompts.size()), false,
            [prompts](const Model &model, Monitor &monitor) { return gapOf(model, prompts, monitor); }};
}

} // namespace

GapCells::GapCells(const LoadedModel &model, const Goal &goal, const QString &data, std::uint32_t seed,
                   Monitor &monitor)
{
    const Tokenizer &tokenizer = *model.checkpoint->tokenizer();
    const GoalTargets targets(goal, DataFolder(data));
    const GapFolds folds = GapFolds::of(model.checkpoint->folder(), seed);
    QStringList heldOut;
    for (const GapFolds::Occupation &occupation : folds.occupations)
        if (occupation.isHeldOut)
            heldOut << occupation.name;
    for (const GapFolds::Prompt &each :
         folds.reporting.empty() ? written(model, folds, seed, monitor) : folds.reporting) {
        const std::optional<double> she = targets.she(each.occupation);
        if (!she)
            continue;
        const int cell = (heldOut.contains(each.occupation) ? HeldOutSeen : EditedSeen) + (each.isUnseen ? 1 : 0);
        m_prompts[cell].push_back(targetPromptOf(tokenizer, each.text, *she));
    }
}

TrialScore GapCells::editedUnseen() const
{
    return scoreOf(m_prompts[EditedUnseen]);
}

TrialScore GapCells::allUnseen() const
{
    TargetPrompts both = m_prompts[EditedUnseen];
    both.insert(both.end(), m_prompts[HeldOutUnseen].begin(), m_prompts[HeldOutUnseen].end());
    return scoreOf(both);
}

QJsonObject GapCells::facts(const Model &before, const Model &after, Monitor &monitor) const
{
    QJsonObject all;
    for (int cell = 0; cell < cells; ++cell) {
        const TargetPrompts &prompts = m_prompts[cell];
        if (prompts.empty())
            continue;
        all.insert(QLatin1String(names[cell]),
                   QJsonObject{{QStringLiteral("prompts"), static_cast<qint64>(prompts.size())},
                               {QStringLiteral("before"), gapOf(before, prompts, monitor).value},
                               {QStringLiteral("after"), gapOf(after, prompts, monitor).value}});
    }
    return all;
}

} // namespace cw
