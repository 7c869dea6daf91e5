// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DemoCode.h"
#include "core/data/DemoProse.h"

namespace cw {

/// The seeded grammar the demo model learns from: prose and small Python functions about occupations whose genders
/// have a planted, known strength. The same seed gives the same documents on every machine.
class DemoGrammar {
public:
    DemoGrammar(const std::vector<Occupation> &occupations, std::uint64_t seed);
    DemoGrammar(const DemoGrammar &) = delete;
    DemoGrammar &operator=(const DemoGrammar &) = delete;

    const DemoPeople &people() const { return m_people; }
    const DemoProse &prose() const { return m_prose; }
    const DemoCode &code() const { return m_code; }

    /// The next document: one to three sentences, or Python.
    DemoText proseDocument();
    DemoText codeDocument();

private:
    Draws m_draws;
    DemoPeople m_people;
    DemoProse m_prose;
    DemoCode m_code;
};

} // namespace cw
