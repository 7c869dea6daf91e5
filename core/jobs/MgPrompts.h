// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"
#include "core/jobs/LoadedModel.h"

#include <QStringList>

namespace cw {

class Monitor;

/// Which prompts MG-Editing reads.
enum class PromptKind {
    Auto, ///< code for a demo model and for what calls itself a code model, else the templates
    Code, ///< CodeGenBias: a demo model's own occupations, else the professions of the data sets
    Gap   ///< the templates of the gap measure
};

/// What of the settings says which prompts are read and what their answers should be.
struct PromptOrder {
    /// Of any settings with members of these names.
    template <class S> PromptOrder(const S &s)
        : prompts(s.prompts), goal(s.goal), data(s.data), limit(s.limit), seed(s.seed)
    {
    }

    PromptKind prompts;
    QString goal; ///< auto, parity, share, f_score or a file; auto: what the measure of these prompts takes
    QString data; ///< folder of data sets
    int limit;    ///< prompts of each fold, at most; 0: all
    std::uint32_t seed;
    QStringList nouns; ///< stand for the people, one after the other; empty: the people themselves
};

/// Prompts that end before he or she, in the folds that the measures report on: people that are held out are in none
/// but test.
struct MgPrompts {
    struct Fold {
        TargetPrompts prompts;
        QStringList names;  ///< "sick nurse", "The nurse said that"
        QStringList people; ///< of each prompt
    };

    Fold train;
    Fold dev;
    Fold test;
    PromptKind kind = PromptKind::Code; ///< not Auto
    QString goal;

    /// Train and dev, which the paper's votes are over.
    Fold locating() const;
    /// The same with the answers that each person should have given to another, drawn by the seed, in train and dev.
    /// Throws Error of kind Input where all should have the same.
    MgPrompts shuffled(std::uint32_t seed) const;
};

/// Throws Error of kind File or Format where data is missing or damaged; of kind Input where a
/// fold has no prompt; of kind Unsupported for a masked model; of kind Memory where not even one can be read.
MgPrompts mgPrompts(const LoadedModel &model, const PromptOrder &order, Monitor &monitor);

} // namespace cw
