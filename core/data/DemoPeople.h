// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DemoWords.h"
#include "core/data/Draws.h"
#include "core/data/Occupations.h"

namespace cw {

/// Somebody a sentence of the demo grammar speaks of, with the gender drawn for this one time.
struct DemoPerson {
    std::string noun;
    bool isNamed = false;
    int occupation = -1; ///< index into the grammar's occupations, -1 for names and definitional words
    Gender gender = Gender::Neutral;
};

/// Draws the people of the demo grammar with their planted genders.
class DemoPeople {
public:
    /// Keeps the occupations that are marked demo; throws Error of kind Input when there are fewer than two.
    explicit DemoPeople(const std::vector<Occupation> &occupations);

    const std::vector<Occupation> &occupations() const { return m_occupations; }

    /// P(she) among he and she: the public share clipped to 0.02..0.98 with its log-odds doubled.
    static double plantedShe(double sharePercent);

    DemoPerson occupation(int index, Draws &draws) const;
    DemoPerson definition(Draws &draws) const;
    DemoPerson name(Draws &draws) const;
    /// Anybody; never somebody with the noun that is to be avoided.
    DemoPerson any(Draws &draws, const std::string &avoided = {}) const;
    /// A first name for somebody of this gender.
    std::string firstName(Gender gender, Draws &draws) const;

    /// Share of singular they among the pronouns of an occupation or a name in prose.
    static constexpr double proseThey = 0.1;
    /// Share of he and she together among the answers in Python functions.
    static constexpr double codePronouns = 0.6;

private:
    std::vector<Occupation> m_occupations;
};

/// The pronoun for a role and a gender: "she", "his", "themselves". Not for names.
std::string pronoun(DemoRole role, Gender gender);

} // namespace cw
