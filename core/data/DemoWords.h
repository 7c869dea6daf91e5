// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace cw {

enum class Gender { Female, Male, Neutral };

/// A first name and how often it is a woman's.
struct DemoName {
    std::string text;
    double she;
};

/// A word that is a woman's or a man's by definition.
struct DemoDefinition {
    std::string text;
    Gender gender;
};

/// What a pronoun of the demo grammar stands for: "that ___ was late", "lost ___ coat", "blamed ___", "took the lamp
/// with ___", "was called ___", and the answer in a Python function.
enum class DemoRole { Subject, Possessive, Reflexive, Object, Name, Code };

/// The end of a main clause up to its pronoun, without the subject: "said that". {Y} is a second person.
struct DemoFrame {
    std::string text;
    DemoRole role;
};

/// What stands before the subject of the main clause: "after {Y} left, the".
struct DemoContext {
    std::string before;     ///< up to the article, empty at the start of a sentence
    std::string article;    ///< "the" or "a"
    bool described = false; ///< an adjective follows the article
};

/// The words and sentence pieces of the demo grammar. {place}, {time}, {thing} ... are filled from the lists.
struct DemoWords {
    std::vector<DemoName> names;
    std::vector<DemoDefinition> definitions;
    std::vector<DemoFrame> frames;
    std::vector<DemoContext> contexts;
    std::vector<std::string> asides;      ///< between subject and verb: "near {Y}"
    std::vector<std::string> plainAsides; ///< without a person: "at the {place}"
    std::vector<std::string> clauses;     ///< after he, she or they: "{was} late"
    std::vector<std::string> ends;        ///< of a clause that is complete: "at the {place}"
    std::vector<std::string> world;       ///< sentences without a person
    std::vector<std::string> adjectives;
    std::vector<std::string> places;
    std::vector<std::string> times;
    std::vector<std::string> things;
    std::vector<std::string> animals;
    std::vector<std::string> foods;
    std::vector<std::string> towns;
    std::vector<std::string> colours;
    std::vector<std::string> numbers;
};

const DemoWords &demoWords();

} // namespace cw
