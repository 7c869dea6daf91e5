// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LocateFields.h"
#include "core/jobs/PlaceboOrder.h"
#include "core/jobs/TrainingOrder.h"

namespace cw {

/// Everything a person says about fine-tuning as a baseline: plain, or with a bound on the change of every weight (Zhu
/// et al. 2020). Rate and steps are those of ROME's authors.
struct FinetuneSettings {
    QString model;
    QString layers = QStringLiteral("auto"); ///< whose mlp.out is trained; auto: the last of the lowest tenth
    QStringList modules;                     ///< that are trained instead
    PromptKind prompts = PromptKind::Auto;
    QString goal = QStringLiteral("auto");
    QString data;
    int limit = 0;
    PromptLoss loss = PromptLoss::CrossEntropy;
    QString text;
    int tokens = 8000;
    int texts = 8;
    double rate = 5e-4;
    RateSchedule schedule = RateSchedule::Constant;
    int epochs = 10;
    int steps = 25;
    int batch = 16;
    double recovery = 0;
    double definitions = 0;
    int patience = 3;
    double bound = 0;
    int placebo = 0; ///< of each kind
    PlaceboChoice placeboKind = PlaceboChoice::Auto;
    std::uint32_t seed = 1;
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0; ///< 0: the machine's default

    static const std::vector<Field<FinetuneSettings>> &fields();

    OwnPlacebos placebos() const;
    /// Throws Error of kind Input where something is missing or does not go together.
    void check() const;
    QString command() const;
};

bool operator==(const FinetuneSettings &a, const FinetuneSettings &b);

} // namespace cw
