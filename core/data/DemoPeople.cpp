// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoPeople.h"

#include "core/engine/Error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cw {
namespace {

Gender drawn(double she, Draws &draws)
{
    if (draws.chance(DemoPeople::proseThey))
        return Gender::Neutral;
    return draws.chance(she) ? Gender::Female : Gender::Male;
}

} // namespace

DemoPeople::DemoPeople(const std::vector<Occupation> &occupations)
{
    std::copy_if(occupations.begin(), occupations.end(), std::back_inserter(m_occupations),
                 [](const Occupation &occupation) { return occupation.demo; });
    if (m_occupations.size() < 2)
        throw Error(
            Error::Kind::Input,
            QT_TRANSLATE_NOOP("Error", "The demo grammar needs at least two occupations marked for it; %1 are."),
            {std::to_string(m_occupations.size())});
}

double DemoPeople::plantedShe(double sharePercent)
{
    const double share = std::clamp(sharePercent / 100, 0.02, 0.98);
    const double odds = share / (1 - share);
    return odds * odds / (1 + odds * odds);
}

DemoPerson DemoPeople::occupation(int index, Draws &draws) const
{
    const Occupation &found = m_occupations.at(static_cast<std::size_t>(index));
    return {found.name.toStdString(), false, index, drawn(plantedShe(found.share), draws)};
}

DemoPerson DemoPeople::definition(Draws &draws) const
{
    const DemoDefinition &word = draws.one(demoWords().definitions);
    return {word.text, false, -1, word.gender};
}

DemoPerson DemoPeople::name(Draws &draws) const
{
    const DemoName &found = draws.one(demoWords().names);
    return {found.text, true, -1, drawn(found.she, draws)};
}

DemoPerson DemoPeople::any(Draws &draws, const std::string &avoided) const
{
    DemoPerson result;
    do {
        const double kind = draws.unit();
        if (kind < 0.70)
            result = occupation(static_cast<int>(draws.below(m_occupations.size())), draws);
        else
            result = kind < 0.95 ? definition(draws) : name(draws);
    } while (result.noun == avoided);
    return result;
}

std::string DemoPeople::firstName(Gender gender, Draws &draws) const
{
    const auto fits = [gender](const DemoName &name) {
        if (gender == Gender::Neutral)
            return name.she > 0.2 && name.she < 0.8;
        return gender == Gender::Female ? name.she >= 0.8 : name.she <= 0.2;
    };
    const DemoName *found = nullptr;
    do
        found = &draws.one(demoWords().names);
    while (!fits(*found));
    return found->text;
}

std::string pronoun(DemoRole role, Gender gender)
{
    using Forms = std::array<const char *, 3>; // in the order of Gender
    static constexpr Forms subject{"she", "he", "they"};
    static constexpr Forms possessive{"her", "his", "their"};
    static constexpr Forms reflexive{"herself", "himself", "themselves"};
    static constexpr Forms object{"her", "him", "them"};
    const auto index = static_cast<std::size_t>(gender);
    switch (role) {
    case DemoRole::Possessive: return possessive[index];
    case DemoRole::Reflexive: return reflexive[index];
    case DemoRole::Object: return object[index];
    case DemoRole::Subject:
    case DemoRole::Name:
    case DemoRole::Code: break;
    }
    return subject[index];
}

} // namespace cw
