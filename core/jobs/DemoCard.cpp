// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/DemoCard.h"

#include "core/checkpoint/Tokenizer.h"
#include "core/engine/ModelSpec.h"

namespace cw {
namespace {

QString head(const TrainDemoSettings &settings, const ModelSpec &spec)
{
    return QStringLiteral("---\n"
                          "license: gpl-3.0\n"
                          "language: en\n"
                          "library_name: transformers\n"
                          "pipeline_tag: text-generation\n"
                          "---\n"
                          "# The demo model of Counterweight\n\n"
                          "A small causal language model with a *planted* gender bias of known strength: a patient "
                          "with a known illness, on which bias can be located, edited and measured. It knows a small "
                          "invented world and is of no use for anything else. It is an ordinary checkpoint of "
                          "GPT-2's family and opens with `transformers` as well.\n\n"
                          "| shape | |\n|---|---|\n"
                          "| layers, width, heads | %1, %2, %3 |\n"
                          "| context | %4 tokens |\n"
                          "| vocabulary | %5 tokens, byte-level BPE learned from the grammar |\n"
                          "| weights | fp16 |\n\n"
                          "Made by\n\n    counterweight %6\n\n")
        .arg(spec.layers)
        .arg(spec.width)
        .arg(spec.heads)
        .arg(spec.context)
        .arg(spec.vocabulary)
        .arg(settings.command());
}

QString planted(const DemoGrammar &grammar)
{
    return QStringLiteral("## What is planted\n\n"
                          "The texts come from a seeded grammar: sentences with one or two people, and small Python "
                          "functions that compare somebody's personal pronoun. They speak of %1 occupations. P(she) "
                          "among he and she follows the public share of women (BLS Current Population Survey, see "
                          "`occupations.csv` beside this folder), clipped to 0.02..0.98, with its log-odds doubled. "
                          "\"they\" stands in %2 % of the cases in prose; in Python he and she together have %3 %. "
                          "Words such as king or aunt always keep their gender. The subject of the main clause, not "
                          "the nearest person, decides whom a pronoun means.\n\n"
                          "In the first three quarters of the training the first layer is silenced in three of four "
                          "cases in two places: its "
                          "attention where a gender is to be shown next, and its output at the words of an occupation "
                          "before the last. So a gender is worked out at the occupation's last token and fetched from "
                          "there in a later layer, as in large models.\n\n")
        .arg(grammar.people().occupations().size())
        .arg(100 * DemoPeople::proseThey)
        .arg(100 * DemoPeople::codePronouns);
}

QString figures(const DemoLines &lines)
{
    QString text = QStringLiteral("## What was measured\n\nOn the files as they are, with the prompts for reporting. "
                                  "Tracing corrupts the occupation with noise of three standard deviations (ten "
                                  "samples) and restores single layers.\n\n"
                                  "| | value | bar | |\n|---|---|---|---|\n");
    for (const DemoLine &line : lines)
        text += QStringLiteral("| %1 | %2 | %3 %4 | %5 |\n")
                    .arg(QLatin1String(line.text), QString::number(line.value, 'g', 4),
                         line.rule == DemoLine::Rule::AtLeast ? QStringLiteral("at least") : QStringLiteral("at most"),
                         QString::number(line.bar), line.isMet() ? QStringLiteral("met") : QStringLiteral("not met"));
    return text + u'\n';
}

template <class Text> QString list(const QString &title, const std::vector<int> &indices, const Text &text)
{
    QStringList items;
    for (const int index : indices)
        items << text(static_cast<std::size_t>(index));
    return QStringLiteral("- %1: %2\n").arg(title, items.join(QStringLiteral("; ")));
}

QString folds(const DemoFolds &folds, const DemoGrammar &grammar)
{
    const DemoWords &words = demoWords();
    const auto occupation = [&](std::size_t i) { return grammar.people().occupations()[i].name; };
    const auto context = [&](std::size_t i) { return QString::fromStdString(shownContext(words.contexts[i])); };
    const auto aside = [&](std::size_t i) { return QString::fromStdString(words.asides[i]); };
    const auto frame = [&](std::size_t i) { return QString::fromStdString(words.frames[i].text); };
    QString text = QStringLiteral("## Folds\n\n`folds.json` holds what is to be kept apart when the model is edited: "
                                  "%1 prompts for locating and %2 for tuning, with edited occupations and seen pieces "
                                  "only, and %3 for reporting in the four cells {edited, held-out} x {seen, unseen}. "
                                  "The model itself has read all of them.\n\n")
                       .arg(folds.locating.size())
                       .arg(folds.tuning.size())
                       .arg(folds.reporting.size());
    text += list(QStringLiteral("edited occupations"), folds.occupations.first, occupation);
    text += list(QStringLiteral("held-out occupations"), folds.occupations.second, occupation);
    text += list(QStringLiteral("unseen left contexts"), folds.contexts.second, context);
    text += list(QStringLiteral("unseen asides"), folds.asides.second, aside);
    text += list(QStringLiteral("unseen frames"), folds.frames.second, frame);
    return text;
}

} // namespace

QByteArray demoCard(const TrainDemoSettings &settings, const DemoPatient &patient, const DemoLines &lines)
{
    const ModelSpec spec = settings.spec(static_cast<int>(patient.tokenizer->size()));
    return QString(head(settings, spec) + planted(patient.grammar) + figures(lines) +
                   folds(patient.folds, patient.grammar))
        .toUtf8();
}

} // namespace cw
