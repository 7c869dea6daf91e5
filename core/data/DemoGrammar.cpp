// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoGrammar.h"

namespace cw {
namespace {

constexpr double worldShare = 0.2;

} // namespace

DemoGrammar::DemoGrammar(const std::vector<Occupation> &occupations, std::uint64_t seed)
    : m_draws(seed), m_people(occupations), m_prose(m_people), m_code(m_people)
{
}

DemoText DemoGrammar::proseDocument()
{
    DemoText text;
    const std::uint64_t sentences = 1 + m_draws.below(3);
    for (std::uint64_t i = 0; i < sentences; ++i) {
        if (i > 0)
            text.append(" ");
        text.append(m_draws.chance(worldShare) ? m_prose.worldSentence(m_draws) : m_prose.sentence(m_draws));
    }
    return text;
}

DemoText DemoGrammar::codeDocument()
{
    return m_code.function(m_draws);
}

} // namespace cw
