// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <cstdint>

namespace cw {

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

} // namespace cw
