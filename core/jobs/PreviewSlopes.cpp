// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PreviewSlopes.h"

namespace cw {
namespace {

void add(std::vector<double> &sum, double times, const std::vector<double> &slopes)
{
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += times * slopes[i];
}

} // namespace

void PreviewSlopes::keepOnly(const EditStrengths &edits)
{
    const std::lock_guard lock(m_mutex);
    for (auto known = m_known.begin(); known != m_known.end();)
        known = edits.count(known->first) > 0 ? std::next(known) : m_known.erase(known);
}

bool PreviewSlopes::knows(const std::shared_ptr<const Edit> &edit) const
{
    const std::lock_guard lock(m_mutex);
    return m_known.count(edit) > 0;
}

void PreviewSlopes::learn(const std::shared_ptr<const Edit> &edit, Slopes slopes)
{
    const std::lock_guard lock(m_mutex);
    m_known[edit].own = std::move(slopes);
}

int PreviewSlopes::draws(const std::shared_ptr<const Edit> &edit) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(edit);
    return known == m_known.end() ? 0 : static_cast<int>(known->second.draws.size());
}

void PreviewSlopes::learnDraw(const std::shared_ptr<const Edit> &edit, std::vector<double> slopes)
{
    const std::lock_guard lock(m_mutex);
    m_known[edit].draws.push_back(std::move(slopes));
}

std::optional<PreviewSlopes::Slopes> PreviewSlopes::change(const EditStrengths &strengths, std::size_t queries) const
{
    Slopes sum{std::vector<double>(queries), {}};
    const std::lock_guard lock(m_mutex);
    for (const auto &[edit, strength] : strengths) {
        if (strength == 0)
            continue;
        const auto known = m_known.find(edit);
        if (known == m_known.end())
            return std::nullopt;
        add(sum.scores, strength, known->second.own.scores);
        sum.without.insert(sum.without.end(), known->second.own.without.begin(), known->second.own.without.end());
    }
    return sum;
}

std::optional<std::vector<double>> PreviewSlopes::drawnChange(const EditStrengths &strengths, int draw,
                                                              std::size_t queries) const
{
    std::vector<double> sum(queries);
    const std::lock_guard lock(m_mutex);
    for (const auto &[edit, strength] : strengths) {
        if (strength == 0)
            continue;
        const auto known = m_known.find(edit);
        if (known == m_known.end() || static_cast<int>(known->second.draws.size()) <= draw)
            return std::nullopt;
        add(sum, strength, known->second.draws[static_cast<std::size_t>(draw)]);
    }
    return sum;
}

} // namespace cw
