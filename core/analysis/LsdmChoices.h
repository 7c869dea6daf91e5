// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cw {

/// How the keys of a subject's texts become columns of E.
enum class KeyMix {
    Mean,         ///< their mean is one column
    PlainAndRest, ///< one column, half the first text's key and half the mean of the others' (MEMIT)
    EveryText     ///< each is a column, with weight 1 / texts
};

/// What a target is optimised for, over the texts of a subject.
enum class TargetAim {
    /// Mean KL(q || p): q is what the model says of the next token without an edit, the mass of he and she divided anew
    /// by the goal; so that mass and every other token are kept.
    Balanced,
    /// Mean distance from the goal, |P(he) - P(she)| at parity, as the re-implementations of LSDM read equation 15 of
    /// Cai et al. 2024. Also small where both pronouns have become impossible.
    Gap,
    /// Mean negative log-likelihood of the pronoun that the model thinks less likely: what the baselines ROME and MEMIT
    /// are given.
    Likelihood
};

} // namespace cw
