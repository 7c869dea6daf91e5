// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/KeyColumns.h"

#include <ATen/ATen.h>

namespace cw {
namespace {

/// How much of each of its texts' keys a subject's one column holds.
std::vector<double> sharesOf(std::size_t texts, KeyMix mix)
{
    const auto count = static_cast<double>(texts);
    if (mix == KeyMix::Mean || texts == 1)
        return std::vector<double>(texts, 1 / count);
    std::vector<double> shares(texts, 0.5 / (count - 1));
    shares.front() = 0.5;
    return shares;
}

} // namespace

KeyColumns::KeyColumns(const std::vector<EditSubject> &subjects, KeyMix mix)
    : m_subjects(static_cast<std::int64_t>(subjects.size()))
{
    std::vector<std::int64_t> textSubject, firsts;
    std::vector<double> weights, shares;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const std::vector<SubjectText> &texts = subjects[i].texts;
        firsts.push_back(static_cast<std::int64_t>(m_places.size()));
        for (const SubjectText &text : texts) {
            m_places.push_back({text.ids, text.subject});
            textSubject.push_back(static_cast<std::int64_t>(i));
            weights.push_back(1 / static_cast<double>(texts.size()));
        }
        const std::vector<double> own = sharesOf(texts.size(), mix);
        shares.insert(shares.end(), own.begin(), own.end());
    }
    m_textSubject = at::tensor(textSubject, at::kLong);
    if (mix == KeyMix::EveryText) {
        m_columnSubject = m_textSubject;
        m_weights = at::tensor(weights, at::kDouble);
        return;
    }
    m_columnSubject = at::arange(m_subjects, at::kLong);
    m_weights = at::ones({m_subjects}, at::kDouble);
    const at::Tensor texts = at::arange(m_textSubject.numel(), at::kLong);
    m_mix = at::zeros({m_subjects, m_textSubject.numel()}, at::kDouble);
    m_mix.index_put_({m_textSubject, texts}, at::tensor(shares, at::kDouble));
    if (mix == KeyMix::PlainAndRest)
        m_firsts = at::tensor(firsts, at::kLong);
}

at::Tensor KeyColumns::keys(const at::Tensor &ofTexts) const
{
    return m_mix.defined() ? at::mm(m_mix, ofTexts.to(at::kDouble)) : ofTexts;
}

at::Tensor KeyColumns::residuals(const at::Tensor &ofTexts) const
{
    return m_firsts.defined() ? ofTexts.index_select(0, m_firsts) : keys(ofTexts);
}

at::Tensor KeyColumns::ofTexts(const at::Tensor &ofSubjects) const
{
    return ofSubjects.index_select(0, m_textSubject);
}

at::Tensor KeyColumns::ofColumns(const at::Tensor &ofSubjects) const
{
    return ofSubjects.index_select(0, m_columnSubject);
}

at::Tensor KeyColumns::sums(const at::Tensor &ofColumns) const
{
    return at::zeros({m_subjects, ofColumns.size(1)}, ofColumns.options()).index_add_(0, m_columnSubject, ofColumns);
}

} // namespace cw
