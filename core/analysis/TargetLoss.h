// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditSubject.h"
#include "core/analysis/LsdmChoices.h"

#include <ATen/core/Tensor.h>

namespace cw {

/// What a target is optimised for, over the texts of a subject.
class TargetLoss {
public:
    using Kind = TargetAim;

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

} // namespace cw
