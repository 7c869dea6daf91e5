// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"
#include "core/jobs/EditTrial.h"
#include "core/jobs/LoadedModel.h"
#include "core/measures/Measure.h"

namespace cw {

/// The prompts in which the gap of occupations is reported, apart for {edited, held-out} occupations and {seen, unseen}
/// left contexts and frames (statistics: folds): in a causal model the key at an occupation depends on what stands left
/// of it alone. A demo model's own prompts for reporting; else the seen templates plain, and the unseen ones behind
/// short texts that the model itself has written and no edit sees.
class GapCells {
public:
    /// Occupations of which the goal says nothing are left out. Throws Error as its parts do.
    GapCells(const LoadedModel &model, const Goal &goal, const QString &data, std::uint32_t seed, Monitor &monitor);

    /// Of edited occupations where nothing around them was seen; of all occupations there.
    TrialScore editedUnseen() const;
    TrialScore allUnseen() const;
    /// {"edited_seen": {"prompts": ..., "before": ..., "after": ..., "low": ..., "high": ...}, ...}: the mean gap of
    /// two models, and the 95 % interval of its paired change over occupations and frames.
    QJsonObject facts(const Model &before, const Model &after, Monitor &monitor) const;

private:
    enum Cell { EditedSeen, EditedUnseen, HeldOutSeen, HeldOutUnseen };
    static constexpr int cells = 4;

    struct Prompts {
        TargetPrompts prompts;
        QStringList occupations;
        QStringList frames; ///< empty where each prompt has one of its own
    };

    static TrialScore scoreOf(const Prompts &prompts);

    Prompts m_prompts[cells];
    const std::uint32_t m_seed;
};

} // namespace cw
