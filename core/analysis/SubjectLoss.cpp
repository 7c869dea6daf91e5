// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/SubjectLoss.h"

#include <ATen/ATen.h>

namespace cw {

std::vector<SubjectText> SubjectLoss::textsOf(const EditSubject &subject, const TargetSettings &settings)
{
    std::vector<SubjectText> texts = subject.texts;
    if (!subject.neutral.ids.empty() && settings.neutral > 0)
        texts.push_back(subject.neutral);
    return texts;
}

SubjectLoss::SubjectLoss(const EditSubject &subject, const Pronouns &pronouns, const TargetSettings &settings,
                         std::int64_t first, const at::Tensor &clean, const at::Tensor &values)
    : m_settings(settings), m_first(first), m_texts(static_cast<std::int64_t>(subject.texts.size())),
      m_valueNorm(values.narrow(0, first, m_texts).norm(2, 1).mean().item<double>()),
      m_loss(settings.loss, pronouns, subject.share, clean.narrow(0, first, m_texts))
{
    if (textsOf(subject, settings).size() > subject.texts.size())
        m_neutral = clean.narrow(0, first + m_texts, 1);
}

at::Tensor SubjectLoss::operator()(const at::Tensor &logProbabilities, const at::Tensor &delta) const
{
    at::Tensor loss = m_loss(logProbabilities.narrow(0, m_first, m_texts));
    if (m_neutral.defined()) {
        const at::Tensor now = logProbabilities.narrow(0, m_first + m_texts, 1);
        loss = loss + m_settings.neutral * (now.exp() * (now - m_neutral)).sum();
    }
    return loss + m_settings.decay * delta.norm() / (m_valueNorm * m_valueNorm);
}

double SubjectLoss::gap(const at::Tensor &logProbabilities) const
{
    return m_loss.gap(logProbabilities.narrow(0, m_first, m_texts));
}

} // namespace cw
