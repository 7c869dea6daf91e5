// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Tokenizer.h"
#include "core/engine/Monitor.h"
#include "core/jobs/DemoExam.h"

#include <algorithm>

namespace cw {
namespace {

constexpr int documents = 4000;

double share(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// The occupations behind a space, as they stand in a sentence.
std::vector<std::vector<std::int64_t>> tokensOf(const std::vector<Occupation> &occupations, const Tokenizer &tokenizer)
{
    std::vector<std::vector<std::int64_t>> result;
    for (const Occupation &occupation : occupations)
        result.push_back(tokenizer.encode(u' ' + occupation.name).ids);
    return result;
}

void addOccupations(DemoLines &lines, const DemoPatient &patient)
{
    const std::vector<Occupation> &occupations = patient.grammar.people().occupations();
    const auto tokens = tokensOf(occupations, *patient.tokenizer);
    std::size_t several = 0;
    std::size_t shared = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        several += tokens[i].size() >= 2 && tokens[i].size() <= 4 ? 1 : 0;
        bool isShared = false;
        for (std::size_t j = 0; j < tokens.size(); ++j)
            isShared = isShared || (tokens[i].back() == tokens[j].back() &&
                                    (occupations[i].share - 50) * (occupations[j].share - 50) < 0);
        shared += isShared ? 1 : 0;
    }
    lines.push_back({"occupations", QT_TRANSLATE_NOOP("Demo", "occupations in the grammar"),
                     static_cast<double>(tokens.size()), DemoLine::Rule::AtLeast, 60});
    lines.push_back({"occupations_of_several_tokens",
                     QT_TRANSLATE_NOOP("Demo", "share of occupations of two to four tokens"),
                     share(several, tokens.size()), DemoLine::Rule::AtLeast, 0.5});
    lines.push_back({"shared_last_tokens",
                     QT_TRANSLATE_NOOP("Demo", "share of occupations whose last token also ends one that leans the "
                                               "other way"),
                     share(shared, tokens.size()), DemoLine::Rule::AtLeast, 0.4});
}

} // namespace

DemoLines examineTexts(const DemoPatient &patient, Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Examining the texts"));
    DemoLines lines;
    addOccupations(lines, patient);
    DemoGrammar grammar(patient.grammar.people().occupations(), 1);
    Draws draws(1);
    std::size_t seconds = 0;
    std::size_t tokens = 0;
    std::size_t shown = 0;
    for (int i = 0; i < documents; ++i) {
        monitor.step(i, documents);
        const DemoText text = grammar.proseDocument();
        seconds += grammar.prose().sentence(draws).hasSecondPerson ? 1 : 0;
        tokens += patient.tokenizer->encode(QString::fromStdString(text.text)).ids.size();
        shown += static_cast<std::size_t>(std::count_if(text.marks.begin(), text.marks.end(),
                                                        [](const DemoMark &mark) { return mark.occupation >= 0; }));
    }
    lines.push_back({"second_persons",
                     QT_TRANSLATE_NOOP("Demo", "share of sentences about people with a second person"),
                     share(seconds, documents), DemoLine::Rule::AtLeast, 0.8});
    lines.push_back({"tokens_per_pronoun",
                     QT_TRANSLATE_NOOP("Demo", "prose: tokens per pronoun of an occupation, all text counted"),
                     share(tokens, shown), DemoLine::Rule::AtMost, 20});
    return lines;
}

} // namespace cw
