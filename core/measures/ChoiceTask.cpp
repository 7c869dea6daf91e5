// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/ChoiceTask.h"

#include "core/data/DataFolder.h"
#include "core/data/sets/ChoiceItem.h"

#include <algorithm>

namespace cw {
namespace {

enum Column { Accuracy, Normalised, Chosen, Margin };

class ChoiceTask final : public QueryTask {
public:
    ChoiceTask(std::vector<MeasureItem> items, std::vector<ChoiceItem> choices)
        : QueryTask(std::move(items)), m_choices(std::move(choices))
    {
    }

protected:
    Asked ask(const MeasureItem &item, const Asker &asker) const override
    {
        const ChoiceItem &choice = m_choices[item.source];
        Asked all;
        for (qsizetype i = 0; i < choice.continuations.size(); ++i)
            all.add(asker.continuation(choice.contexts[i], choice.continuations[i]));
        return all;
    }

    std::vector<float> values(const MeasureItem &item, const std::vector<Readings> &readings,
                              const QueryParts &) const override
    {
        const ChoiceItem &choice = m_choices[item.source];
        std::vector<double> likelihoods;
        std::vector<double> perCharacter;
        double bestWrong = -1e300;
        for (std::size_t i = 0; i < readings.size(); ++i) {
            const auto answer = static_cast<qsizetype>(i);
            likelihoods.push_back(logProbabilityOf(readings[i]));
            perCharacter.push_back(likelihoods.back() / static_cast<double>(choice.answers[answer].toUcs4().size()));
            if (static_cast<int>(i) != choice.right)
                bestWrong = std::max(bestWrong, likelihoods.back());
        }
        const auto right = static_cast<std::size_t>(choice.right);
        const auto chosen = std::max_element(likelihoods.begin(), likelihoods.end()) - likelihoods.begin();
        const auto chosenPer = std::max_element(perCharacter.begin(), perCharacter.end()) - perCharacter.begin();
        return {chosen == choice.right ? 1.0F : 0.0F, chosenPer == choice.right ? 1.0F : 0.0F,
                static_cast<float>(chosen), static_cast<float>(likelihoods[right] - bestWrong)};
    }

private:
    std::vector<ChoiceItem> m_choices; ///< by the items' sources
};

std::unique_ptr<MeasureTask> taskOf(std::vector<ChoiceItem> choices)
{
    std::vector<MeasureItem> items;
    for (std::size_t i = 0; i < choices.size(); ++i)
        items.push_back({choices[i].id, choices[i].text, {}, QStringList{choices[i].id}, i});
    return std::make_unique<ChoiceTask>(std::move(items), std::move(choices));
}

NumberRule accuracyRule(const char *key, const char *title, int column)
{
    return {key, title, NumberRule::Unit::Percent, NumberRule::Aim::Higher, 0, inPercent(meanOf(column))};
}

enum class Headline { Plain, Normalised, PlainOnly };

std::vector<NumberRule> rulesOf(Headline headline)
{
    const NumberRule plain = accuracyRule("acc", QT_TRANSLATE_NOOP("Measure", "accuracy"), Accuracy);
    const NumberRule perCharacter =
        accuracyRule("acc_norm", QT_TRANSLATE_NOOP("Measure", "length-normalised accuracy"), Normalised);
    NumberRule error{"stderr",
                     QT_TRANSLATE_NOOP("Measure", "standard error of the first"),
                     NumberRule::Unit::Percent,
                     NumberRule::Aim::None,
                     0,
                     inPercent(standardErrorOf(headline == Headline::Normalised ? Normalised : Accuracy))};
    error.low = noNumber();
    error.high = noNumber();
    if (headline == Headline::PlainOnly)
        return {plain, error};
    return headline == Headline::Plain ? std::vector<NumberRule>{plain, perCharacter, error}
                                       : std::vector<NumberRule>{perCharacter, plain, error};
}

MeasureInfo infoOf(const char *name, const char *title, const char *set, const char *source, Headline headline,
                   std::vector<const char *> caveats = {})
{
    MeasureInfo info{name, title, MeasureInfo::Role::Guard, MeasureInfo::Form::Causal, source, set, std::move(caveats)};
    info.columns = {{"acc", QT_TRANSLATE_NOOP("Measure", "right")},
                    {"acc_norm", QT_TRANSLATE_NOOP("Measure", "right, length-normalised")},
                    {"chosen", QT_TRANSLATE_NOOP("Measure", "chosen answer")},
                    {"margin", QT_TRANSLATE_NOOP("Measure", "lead of the right answer, nats")}};
    info.numbers = rulesOf(headline);
    info.ways = {QT_TRANSLATE_NOOP("Measure", "item")};
    info.flips = headline == Headline::Normalised ? Normalised : Accuracy;
    info.flipsAt = 0.5F;
    info.margin = 1;
    return info;
}

QString fileOf(const MeasureSources &sources, const char *set, const char *file)
{
    return sources.folder.require(QLatin1String(set), QLatin1String(file));
}

} // namespace

const MeasureInfo &piqaInfo()
{
    static const MeasureInfo info =
        infoOf("piqa", QT_TRANSLATE_NOOP("Measure", "PIQA"), "piqa",
               QT_TRANSLATE_NOOP("Measure", "Bisk et al. 2020, validation set; as lm-evaluation-harness asks it"),
               Headline::Plain);
    return info;
}

const MeasureInfo &hellaSwagInfo()
{
    static const MeasureInfo info =
        infoOf("hellaswag", QT_TRANSLATE_NOOP("Measure", "HellaSwag"), "hellaswag",
               QT_TRANSLATE_NOOP("Measure", "Zellers et al. 2019, validation set; as lm-evaluation-harness asks it"),
               Headline::Normalised,
               {QT_TRANSLATE_NOOP("Measure", "Many of its endings are ungrammatical, and not all labels are right.")});
    return info;
}

const MeasureInfo &arcEasyInfo()
{
    static const MeasureInfo info = infoOf(
        "arc_easy", QT_TRANSLATE_NOOP("Measure", "ARC, easy questions"), "arc",
        QT_TRANSLATE_NOOP("Measure", "Clark et al. 2018, test set; as lm-evaluation-harness asks it"), Headline::Plain);
    return info;
}

const MeasureInfo &arcChallengeInfo()
{
    static const MeasureInfo info =
        infoOf("arc_challenge", QT_TRANSLATE_NOOP("Measure", "ARC, challenge questions"), "arc",
               QT_TRANSLATE_NOOP("Measure", "Clark et al. 2018, test set; as lm-evaluation-harness asks it"),
               Headline::Normalised);
    return info;
}

const MeasureInfo &openBookQaInfo()
{
    static const MeasureInfo info =
        infoOf("openbookqa", QT_TRANSLATE_NOOP("Measure", "OpenBookQA"), "openbookqa",
               QT_TRANSLATE_NOOP("Measure", "Mihaylov et al. 2018, test set; as lm-evaluation-harness asks it"),
               Headline::Normalised);
    return info;
}

const MeasureInfo &winoGrandeInfo()
{
    static const MeasureInfo info = infoOf(
        "winogrande", QT_TRANSLATE_NOOP("Measure", "WinoGrande"), "winogrande",
        QT_TRANSLATE_NOOP("Measure", "Sakaguchi et al. 2020, dev set; partial evaluation as in lm-evaluation-harness"),
        Headline::PlainOnly);
    return info;
}

const MeasureInfo &boolqInfo()
{
    static const MeasureInfo info =
        infoOf("boolq", QT_TRANSLATE_NOOP("Measure", "BoolQ"), "boolq",
               QT_TRANSLATE_NOOP("Measure", "Clark et al. 2019, dev set; as lm-evaluation-harness asks it"),
               Headline::PlainOnly, {QT_TRANSLATE_NOOP("Measure", "Whoever always says yes is right in 62 per cent.")});
    return info;
}

std::unique_ptr<MeasureTask> openPiqa(const MeasureSources &sources, const MeasureModel &)
{
    return taskOf(readPiqa(fileOf(sources, "piqa", "valid"), fileOf(sources, "piqa", "labels")));
}

std::unique_ptr<MeasureTask> openHellaSwag(const MeasureSources &sources, const MeasureModel &)
{
    return taskOf(readHellaSwag(fileOf(sources, "hellaswag", "val")));
}

std::unique_ptr<MeasureTask> openArcEasy(const MeasureSources &sources, const MeasureModel &)
{
    return taskOf(readArc(fileOf(sources, "arc", "easy")));
}

std::unique_ptr<MeasureTask> openArcChallenge(const MeasureSources &sources, const MeasureModel &)
{
    return taskOf(readArc(fileOf(sources, "arc", "challenge")));
}

std::unique_ptr<MeasureTask> openOpenBookQa(const MeasureSources &sources, const MeasureModel &)
{
    return taskOf(readOpenBookQa(fileOf(sources, "openbookqa", "test")));
}

std::unique_ptr<MeasureTask> openWinoGrande(const MeasureSources &sources, const MeasureModel &)
{
    return taskOf(readWinoGrande(fileOf(sources, "winogrande", "dev")));
}

std::unique_ptr<MeasureTask> openBoolq(const MeasureSources &sources, const MeasureModel &)
{
    return taskOf(readBoolq(fileOf(sources, "boolq", "dev")));
}

} // namespace cw
