// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measure.h"

#include <optional>

namespace cw {

/// The classes of the modifiers (table 2 of Liu et al. 2023).
inline constexpr const char *fbClasses[] = {"RoBERTa-Neg", "Random-Neg", "Random-Pos", "Comparative-Neg",
                                            "Comparative-Pos"};

enum class FbFold { Test, Train, Dev };
/// A drawn split of prompts: four fifths for testing, two thirds of the rest for training; of 4160 prompts 3328, 555
/// and 277.
std::vector<FbFold> fbFolds(std::size_t prompts, std::uint32_t seed);

/// A prompt of CodeGenBias (Qin et al. 2024, figure 1).
struct FbPrompt {
    QString person; ///< as an identifier
    QString modifier;
    int group = 0; ///< of the modifier, in fbClasses
    float targetHe = 0.5F;
    FbFold fold = FbFold::Test;
    bool isHeldOut = false; ///< the person is never edited, whatever the modifier

    QString text() const;
};

/// All prompts, 13 of each person: the professions of the data sets, a demo model's own occupations. Whoever edits and
/// whoever measures take the same.
struct FbPrompts {
    std::vector<FbPrompt> prompts;
    QString goal;

    /// Without a goal the usual one: the public share for a demo model, else the crowd's rating. Held out are a demo
    /// model's own held-out occupations, else a fifth by the seed. Throws Error of kind File or Format.
    static FbPrompts of(const QString &modelFolder, const std::optional<Goal> &goal, const DataFolder &folder,
                        std::uint32_t seed);
};

} // namespace cw
