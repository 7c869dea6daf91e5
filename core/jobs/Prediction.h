// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/PredictSettings.h"

namespace cw {

class Monitor;

/// What a model says comes next after a text, or at the mask in it.
struct Prediction {
    struct Candidate {
        std::int64_t id = 0;
        QString token;
        double probability = 0;
    };
    std::vector<std::int64_t> ids;
    std::vector<QString> tokens;
    std::vector<Candidate> top; ///< the likeliest first, equal ones by id
};

/// Opens the model, reads the text and writes the logits where settings name a file. Throws Error naming what cannot be
/// used: a broken checkpoint, a text longer than the context, weights that are no numbers.
Prediction predict(const PredictSettings &settings, Monitor &monitor);

} // namespace cw
