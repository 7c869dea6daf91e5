// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"
#include "core/jobs/LoadedModel.h"
#include "core/jobs/PromptOrder.h"

#include <QStringList>

namespace cw {

class Monitor;

/// Prompts that end before he or she, in the folds that the measures report on: people that are held out are in none
/// but test.
struct MgPrompts {
    struct Fold {
        TargetPrompts prompts;
        QStringList names;  ///< "sick nurse", "The nurse said that"
        QStringList people; ///< of each prompt
        QStringList frames; ///< "sick", "The {} said that"
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
