// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TargetPrompt.h"
#include "core/engine/Query.h"
#include "core/jobs/GuardLines.h"
#include "core/jobs/LoadedModel.h"

namespace cw {

class Monitor;

/// The texts behind perplexity and definitions, small enough to be read again and again: for a demo model 6000 tokens
/// of its grammar without the pronouns that follow an occupation, else 1200 of the end of the text that a model should
/// know; and some of the words that have a gender by definition in templates that no edit sees.
class GuardTexts {
public:
    /// data: folder of data sets. Throws Error of kind File or Format, or as targetScores() does.
    GuardTexts(const LoadedModel &base, const QString &data, std::uint32_t seed, Monitor &monitor);

    /// All but the mass.
    GuardItems read(const Model &model, Monitor &monitor) const;

private:
    std::vector<Query> m_text;
    TargetPrompts m_definitions;
    std::vector<std::vector<int>> m_words; ///< clusters of the definitions: their words
    std::vector<double> m_signs;           ///< of the base model's gaps, 1 or -1
};

} // namespace cw
