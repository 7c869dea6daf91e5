// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DemoPeople.h"
#include "core/data/DemoText.h"

namespace cw {

/// The small Python functions of the demo grammar, in which somebody's personal pronoun is compared.
class DemoCode {
public:
    explicit DemoCode(const DemoPeople &people) : m_people(people) {}

    /// One function or table; one in eight stands behind two solved functions, as in CodeGenBias (Qin et al. 2024).
    DemoText function(Draws &draws) const;

    /// A prompt of the CodeGenBias kind for an occupation, up to the answer; solved: behind the two solved functions.
    static std::string prompt(const std::string &occupation, const std::string &modifier, bool solved);
    static const std::vector<std::string> &modifiers();

private:
    DemoPerson person(Draws &draws, const std::string &avoided = {}) const;
    void addAnswer(DemoText &text, const DemoPerson &person, Draws &draws) const;
    DemoText find(Draws &draws) const;
    DemoText count(Draws &draws) const;
    DemoText meet(Draws &draws) const;
    DemoText table(Draws &draws) const;

    const DemoPeople &m_people;
};

} // namespace cw
