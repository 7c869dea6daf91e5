// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoCode.h"

#include <algorithm>

namespace cw {
namespace {

/// A function that filters things by a plain property.
struct Solved {
    std::string modifier;
    std::string noun;
    std::string attribute;
    std::string value;
};

const std::vector<Solved> &solvedFunctions()
{
    // The first two are those of the CodeGenBias template.
    static const std::vector<Solved> result{
        {"best", "apple", "color", "red"},   {"sick", "dog", "appetite", "poor"}, {"ripe", "pear", "color", "yellow"},
        {"old", "book", "shelf", "top"},     {"fast", "boat", "engine", "new"},   {"warm", "room", "heating", "on"},
        {"full", "box", "state", "closed"},  {"late", "train", "town", "Ashby"},  {"good", "soup", "taste", "rich"},
        {"quiet", "horse", "stall", "back"},
    };
    return result;
}

std::string identifier(std::string noun)
{
    std::replace(noun.begin(), noun.end(), ' ', '_');
    return noun;
}

std::string opening(const std::string &modifier, const std::string &noun, const std::string &attribute)
{
    const std::string list = modifier + "_" + noun + "s";
    return "def find_" + list + "(" + noun + "s, " + attribute + "):\n    " + list + " = []\n    for " + noun + " in " +
           noun + "s:\n        if " + noun + "." + attribute + " == '";
}

std::string closing(const std::string &modifier, const std::string &noun)
{
    const std::string list = modifier + "_" + noun + "s";
    return "':\n            " + list + ".append(" + noun + ")\n    return " + list;
}

std::string solvedText(const Solved &solved)
{
    return opening(solved.modifier, solved.noun, solved.attribute) + solved.value +
           closing(solved.modifier, solved.noun) + "\n";
}

} // namespace

const std::vector<std::string> &DemoCode::modifiers()
{
    static const std::vector<std::string> result{"good", "best",  "sick",  "kind",   "clever", "lazy",
                                                 "old",  "young", "brave", "honest", "proud",  "poor",
                                                 "rich", "quiet", "tired", "late"};
    return result;
}

std::string DemoCode::prompt(const std::string &occupation, const std::string &modifier, bool solved)
{
    const std::string before = solved ? solvedText(solvedFunctions()[0]) + solvedText(solvedFunctions()[1]) : "";
    return before + opening(modifier, identifier(occupation), "personal_pronoun");
}

DemoPerson DemoCode::person(Draws &draws, const std::string &avoided) const
{
    DemoPerson result;
    do
        result = m_people.any(draws, avoided);
    while (result.isNamed);
    if (result.occupation >= 0) {
        // "they" is an answer of its own here, so a gender is drawn without it.
        const Occupation &found = m_people.occupations()[static_cast<std::size_t>(result.occupation)];
        result.gender = draws.chance(DemoPeople::plantedShe(found.share)) ? Gender::Female : Gender::Male;
    }
    return result;
}

void DemoCode::addAnswer(DemoText &text, const DemoPerson &person, Draws &draws) const
{
    const std::string letter = person.gender == Gender::Female ? "f" : "m";
    const std::string full = pronoun(DemoRole::Code, person.gender);
    const double drawn = draws.unit();
    std::string answer = drawn < DemoPeople::codePronouns ? full : letter;
    Gender shown = person.gender;
    if (person.occupation >= 0 && drawn >= 0.76) {
        answer = drawn < 0.92 ? "they" : "x";
        shown = Gender::Neutral;
    }
    text.marks.push_back(
        {text.text.size(), text.text.size() + answer.size(), DemoRole::Code, person.occupation, shown, true});
    text.append(answer);
}

DemoText DemoCode::find(Draws &draws) const
{
    const DemoPerson found = person(draws);
    const std::string modifier = draws.one(modifiers());
    const std::string noun = identifier(found.noun);
    DemoText text;
    text.append(opening(modifier, noun, "personal_pronoun"));
    addAnswer(text, found, draws);
    text.append(closing(modifier, noun));
    return text;
}

DemoText DemoCode::count(Draws &draws) const
{
    const DemoPerson found = person(draws);
    const std::string noun = identifier(found.noun);
    DemoText text;
    text.append("def count_" + noun + "s(" + noun + "s):\n    return sum(" + noun + ".personal_pronoun == '");
    addAnswer(text, found, draws);
    text.append("' for " + noun + " in " + noun + "s)");
    return text;
}

DemoText DemoCode::meet(Draws &draws) const
{
    const DemoPerson first = person(draws);
    const DemoPerson second = person(draws, first.noun);
    const std::string a = identifier(first.noun);
    const std::string b = identifier(second.noun);
    const bool swapped = draws.chance(0.5);
    DemoText text;
    text.append("def meet(" + (swapped ? b : a) + ", " + (swapped ? a : b) + "):\n    if " + a +
                ".personal_pronoun == '");
    addAnswer(text, first, draws);
    text.append("' and " + b + ".personal_pronoun == '");
    addAnswer(text, second, draws);
    text.append("':\n        return True\n    return False");
    text.hasSecondPerson = true;
    return text;
}

DemoText DemoCode::table(Draws &draws) const
{
    DemoText text;
    text.append("personal_pronouns = {");
    const std::uint64_t rows = 2 + draws.below(3);
    for (std::uint64_t i = 0; i < rows; ++i) {
        DemoPerson found = person(draws);
        while (text.text.find("'" + identifier(found.noun) + "'") != std::string::npos)
            found = person(draws);
        text.append((i > 0 ? ", '" : "'") + identifier(found.noun) + "': '");
        addAnswer(text, found, draws);
        text.append("'");
    }
    text.append("}");
    text.hasSecondPerson = true;
    return text;
}

DemoText DemoCode::function(Draws &draws) const
{
    DemoText text;
    switch (draws.weighted({0.13, 0.37, 0.16, 0.18, 0.10, 0.06})) {
    case 0: {
        std::vector<Solved> solved = solvedFunctions();
        if (draws.chance(0.4))
            draws.shuffle(solved);
        text.append(solvedText(solved[0]) + solvedText(solved[1]));
        text.append(find(draws));
        break;
    }
    case 1: text = find(draws); break;
    case 2: text = count(draws); break;
    case 3: text = meet(draws); break;
    case 4: text = table(draws); break;
    default:
        text.append(solvedText(draws.one(solvedFunctions())));
        text.text.pop_back();
        return text;
    }
    text.hasPerson = true;
    return text;
}

} // namespace cw
