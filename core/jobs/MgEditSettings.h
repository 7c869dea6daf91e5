// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditLevel.h"
#include "core/jobs/LocateFields.h"
#include "core/jobs/PlaceboOrder.h"
#include "core/jobs/TrainingOrder.h"

namespace cw {

/// Everything a person says about MG-Editing (Qin et al. 2024): what is located, at which level it is trained, and how.
struct MgEditSettings {
    QString model;
    EditLevel level = EditLevel::Row;
    QString selection; ///< a file, or its JSON itself, with what is trained; empty: it is located
    QString layers = QStringLiteral("auto");
    QStringList modules;
    PromptKind prompts = PromptKind::Auto;
    QString goal = QStringLiteral("auto");
    QString data;
    int limit = 0;
    LensNorm norm = LensNorm::With;
    RowScorer scorer = RowScorer::CosineHigh;
    LossSpan span = LossSpan::WholeText;
    int top = 0;
    double most = 0.1;
    PromptLoss loss = PromptLoss::CrossEntropy;
    QString text;
    int tokens = 8000;
    int texts = 8;
    double rate = 0; ///< 0: the level's own
    RateSchedule schedule = RateSchedule::Linear;
    int epochs = 10;
    int steps = 0;
    int batch = 16;
    double recovery = 2;
    double definitions = 1;
    int patience = 3;
    double bound = 0;
    int placebo = 0; ///< of each kind
    PlaceboChoice placeboKind = PlaceboChoice::Auto;
    std::uint32_t seed = 1;
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0; ///< 0: the machine's default

    static const std::vector<Field<MgEditSettings>> &fields();

    /// "full", "layer" ...: as the command line has it.
    QString levelName() const;
    /// At the level full there is no other place, and only what is less than a module can move within it.
    OwnPlacebos placebos() const;
    /// The same with the rate that is meant.
    MgEditSettings withRate() const;
    /// Throws Error of kind Input where something is missing or does not go together.
    void check() const;
    QString command() const;
    /// The command that makes the edit at every level, whatever the one that stands here.
    QString compareCommand() const;
    /// Those that decide the numbers.
    QJsonObject measured() const;
};

bool operator==(const MgEditSettings &a, const MgEditSettings &b);

} // namespace cw
