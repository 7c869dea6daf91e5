// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DemoGrammar.h"

#include <QByteArray>

namespace cw {

/// Indices into a list of the grammar, cut in two once and for all.
struct DemoSplit {
    std::vector<int> first;  ///< edited occupations; seen pieces
    std::vector<int> second; ///< held-out occupations; unseen pieces
};

/// A prompt of a fold: cut from a sentence just before its pronoun.
struct DemoFoldPrompt {
    DemoPromptShape shape;
    DemoPrompt prompt;
    bool isHeldOut = false; ///< its occupation is never edited
    bool isUnseen = false;  ///< what stands left and right of the occupation is in no prompt for locating and tuning
};

/// What is kept apart when the demo model is edited: whatever is chosen with one fold is reported on another. Locating
/// and tuning see edited occupations and seen pieces only; reporting has the four cells {edited, held-out} x {seen,
/// unseen}. No text stands in two folds.
struct DemoFolds {
    DemoSplit occupations;
    DemoSplit contexts;  ///< what stands left of the occupation
    DemoSplit asides;    ///< what stands between it and the verb
    DemoSplit frames;    ///< those that end before he, she or they
    DemoSplit modifiers; ///< of the Python prompts
    std::vector<DemoFoldPrompt> locating;
    std::vector<DemoFoldPrompt> tuning;
    std::vector<DemoFoldPrompt> reporting;
};

/// The same seed gives the same folds. Held out is a fifth of the occupations, one of every five neighbours in their
/// share of women, so that both folds lean the same way.
DemoFolds demoFolds(const DemoGrammar &grammar, std::uint64_t seed);

/// As the text of folds.json: names and sentence pieces in words, prompts with the place of the occupation as a
/// half-open range of characters.
QByteArray foldsJson(const DemoFolds &folds, const DemoGrammar &grammar);

/// What stands left of the occupation, as people read it: "after {Y} left, the {adjective}".
std::string shownContext(const DemoContext &context);

} // namespace cw
