// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DemoPeople.h"
#include "core/data/DemoText.h"

namespace cw {

/// A sentence of the grammar up to its pronoun, with the occupation's place in it as byte offsets.
struct DemoPrompt {
    std::string text;
    std::size_t subjectBegin = 0;
    std::size_t subjectEnd = 0;
};

/// Which sentence a prompt is cut from: indices into DemoWords; aside -1 for none.
struct DemoPromptShape {
    int context = 0;
    int occupation = 0;
    int aside = -1;
    int frame = 0;
};

/// The sentences of the demo grammar. The subject of the main clause decides whom a pronoun means; a second person
/// stands before or after it in most sentences and has a gender of its own.
class DemoProse {
public:
    explicit DemoProse(const DemoPeople &people) : m_people(people) {}

    DemoText sentence(Draws &draws) const;      ///< about people
    DemoText worldSentence(Draws &draws) const; ///< without a person
    DemoPrompt prompt(const DemoPromptShape &shape, Draws &draws) const;
    /// "The nurse said that": noun and frame as they are, nobody else.
    static std::string plainPrompt(const std::string &noun, const DemoFrame &frame);

private:
    enum class Second { None, Context, Aside, Frame };

    std::string fill(const std::string &pattern, const std::string &second, Draws &draws) const;
    std::string subject(const DemoContext &context, const DemoPerson &person, Draws &draws) const;
    void addPredicate(DemoText &text, const DemoFrame &frame, const DemoPerson &person, const std::string &second,
                      Draws &draws) const;
    void addPronoun(DemoText &text, DemoRole role, const DemoPerson &person, bool isFirst, Draws &draws) const;
    void addClause(DemoText &text, const DemoPerson &person, Draws &draws) const;
    const DemoFrame &frame(const DemoPerson &person, bool second, Draws &draws) const;

    const DemoPeople &m_people;
};

} // namespace cw
