// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TrainingOrder.h"

namespace cw {

TrainingSettings TrainingOrder::settings() const
{
    TrainingSettings settings;
    settings.loss = loss;
    settings.rate = rate;
    settings.schedule = schedule;
    settings.epochs = epochs;
    settings.batch = batch;
    settings.recoveryPerStep = texts;
    settings.recoveryWeight = recovery;
    settings.preservedWeight = definitions;
    settings.patience = patience;
    settings.largestChange = bound;
    settings.steps = steps;
    settings.seed = prompts.seed;
    return settings;
}

} // namespace cw
