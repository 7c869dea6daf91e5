// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditSubject.h"
#include "core/analysis/MlpKeys.h"
#include "core/jobs/LoadedModel.h"
#include "core/jobs/LsdmEditSettings.h"

namespace cw {

class Monitor;

/// What an edit by least squares reads, made of words: the occupations of the edited fold in their contexts, the words
/// whose gender is part of their meaning, and a text that should stay as it is.
struct LsdmInputs {
    std::vector<EditSubject> subjects;
    Pronouns pronouns;
    std::vector<TextPlace> definitions;
    std::vector<std::vector<std::int64_t>> corpus; ///< cut to the model's context
};

/// Contexts are the model's own prompts for locating, where its folds.json has some; else the seen templates, plain and
/// behind short texts that the model itself has written. The text is the one that was named, else for a model
/// with folds.json sentences of its grammar, else WikiText-2 or the program's own. Throws Error as its parts do.
LsdmInputs lsdmInputs(const LoadedModel &model, const LsdmEditSettings &settings, Monitor &monitor);

} // namespace cw
