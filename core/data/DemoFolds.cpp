// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoFolds.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace cw {
namespace {

constexpr std::size_t neighbours = 5;
constexpr std::size_t unseenPart = 4; ///< one piece of so many is unseen
constexpr int locatingPrompts = 2;    ///< per edited occupation
constexpr int reportingPrompts = 2;   ///< per occupation and kind of piece
constexpr std::size_t tuningPrompts = 64;

std::vector<int> indices(std::size_t count)
{
    std::vector<int> result(count);
    std::iota(result.begin(), result.end(), 0);
    return result;
}

DemoSplit split(std::vector<int> from, Draws &draws)
{
    draws.shuffle(from);
    const auto unseen = from.begin() + static_cast<std::ptrdiff_t>((from.size() + unseenPart - 1) / unseenPart);
    DemoSplit result{{unseen, from.end()}, {from.begin(), unseen}};
    std::sort(result.first.begin(), result.first.end());
    std::sort(result.second.begin(), result.second.end());
    return result;
}

DemoSplit splitOccupations(const std::vector<Occupation> &occupations, Draws &draws)
{
    std::vector<int> order = indices(occupations.size());
    const auto share = [&](int index) { return occupations[static_cast<std::size_t>(index)].share; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return share(a) < share(b); });
    std::set<int> held;
    for (std::size_t begin = 0; begin < order.size(); begin += neighbours) {
        const std::size_t drawn = begin + draws.below(neighbours);
        if (drawn < order.size())
            held.insert(order[drawn]);
    }
    DemoSplit result;
    for (const int index : indices(occupations.size()))
        (held.count(index) > 0 ? result.second : result.first).push_back(index);
    return result;
}

std::vector<int> subjectFrames()
{
    std::vector<int> result;
    for (const int index : indices(demoWords().frames.size()))
        if (demoWords().frames[static_cast<std::size_t>(index)].role == DemoRole::Subject)
            result.push_back(index);
    return result;
}

bool namesSecond(const std::string &piece)
{
    return piece.find("{Y}") != std::string::npos;
}

/// Draws prompts, none of them twice.
class Drawer {
public:
    Drawer(const DemoGrammar &grammar, const DemoFolds &folds, Draws &draws)
        : m_grammar(grammar), m_folds(folds), m_draws(draws)
    {
    }

    DemoFoldPrompt draw(int occupation, bool isUnseen)
    {
        const auto &held = m_folds.occupations.second;
        DemoFoldPrompt result;
        result.isHeldOut = std::binary_search(held.begin(), held.end(), occupation);
        result.isUnseen = isUnseen;
        do {
            result.shape = shape(occupation, isUnseen);
            result.prompt = m_grammar.prose().prompt(result.shape, m_draws);
        } while (!m_known.insert(result.prompt.text).second);
        return result;
    }

private:
    int one(const DemoSplit &split, bool isUnseen) { return m_draws.one(isUnseen ? split.second : split.first); }

    /// One second person at most: in the left context, between occupation and verb, or behind the verb.
    DemoPromptShape shape(int occupation, bool isUnseen)
    {
        const DemoWords &words = demoWords();
        while (true) {
            const DemoPromptShape shape{one(m_folds.contexts, isUnseen), occupation, -1, one(m_folds.frames, isUnseen)};
            const bool before = namesSecond(words.contexts[static_cast<std::size_t>(shape.context)].before);
            const bool behind = namesSecond(words.frames[static_cast<std::size_t>(shape.frame)].text);
            if (before && behind)
                continue;
            if (before || behind || m_draws.chance(0.2))
                return shape;
            return {shape.context, occupation, one(m_folds.asides, isUnseen), shape.frame};
        }
    }

    const DemoGrammar &m_grammar;
    const DemoFolds &m_folds;
    Draws &m_draws;
    std::set<std::string> m_known;
};

} // namespace

DemoFolds demoFolds(const DemoGrammar &grammar, std::uint64_t seed)
{
    Draws draws(seed);
    const DemoWords &words = demoWords();
    DemoFolds folds;
    folds.occupations = splitOccupations(grammar.people().occupations(), draws);
    folds.contexts = split(indices(words.contexts.size()), draws);
    folds.asides = split(indices(words.asides.size()), draws);
    folds.frames = split(subjectFrames(), draws);
    folds.modifiers = split(indices(DemoCode::modifiers().size()), draws);
    Drawer drawer(grammar, folds, draws);
    for (const int occupation : folds.occupations.first)
        for (int i = 0; i < locatingPrompts; ++i)
            folds.locating.push_back(drawer.draw(occupation, false));
    for (std::size_t i = 0; i < tuningPrompts; ++i)
        folds.tuning.push_back(drawer.draw(folds.occupations.first[i % folds.occupations.first.size()], false));
    for (const int occupation : indices(grammar.people().occupations().size()))
        for (const bool isUnseen : {false, true})
            for (int i = 0; i < reportingPrompts; ++i)
                folds.reporting.push_back(drawer.draw(occupation, isUnseen));
    return folds;
}

} // namespace cw
