// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditSubject.h"
#include "core/analysis/EditTarget.h"

namespace cw {

/// What one subject's delta is optimised for: the loss of its texts, the change of what is said behind its neutral
/// text, and the length of delta (equation 16 of Cai et al. 2024 with the terms of ROME). Its texts are rows of a
/// batch, one behind the other, the neutral one last.
class SubjectLoss {
public:
    /// The texts that a subject has in the batch.
    static std::vector<SubjectText> textsOf(const EditSubject &subject, const TargetSettings &settings);

    /// first: its first row; clean, values: log-probabilities [rows, vocabulary] and what stands at the site [rows,
    /// width] of the whole batch without an edit.
    SubjectLoss(const EditSubject &subject, const Pronouns &pronouns, const TargetSettings &settings,
                std::int64_t first, const at::Tensor &clean, const at::Tensor &values);

    /// Of the batch's log-probabilities [rows, vocabulary] and the subject's delta [width]; differentiable in both.
    at::Tensor operator()(const at::Tensor &logProbabilities, const at::Tensor &delta) const;
    /// As TargetLoss::gap().
    double gap(const at::Tensor &logProbabilities) const;
    /// The length of what delta is added to, mean over the texts.
    double valueNorm() const { return m_valueNorm; }

private:
    TargetSettings m_settings;
    std::int64_t m_first;
    std::int64_t m_texts; ///< without the neutral one
    double m_valueNorm;
    TargetLoss m_loss;
    at::Tensor m_neutral; ///< [1, vocabulary] log-probabilities without delta; undefined without a neutral text
};

} // namespace cw
