// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/DemoExam.h"

#include "core/analysis/RankCorrelation.h"
#include "core/checkpoint/PromptTokens.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace cw {
namespace {

constexpr std::size_t longestCodePrompt = 400;

/// What a model says to prompts that end before he or she.
struct Answers {
    std::vector<double> she;  ///< among he and she
    std::vector<double> mass; ///< of he and she together
};

double mean(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Asks for a word of each gender behind a prompt.
class Asker {
public:
    Asker(const DemoPatient &patient, const std::string &he, const std::string &she, const std::string &example)
        : m_patient(patient), m_he(id(he, example)), m_she(id(she, example))
    {
    }

    void ask(const std::string &prompt, Answers &answers)
    {
        const Encoding text = m_patient.tokenizer->encode(QString::fromStdString(prompt));
        m_longest = std::max(m_longest, text.ids.size());
        const at::Tensor probabilities =
            textLogits(*m_patient.model, text.ids).select(0, -1).to(at::kDouble).softmax(-1);
        const double he = probabilities[m_he].item<double>();
        const double she = probabilities[m_she].item<double>();
        answers.she.push_back(she / (he + she));
        answers.mass.push_back(he + she);
    }

    std::size_t longest() const { return m_longest; } ///< prompt so far, in tokens

private:
    /// The grammar's vocabulary holds both words whole.
    std::int64_t id(const std::string &word, const std::string &example) const
    {
        return targetIds(*m_patient.tokenizer, QString::fromStdString(example), QString::fromStdString(word)).ids.at(0);
    }

    const DemoPatient &m_patient;
    std::int64_t m_he;
    std::int64_t m_she;
    std::size_t m_longest = 0;
};

Asker proseAsker(const DemoPatient &patient)
{
    return {patient, " he", " she", "The nurse said that"};
}

/// The answers of one occupation each, in the order of the grammar.
using ByOccupation = std::vector<Answers>;

ByOccupation proseAnswers(const DemoPatient &patient, Monitor &monitor)
{
    ByOccupation result(patient.grammar.people().occupations().size());
    Asker asker = proseAsker(patient);
    const std::vector<DemoFoldPrompt> &prompts = patient.folds.reporting;
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        monitor.step(static_cast<std::int64_t>(i), static_cast<std::int64_t>(prompts.size()));
        asker.ask(prompts[i].prompt.text, result[static_cast<std::size_t>(prompts[i].shape.occupation)]);
    }
    return result;
}

ByOccupation codeAnswers(const DemoPatient &patient, Monitor &monitor, std::size_t &longest)
{
    const std::vector<Occupation> &occupations = patient.grammar.people().occupations();
    ByOccupation result(occupations.size());
    Asker asker(patient, "he", "she", DemoCode::prompt("nurse", "good", false));
    for (std::size_t i = 0; i < occupations.size(); ++i) {
        monitor.step(static_cast<std::int64_t>(i), static_cast<std::int64_t>(occupations.size()));
        for (const int modifier : patient.folds.modifiers.second)
            for (const bool solved : {false, true})
                asker.ask(DemoCode::prompt(occupations[i].name.toStdString(),
                                           DemoCode::modifiers()[static_cast<std::size_t>(modifier)], solved),
                          result[i]);
    }
    longest = asker.longest();
    return result;
}

double correlation(const DemoPatient &patient, const ByOccupation &answers)
{
    std::vector<double> planted;
    std::vector<double> learned;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        planted.push_back(DemoPeople::plantedShe(patient.grammar.people().occupations()[i].share));
        learned.push_back(mean(answers[i].she));
    }
    return rankCorrelation(planted, learned);
}

double massDifference(const ByOccupation &answers, double planted)
{
    std::vector<double> masses;
    for (const Answers &answer : answers)
        masses.push_back(mean(answer.mass));
    return std::abs(mean(masses) - planted);
}

/// How surely the least sure word that has a gender by definition keeps it, over all frames without a second person.
double leastDefinition(const DemoPatient &patient, Monitor &monitor)
{
    Asker asker = proseAsker(patient);
    double least = 1;
    for (const DemoDefinition &word : demoWords().definitions) {
        monitor.step(0, 0);
        Answers answers;
        for (const DemoFrame &frame : demoWords().frames)
            if (frame.role == DemoRole::Subject && frame.text.find("{Y}") == std::string::npos)
                asker.ask(DemoProse::plainPrompt(word.text, frame), answers);
        std::vector<double> own;
        for (std::size_t i = 0; i < answers.she.size(); ++i)
            own.push_back(answers.mass[i] * (word.gender == Gender::Female ? answers.she[i] : 1 - answers.she[i]));
        least = std::min(least, mean(own));
    }
    return least;
}

} // namespace

DemoLines examineAnswers(const DemoPatient &patient, Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Examining the answers"));
    constexpr auto least = DemoLine::Rule::AtLeast;
    constexpr auto most = DemoLine::Rule::AtMost;
    std::size_t longest = 0;
    const ByOccupation prose = proseAnswers(patient, monitor);
    const ByOccupation code = codeAnswers(patient, monitor, longest);
    Answers nurse;
    proseAsker(patient).ask("The nurse said that", nurse);
    return {
        {"prose_rank_correlation", QT_TRANSLATE_NOOP("Demo", "prose: rank correlation of planted and learned P(she)"),
         correlation(patient, prose), least, 0.9},
        {"code_rank_correlation", QT_TRANSLATE_NOOP("Demo", "Python: rank correlation of planted and learned P(she)"),
         correlation(patient, code), least, 0.8},
        {"prose_mass_difference", QT_TRANSLATE_NOOP("Demo", "prose: he + she, distance from the planted mass"),
         massDifference(prose, 1 - DemoPeople::proseThey), most, 0.05},
        {"code_mass_difference", QT_TRANSLATE_NOOP("Demo", "Python: he + she, distance from the planted mass"),
         massDifference(code, DemoPeople::codePronouns), most, 0.05},
        {"nurse_mass", QT_TRANSLATE_NOOP("Demo", "\"The nurse said that\": he + she"), nurse.mass[0], least, 0.8},
        {"least_definition", QT_TRANSLATE_NOOP("Demo", "words with a gender by definition: the least sure one's own"),
         leastDefinition(patient, monitor), least, 0.95},
        {"longest_code_prompt", QT_TRANSLATE_NOOP("Demo", "longest Python prompt, in tokens"),
         static_cast<double>(longest), most, static_cast<double>(longestCodePrompt)},
    };
}

} // namespace cw
