// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditSubject.h"
#include "core/analysis/MlpKeys.h"
#include "core/jobs/LoadedModel.h"
#include "core/jobs/OccupationOrder.h"

#include <QStringList>

namespace cw {

class Monitor;

/// What an edit of occupations reads, made of words: the occupations of the edited fold in their contexts, the words
/// whose gender is part of their meaning, and a text that should stay as it is.
struct LsdmInputs {
    std::vector<EditSubject> subjects;
    Pronouns pronouns;
    QStringList frames; ///< the contexts, with {}; the plainest first
    std::vector<TextPlace> definitions;
    std::vector<std::vector<std::int64_t>> corpus; ///< cut to the model's context
};

/// Contexts are the model's own prompts for locating, where its folds.json has some; else the seen templates, plain and
/// behind short texts that the model itself has written. Throws Error as its parts do.
LsdmInputs lsdmInputs(const LoadedModel &model, const OccupationOrder &order, Monitor &monitor);

/// The same with nouns in place of the occupations, one after the other and from the start again where they are fewer:
/// each has the goal of the one in whose place it stands.
LsdmInputs withNouns(const LsdmInputs &inputs, const QStringList &nouns, const LoadedModel &model,
                     const OccupationOrder &order, Monitor &monitor);

} // namespace cw
