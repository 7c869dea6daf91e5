// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"
#include "core/jobs/LoadedModel.h"

#include <QStringList>
#include <cstdint>

namespace cw {

class Monitor;

/// Words that have a gender by definition, in templates that an edit may see or in those that are kept from it.
struct DefinitionPrompts {
    enum class Templates { Seen, Unseen };

    TargetPrompts prompts; ///< with equal shares; none of a tokenizer that begins both pronouns alike
    QStringList words;     ///< of each prompt

    /// Some of the templates for each word. seed: of the split, where a model brings none (GapFolds). Throws Error of
    /// kind Format or File.
    static DefinitionPrompts of(const LoadedModel &model, Templates templates, std::uint32_t seed);

    /// The prompts with the shares that a model itself gives to their answers; without those behind which it gives
    /// none.
    TargetPrompts asTheyAre(const Model &model, Monitor &monitor) const;
};

} // namespace cw
