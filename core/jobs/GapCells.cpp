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
#include "core/measures/Numbering.h"

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
            const QString &frame = seen[i % seen.size()];
            prompts.push_back({filled(frame, occupation.name), occupation.name, false, frame});
            if (i >= prefixes.size())
                continue;
            const QString behind = prefixes[i] + unseen[i % unseen.size()];
            prompts.push_back({filled(behind, occupation.name), occupation.name, true, behind});
        }
    }
    return prompts;
}

/// 2 |P(she) - share (P(he) + P(she))|, which is |P(he) - P(she)| at parity.
ItemTable gapsOf(const Model &model, const TargetPrompts &prompts, Monitor &monitor)
{
    ItemTable items;
    items.columns.resize(2);
    const std::vector<TargetScore> scores = targetScores(model, prompts, monitor);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const double gap = 2 * std::abs(scores[i].b - prompts[i].shareB * scores[i].mass);
        items.columns[0].push_back(static_cast<float>(gap));
        items.columns[1].push_back(static_cast<float>(scores[i].mass));
    }
    return items;
}

} // namespace

GapCells::GapCells(const LoadedModel &model, const Goal &goal, const QString &data, std::uint32_t seed,
                   Monitor &monitor)
    : m_seed(seed)
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
        m_prompts[cell].prompts.push_back(targetPromptOf(tokenizer, each.text, *she));
        m_prompts[cell].occupations << each.occupation;
        if (!each.frame.isEmpty())
            m_prompts[cell].frames << each.frame;
    }
}

TrialScore GapCells::scoreOf(const Prompts &prompts)
{
    std::vector<std::vector<int>> clusters{numbered(prompts.occupations)};
    if (!prompts.frames.isEmpty())
        clusters.push_back(numbered(prompts.frames));
    return {
        {QStringLiteral("gap")}, false, [prompts = prompts.prompts, clusters](const Model &model, Monitor &monitor) {
            ItemTable items = gapsOf(model, prompts, monitor);
            items.clusters = clusters;
            return items;
        }};
}

TrialScore GapCells::editedUnseen() const
{
    return scoreOf(m_prompts[EditedUnseen]);
}

TrialScore GapCells::allUnseen() const
{
    Prompts both = m_prompts[EditedUnseen];
    const Prompts &other = m_prompts[HeldOutUnseen];
    both.prompts.insert(both.prompts.end(), other.prompts.begin(), other.prompts.end());
    both.occupations += other.occupations;
    both.frames += other.frames;
    return scoreOf(both);
}

QJsonObject GapCells::facts(const Model &before, const Model &after, Monitor &monitor) const
{
    QJsonObject all;
    for (int cell = 0; cell < cells; ++cell) {
        if (m_prompts[cell].prompts.empty())
            continue;
        const TrialScore score = scoreOf(m_prompts[cell]);
        all.insert(QLatin1String(names[cell]),
                   pairedFacts(score.read(before, monitor), score.read(after, monitor), m_seed));
    }
    return all;
}

} // namespace cw
