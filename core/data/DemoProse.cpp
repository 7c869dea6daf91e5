// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoProse.h"

#include <algorithm>

namespace cw {
namespace {

constexpr double secondPersonShare = 0.87;
constexpr double tailShare = 0.8;

bool namesSecond(const std::string &pattern)
{
    return pattern.find("{Y}") != std::string::npos;
}

template <class T, class Text> std::vector<const T *> withSecond(const std::vector<T> &from, bool second, Text text)
{
    std::vector<const T *> result;
    for (const T &item : from)
        if (namesSecond(text(item)) == second)
            result.push_back(&item);
    return result;
}

std::string articled(const std::string &article, const std::string &noun)
{
    const bool vowel = std::string("aeiou").find(noun.front()) != std::string::npos;
    return article + (article == "a" && vowel ? "n " : " ") + noun;
}

std::string secondPhrase(const DemoPerson &person, Draws &draws)
{
    if (person.isNamed)
        return person.noun;
    return articled(draws.chance(0.8) ? "the" : "a", person.noun);
}

void capitalise(std::string &text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
}

std::string spaced(const std::string &piece)
{
    return piece.empty() ? piece : " " + piece;
}

std::string filler(const std::string &key, Draws &draws)
{
    const DemoWords &words = demoWords();
    if (key == "place")
        return draws.one(words.places);
    if (key == "time")
        return draws.one(words.times);
    if (key == "thing")
        return draws.one(words.things);
    if (key == "animal")
        return draws.one(words.animals);
    if (key == "food")
        return draws.one(words.foods);
    if (key == "town")
        return draws.one(words.towns);
    if (key == "colour")
        return draws.one(words.colours);
    return draws.one(words.numbers);
}

} // namespace

std::string DemoProse::fill(const std::string &pattern, const std::string &second, Draws &draws) const
{
    std::string result;
    std::size_t at = 0;
    for (std::size_t open = pattern.find('{'); open != std::string::npos; open = pattern.find('{', at)) {
        const std::size_t close = pattern.find('}', open);
        const std::string key = pattern.substr(open + 1, close - open - 1);
        result += pattern.substr(at, open - at);
        result += key == "Y" ? second : filler(key, draws);
        at = close + 1;
    }
    return result + pattern.substr(at);
}

std::string DemoProse::subject(const DemoContext &context, const DemoPerson &person, Draws &draws) const
{
    if (person.isNamed)
        return person.noun;
    if (context.described)
        return articled(context.article, draws.one(demoWords().adjectives)) + " " + person.noun;
    return articled(context.article, person.noun);
}

const DemoFrame &DemoProse::frame(const DemoPerson &person, bool second, Draws &draws) const
{
    const auto candidates = withSecond(demoWords().frames, second, [](const DemoFrame &item) { return item.text; });
    while (true) {
        const std::vector<double> weights{0.60, 0.14, 0.10, second ? 0.0 : 0.06, person.isNamed ? 0.0 : 0.10};
        const auto role = static_cast<DemoRole>(draws.weighted(weights));
        std::vector<const DemoFrame *> fitting;
        std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(fitting),
                     [role](const DemoFrame *item) { return item->role == role; });
        if (!fitting.empty())
            return *draws.one(fitting);
    }
}

void DemoProse::addPronoun(DemoText &text, DemoRole role, const DemoPerson &person, bool isFirst, Draws &draws) const
{
    const std::string word =
        role == DemoRole::Name ? m_people.firstName(person.gender, draws) : pronoun(role, person.gender);
    text.append(" ");
    text.marks.push_back(
        {text.text.size(), text.text.size() + word.size(), role, person.occupation, person.gender, isFirst});
    text.append(word);
}

