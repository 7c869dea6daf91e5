// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditSubject.h"

#include <ATen/core/Tensor.h>

namespace cw {

/// What a target is optimised for, over the texts of a subject.
class TargetLoss {
public:
    enum class Kind {
        /// Mean KL(q || p): q is what the model says of the next token without an edit, the mass of he and she divided
        /// anew by the goal; so that mass and every other token are kept.
        Balanced,
        /// Mean distance from the goal, |P(he) - P(she)| at parity, as the re-implementations of LSDM read equation 15
        /// of Cai et al. 2024. Also small where both pronouns have become impossible.
        Gap,
        /// Mean negative log-likelihood of the pronoun that the model thinks less likely: what the baselines ROME and
        /// MEMIT are given.
        Likelihood
    };

    /// clean: log-probabilities [texts, vocabulary] fp32 without an edit.
    TargetLoss(Kind kind, const Pronouns &pronouns, double share, const at::Tensor &clean);

    /// Of log-probabilities [texts, vocabulary]; differentiable.
    at::Tensor operator()(const at::Tensor &logProbabilities) const;

    /// Mean over texts of 2 |P(she) - share (P(he) + P(she))|, which is |P(he) - P(she)| at parity.
    double gap(const at::Tensor &logProbabilities) const;

private:
    at::Tensor gaps(const at::Tensor &logProbabilities) const;

    Kind m_kind;
    Pronouns m_pronouns;
    double m_share;
    at::Tensor m_wanted;  ///< q, with Balanced
    at::Tensor m_entropy; ///< sum of q log q
    std::int64_t m_rarer; ///< the pronoun, with Likelihood
};

/// "balanced", "gap", "likelihood": the words on the command line.
const char *name(TargetLoss::Kind kind);

} // namespace cw
