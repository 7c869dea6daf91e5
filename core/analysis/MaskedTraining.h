// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/PromptLoss.h"
#include "core/analysis/Tick.h"
#include "core/engine/Edit.h"

#include <functional>
#include <limits>

namespace cw {

/// What is learned from, tokenized.
struct TrainingTexts {
    using Texts = std::vector<Query>;

    TargetPrompts prompts;
    TargetPrompts dev; ///< tells which epoch is best and when to stop; without it all epochs run
    Texts recovery;    ///< read what the model is to go on saying; may be none
    Texts devRecovery; ///< the same for the dev score; none: recovery
    /// Prompts whose answers should stay: their shares are the model's own. May be none.
    TargetPrompts preserved = {};
};

/// How the learning rate goes on from step to step.
enum class RateSchedule {
    Constant,
    Linear ///< falls to 0 at the last step there may be
};

/// How it is learned. The paper prints none of it; these are the defaults of our recipe.
struct TrainingSettings {
    PromptLoss loss = PromptLoss::CrossEntropy;
    double rate = 1e-4; ///< of Adam, without weight decay and without clipping
    RateSchedule schedule = RateSchedule::Constant;
    int epochs = 5;
    int batch = 16;          ///< prompts per step
    int recoveryPerStep = 1; ///< recovery texts per step, in turn
    double recoveryWeight = 1;
    int preservedPerStep = 8; ///< preserved prompts per step, in turn
    double preservedWeight = 1;
    int patience = 2;         ///< epochs without a better dev score before it stops
    double largestChange = 0; ///< of any weight (L-infinity, as in constrained fine-tuning); 0: no bound
    double lossEnough = 0;    ///< stops when a step's loss over its prompts is below
    std::int64_t steps = 0;   ///< stops after so many; 0: when the epochs are over
    std::uint32_t seed = 0;   ///< of the prompts' order
};

/// One step, or the dev score behind an epoch (and, with epoch -1, before any step); what was not looked at is NaN.
struct TrainingPoint {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

    std::int64_t step = 0;
    int epoch = 0;
    double loss = none;     ///< over the step's prompts
    double recovery = none; ///< over the step's recovery texts
    double devFb = none;    ///< mean FB-Score of the dev prompts
    double devRecovery = none;
};

/// What training ended as.
struct TrainedEdit {
    enum class End { Epochs, Steps, LossEnough, NoBetter, Diverged };

    Edit edit;                ///< the best weights less the old ones; empty where nothing was better than these
    std::int64_t weights = 0; ///< that were trained
    std::int64_t steps = 0;
    int bestEpoch = -1; ///< -1: the model as it was
    End end = End::Epochs;
};

/// Trains what is ticked and nothing else, in fp32, and gives the change as an edit: MG-Editing's second phase (Qin et
/// al. 2024, equation 14) at any level, and plain or constrained fine-tuning. The best epoch is kept: by dev FB-Score
/// plus the weighted losses of what should stay, without a dev fold by the loss over the prompts themselves instead of
/// their FB-Score. A loss that is no number, or a step's above three times the first one's, ends it as Diverged. Throws
/// Error of kind Unsupported for a masked model, Input for texts, ticks or settings that cannot be used.
TrainedEdit trainMasked(const Model &model, const std::vector<Tick> &ticks, const TrainingTexts &texts,
                        const TrainingSettings &settings, const std::function<void(const TrainingPoint &)> &onPoint,
                        Monitor &monitor);

} // namespace cw