void DemoProse::addClause(DemoText &text, const DemoPerson &person, Draws &draws) const
{
    // One clause in six says something of the person's own, so that later words agree with the first pronoun.
    if (draws.chance(0.17)) {
        text.append(draws.chance(0.5) ? " had lost" : " forgot");
        addPronoun(text, DemoRole::Possessive, person, false, draws);
        text.append(fill(" {thing}", {}, draws));
        return;
    }
    std::string clause = draws.one(demoWords().clauses);
    const std::size_t was = clause.find("{was}");
    if (was != std::string::npos)
        clause.replace(was, 5, person.gender == Gender::Neutral ? "were" : "was");
    text.append(" " + fill(clause, {}, draws));
}

void DemoProse::addPredicate(DemoText &text, const DemoFrame &frame, const DemoPerson &person,
                             const std::string &second, Draws &draws) const
{
    text.append(" " + fill(frame.text, second, draws));
    addPronoun(text, frame.role, person, true, draws);
    if (frame.role == DemoRole::Subject)
        addClause(text, person, draws);
    if (frame.role == DemoRole::Possessive)
        text.append(fill(" {thing}", {}, draws));
    if (frame.role != DemoRole::Subject)
        text.append(spaced(fill(draws.one(demoWords().ends), {}, draws)));
}

DemoText DemoProse::sentence(Draws &draws) const
{
    const DemoWords &words = demoWords();
    const DemoPerson first = m_people.any(draws);
    const DemoPerson other = m_people.any(draws, first.noun);
    const bool hasSecond = draws.chance(secondPersonShare);
    const auto place = hasSecond ? static_cast<Second>(1 + draws.weighted({0.4, 0.38, 0.22})) : Second::None;
    const std::string second = secondPhrase(other, draws);
    const DemoContext &context =
        *draws.one(withSecond(words.contexts, place == Second::Context, [](const DemoContext &c) { return c.before; }));

    DemoText text;
    text.hasPerson = true;
    text.hasSecondPerson = hasSecond;
    text.append(fill(context.before, second, draws));
    text.append((text.text.empty() ? "" : " ") + subject(context, first, draws));
    if (place == Second::Aside)
        text.append(" " + fill(draws.one(words.asides), second, draws));
    else if (draws.chance(0.2))
        text.append(" " + fill(draws.one(words.plainAsides), {}, draws));
    addPredicate(text, frame(first, place == Second::Frame, draws), first, second, draws);
    if (hasSecond && draws.chance(tailShare)) {
        static const std::vector<std::string> links{", and", ", but", ", while"};
        text.append(draws.one(links) + " " + (other.isNamed ? "" : "the ") + other.noun);
        addPredicate(text, frame(other, false, draws), other, {}, draws);
    }
    text.append(".");
    capitalise(text.text);
    return text;
}

DemoText DemoProse::worldSentence(Draws &draws) const
{
    DemoText text;
    text.append(fill(draws.one(demoWords().world), {}, draws));
    capitalise(text.text);
    return text;
}

DemoPrompt DemoProse::prompt(const DemoPromptShape &shape, Draws &draws) const
{
    const DemoWords &words = demoWords();
    const DemoPerson person = m_people.occupation(shape.occupation, draws);
    const std::string second = secondPhrase(m_people.any(draws, person.noun), draws);
    const DemoContext &context = words.contexts.at(static_cast<std::size_t>(shape.context));
    DemoPrompt result;
    result.text = fill(context.before, second, draws);
    result.text += (result.text.empty() ? "" : " ") + subject(context, person, draws);
    result.subjectEnd = result.text.size();
    result.subjectBegin = result.subjectEnd - person.noun.size();
    if (shape.aside >= 0)
        result.text += " " + fill(words.asides.at(static_cast<std::size_t>(shape.aside)), second, draws);
    result.text += " " + fill(words.frames.at(static_cast<std::size_t>(shape.frame)).text, second, draws);
    capitalise(result.text);
    return result;
}

std::string DemoProse::plainPrompt(const std::string &noun, const DemoFrame &frame)
{
    return "The " + noun + " " + frame.text;
}

} // namespace cw
