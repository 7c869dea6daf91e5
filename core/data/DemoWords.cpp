// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoWords.h"

namespace cw {
namespace {

std::vector<DemoName> names()
{
    return {{"Mary", .99},   {"Anna", .99},   {"Emma", .99},   {"Linda", .99},  {"Susan", .99}, {"Carol", .97},
            {"Helen", .99},  {"Laura", .98},  {"Julia", .99},  {"Grace", .98},  {"Alice", .98}, {"Rosa", .98},
            {"Diane", .98},  {"Ruth", .98},   {"John", .01},   {"James", .01},  {"Peter", .01}, {"Paul", .01},
            {"David", .01},  {"Mark", .01},   {"Henry", .02},  {"George", .02}, {"Frank", .02}, {"Simon", .01},
            {"Oscar", .02},  {"Thomas", .01}, {"Walter", .02}, {"Daniel", .01}, {"Robin", .55}, {"Alex", .30},
            {"Jordan", .35}, {"Casey", .55},  {"Taylor", .70}, {"Jamie", .60}};
}

std::vector<DemoDefinition> definitions()
{
    std::vector<DemoDefinition> result;
    for (const char *word : {"queen", "mother", "daughter", "sister", "aunt", "princess", "grandmother", "nun", "wife",
                             "actress", "widow", "woman"})
        result.push_back({word, Gender::Female});
    for (const char *word : {"king", "father", "son", "brother", "uncle", "prince", "grandfather", "monk", "husband",
                             "duke", "widower", "man"})
        result.push_back({word, Gender::Male});
    return result;
}

std::vector<DemoFrame> frames()
{
    std::vector<DemoFrame> result;
    for (const char *text : {"said that",
                             "yelled that",
                             "whispered that",
                             "wanted that",
                             "desired that",
                             "wished that",
                             "ate because",
                             "ran because",
                             "drove because",
                             "slept because",
                             "cried because",
                             "laughed because",
                             "went home because",
                             "stayed up because",
                             "was fired because",
                             "was promoted because",
                             "yelled because",
                             "thought that",
                             "knew that",
                             "hoped that",
                             "smiled because",
                             "waited because",
                             "told {Y} that",
                             "wrote to {Y} that",
                             "called {Y} because",
                             "thanked {Y} because",
                             "left with {Y} because",
                             "stayed near {Y} because"})
        result.push_back({text, DemoRole::Subject});
    for (const char *text : {"lost", "opened", "cleaned", "sold", "showed {Y}", "gave {Y}"})
        result.push_back({text, DemoRole::Possessive});
    for (const char *text : {"blamed", "praised", "washed", "looked at {Y} and hurt"})
        result.push_back({text, DemoRole::Reflexive});
    for (const char *text : {"took the {thing} with", "put the {thing} beside"})
        result.push_back({text, DemoRole::Object});
    for (const char *text : {"was called", "was known to {Y} as", "had the name"})
        result.push_back({text, DemoRole::Name});
    return result;
}

std::vector<DemoContext> contexts()
{
    return {{"", "the"},
            {"", "a"},
            {"", "the", true},
            {"on Monday", "the"},
            {"after lunch", "the"},
            {"early in the morning", "a"},
            {"at the {place}", "the"},
            {"last winter", "the", true},
            {"after {Y} left,", "the"},
            {"when {Y} came in,", "the"},
            {"while {Y} slept,", "the"},
            {"with {Y} at the door,", "the"},
            {"because {Y} was late,", "the"},
            {"beside {Y},", "a"},
            {"like {Y},", "the"},
            {"as {Y} had gone to the {place},", "the"},
            {"before {Y} could speak,", "the", true},
            {"{time}, while {Y} cleaned the {thing},", "the"},
            {"in the house of {Y}", "the"},
            {"long after {Y} had bought the {thing} at the {place},", "the"}};
}

std::vector<std::string> clauses()
{
    return {"{was} tired",
            "{was} late",
            "{was} hungry",
            "{was} happy",
            "{was} sick {time}",
            "{was} in {town}",
            "{was} ready for work",
            "had lost the {thing}",
            "had to work {time}",
            "had a {colour} {thing}",
            "had seen a {animal}",
            "had not slept",
            "had bought {number} {thing}s",
            "wanted to go home",
            "wanted some {food}",
            "liked the {food}",
            "liked the {animal}",
            "needed a new {thing}",
            "could not find the {thing}",
            "could see the {place}",
            "would go to {town}",
            "would come back {time}",
            "forgot the {thing} at the {place}",
            "heard a {animal} near the {place}"};
}

std::vector<std::string> world()
{
    return {"the {place} opens {time}.",
            "the {place} in {town} is old.",
            "a {animal} slept near the {place}.",
            "a {colour} {animal} ran to the {place}.",
            "it rained in {town} {time}.",
            "it was cold {time}.",
            "the {thing} on the table was {colour}.",
            "the {thing} cost {number} coins.",
            "some {food} and a {thing} were on the table.",
            "the {food} at the {place} was good.",
            "in winter the {place} closes early.",
            "the road from {town} to {town} is long.",
            "the train to {town} left {time}.",
            "{number} {animal}s live near the {place}.",
            "there is a {place} behind the {place}.",
            "the {animal} ate the {food} {time}.",
            "every {thing} in the {place} was {colour}.",
            "snow fell on the {place}, and the {animal} was cold.",
            "the {place} was full of {food}.",
            "a {thing} fell from the {place}, but nothing broke."};
}

DemoWords words()
{
    DemoWords w;
    w.names = names();
    w.definitions = definitions();
    w.frames = frames();
    w.contexts = contexts();
    w.asides = {"near {Y}",
                "behind {Y}",
                "with {Y}",
                "beside {Y}",
                "who met {Y}",
                "who had waited for {Y}",
                "whom {Y} called",
                "that {Y} knows",
                "who sat with {Y} at the {place}",
                "that {Y} saw {time}",
                "who came to the {place} with {Y} {time}"};
    w.plainAsides = {"at the {place}", "from {town}", "in the {colour} coat", "behind the {place}"};
    w.clauses = clauses();
    w.ends = {"", "at the {place}", "{time}", "in {town}", "near the {place} {time}"};
    w.world = world();
    w.adjectives = {"tired", "young", "old",    "kind",  "tall", "quiet", "new",  "clever",
                    "lazy",  "brave", "honest", "proud", "rich", "poor",  "calm", "busy"};
    w.places = {"market", "station", "river",   "bridge",   "school",  "church", "office",
                "garden", "harbor",  "library", "hospital", "kitchen", "forest", "mill"};
    w.times = {"at noon",   "at night",  "on Friday", "on Sunday",   "in the evening",
               "every day", "in spring", "yesterday", "before dawn", "after the storm"};
    w.things = {"lamp", "coat", "key", "bag", "book", "hat", "chair", "box", "letter", "cup", "clock", "ticket"};
    w.animals = {"dog", "cat", "horse", "bird", "goat", "fox", "cow", "duck"};
    w.foods = {"bread", "soup", "cheese", "rice", "cake", "fish", "tea", "honey"};
    w.towns = {"Norwood", "Easton", "Milford", "Ashby", "Langley", "Redhill"};
    w.colours = {"red", "blue", "green", "white", "black", "brown"};
    w.numbers = {"two", "three", "four", "five", "six", "ten", "twenty"};
    return w;
}

} // namespace

const DemoWords &demoWords()
{
    static const DemoWords result = words();
    return result;
}

} // namespace cw
