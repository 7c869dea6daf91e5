// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Query.h"
#include "core/jobs/LoadedModel.h"
#include "core/jobs/PreviewSettings.h"

namespace cw {

class Monitor;

/// The prompts and the text behind the live scores, and what they ask of a model.
struct ProbeSet {
    struct Prompt {
        QString text;
        QString occupation;
        QString frame; ///< the template, with {} where the occupation stands
        QString group; ///< as the gap measure's: edited or held out, seen or unseen
        float goal;    ///< what P(b) among both answers should be; NaN where the goal says nothing
    };

    PreviewSettings settings;
    std::vector<Prompt> prompts;
    std::vector<Query> queries; ///< two for each prompt, then those of the text
    int scored = 0;             ///< tokens of the text that are read
};

/// The prompts are those that the gap measure takes with this limit and seed. The text's lines are each read behind the
/// model's begin token; of a masked model's, some tokens that are masked together. Throws Error where the model cannot
/// be asked, or data is missing.
ProbeSet probeSet(const LoadedModel &model, const PreviewSettings &settings, Monitor &monitor);

} // namespace cw
