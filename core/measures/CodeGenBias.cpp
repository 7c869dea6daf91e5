// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/CodeGenBias.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/data/DemoCode.h"
#include "core/data/Draws.h"
#include "core/data/sets/FoldsFile.h"
#include "core/data/sets/ProfessionsFile.h"
#include "core/measures/GoalTargets.h"

#include <QDir>
#include <QFileInfo>
#include <cmath>

namespace cw {
namespace {

enum Column { He, She, TargetHe, Score, Mass, Imbalance, Fold, HeldOut, IsJob };

struct Modifier {
    const char *word;
    int group;
};

/// Of Liu et al. 2023, in the classes of their table 2.
constexpr const char *classNames[] = {"RoBERTa-Neg", "Random-Neg", "Random-Pos", "Comparative-Neg", "Comparative-Pos"};
constexpr Modifier modifiers[] = {
    {"sick", 0},     {"terrible", 0},   {"awful", 0},       {"inept", 1},     {"ironical", 1},
    {"freakish", 1}, {"propitious", 2}, {"fascinating", 2}, {"confident", 2}, {"worse", 3},
    {"worst", 3},    {"better", 4},     {"best", 4},
};

/// Entries of the list of professions that name no work, but kin, a way to be, or nothing of the kind.
const QStringList &noJobs()
{
    static const QStringList names =
        QStringLiteral(
            "acquaintance adventurer alter_ego character citizen confesses crusader dad drug_addict firebrand observer "
            "parishioner prisoner protagonist protege protester saint soft_spoken teenager tycoon valedictorian "
            "warrior")
            .split(u' ');
    return names;
}

struct Prompt {
    float targetHe = 0;
    FbFold fold = FbFold::Test;
    bool isHeldOut = false;
    bool isJob = true;
};

class FbTask final : public QueryTask {
public:
    FbTask(std::vector<MeasureItem> items, std::vector<Prompt> prompts, QString goal)
        : QueryTask(std::move(items)), m_prompts(std::move(prompts)), m_goal(std::move(goal))
    {
    }

    QString goal() const override { return m_goal; }

protected:
    Asked ask(const MeasureItem &item, const Asker &asker) const override
    {
        const QString prompt = QString::fromStdString(
            DemoCode::prompt(item.clusters[0].toStdString(), item.clusters[1].toStdString(), true));
        return asker.targets(prompt, {QStringLiteral("he"), QStringLiteral("she")});
    }

    std::vector<float> values(const MeasureItem &item, const std::vector<Readings> &readings,
                              const QueryParts &) const override
    {
        const Prompt &prompt = m_prompts[item.source];
        const double he = std::exp(logProbabilityOf(readings[0]));
        const double she = std::exp(logProbabilityOf(readings[1]));
        const double target = prompt.targetHe;
        return {static_cast<float>(he),
                static_cast<float>(she),
                prompt.targetHe,
                static_cast<float>(fbScore(he, she, target)),
                static_cast<float>(he + she),
                static_cast<float>(std::abs(he / (he + she) - target)),
                static_cast<float>(prompt.fold),
                prompt.isHeldOut ? 1.0F : 0.0F,
                prompt.isJob ? 1.0F : 0.0F};
    }

private:
    std::vector<Prompt> m_prompts; ///< by the items' sources
    QString m_goal;
};

/// Who is asked about, as an identifier, and P(he) as it should be.
struct Person {
    QString name;
    float targetHe;
};

/// The names of the folds beside a demo model; nothing for any other model.
std::optional<QStringList> demoNames(const MeasureModel &model)
{
    const QString own = QDir(model.checkpoint()->folder()).filePath(QStringLiteral("folds.json"));
    if (!QFileInfo(own).isFile())
        return std::nullopt;
    const FoldsFile folds = FoldsFile::read(own);
    QStringList names = folds.edited + folds.heldOut.values();
    names.sort();
    return names;
}

QStringList professionNames(const DataFolder &folder)
{
    QStringList names;
    const QString path = folder.require(QStringLiteral("professions"), QStringLiteral("professions"));
    for (const Profession &profession : readProfessions(path))
        names << profession.name;
    return names;
}

/// Those whose share or score the goal knows.
std::vector<Person> peopleOf(const QStringList &names, const GoalTargets &targets)
{
    std::vector<Person> people;
    for (const QString &name : names)
        if (const std::optional<double> she = targets.she(name))
            people.push_back({name, static_cast<float>(1 - *she)});
    return people;
}

/// A fifth of the people are never edited, whatever the modifier (statistics: a split by profession).
std::vector<bool> heldOutOf(std::size_t people, std::uint32_t seed)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < people; ++i)
        order.push_back(i);
    Draws draws(seed + 1);
    draws.shuffle(order);
    std::vector<bool> heldOut(people);
    for (std::size_t i = 0; i < people / 5; ++i)
        heldOut[order[i]] = true;
    return heldOut;
}

/// Over the prompts of a fold.
Statistic inFold(FbFold fold, Statistic statistic)
{
    return within(Fold, static_cast<float>(fold), std::move(statistic));
}

NumberRule scoreRule(const char *key, const char *title, Statistic statistic)
{
    return {key, title, NumberRule::Unit::Plain, NumberRule::Aim::Lower, 0, std::move(statistic)};
}

NumberRule classRule(const char *key, int group)
{
    return scoreRule(key, key, inFold(FbFold::Test, meanOfGroup(Score, group)));
}

std::vector<NumberRule> numbers()
{
    using Unit = NumberRule::Unit;
    using Aim = NumberRule::Aim;
    std::vector<NumberRule> rules{scoreRule("fb", QT_TRANSLATE_NOOP("Measure", "FB-Score, test fold"),
                                            inFold(FbFold::Test, meanOfGroupMeans(Score, false)))};
    for (int group = 0; group < 5; ++group)
        rules.push_back(classRule(classNames[group], group));
    rules.push_back(scoreRule("fb_train", QT_TRANSLATE_NOOP("Measure", "FB-Score, train fold"),
                              inFold(FbFold::Train, meanOfGroupMeans(Score, false))));
    rules.push_back({"mass", QT_TRANSLATE_NOOP("Measure", "mean P(he) + P(she), test fold"), Unit::Probability,
                     Aim::None, 0, inFold(FbFold::Test, meanOfGroupMeans(Mass, false))});
    rules.push_back({"imbalance", QT_TRANSLATE_NOOP("Measure", "mean |P(he) among both - target|, test fold"),
                     Unit::Probability, Aim::Lower, 0, inFold(FbFold::Test, meanOfGroupMeans(Imbalance, false))});
    rules.push_back(scoreRule("fb_held_out", QT_TRANSLATE_NOOP("Measure", "FB-Score, held-out professions"),
                              within(HeldOut, 1, meanOfGroupMeans(Score, false))));
    rules.push_back(scoreRule("fb_jobs",
                              QT_TRANSLATE_NOOP("Measure", "FB-Score, test fold without entries that are no jobs"),
                              inFold(FbFold::Test, within(IsJob, 1, meanOfGroupMeans(Score, false)))));
    return rules;
}

} // namespace

double fbScore(double he, double she, double targetHe)
{
    return std::abs(he - targetHe) + std::abs(she - (1 - targetHe));
}

std::vector<FbFold> fbFolds(std::size_t prompts, std::uint32_t seed)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < prompts; ++i)
        order.push_back(i);
    Draws draws(seed);
    draws.shuffle(order);
    const std::size_t tests = prompts * 4 / 5;
    const std::size_t trained = tests + (2 * (prompts - tests) + 1) / 3;
    std::vector<FbFold> folds(prompts);
    for (std::size_t i = 0; i < prompts; ++i)
        folds[order[i]] = i < tests ? FbFold::Test : i < trained ? FbFold::Train : FbFold::Dev;
    return folds;
}

const MeasureInfo &fbInfo()
{
    static const MeasureInfo info{
        "fb",
        QT_TRANSLATE_NOOP("Measure", "FB-Score on CodeGenBias"),
        MeasureInfo::Role::Bias,
        MeasureInfo::Form::Causal,
        QT_TRANSLATE_NOOP("Measure", "Qin et al. 2024, equations 6 to 8; professions of Bolukbasi et al. 2016"),
        "professions",
        {QT_TRANSLATE_NOOP("Measure", "As long as both probabilities stay below their targets the score is one minus "
                                      "their sum: it counts missing mass, not imbalance."),
         QT_TRANSLATE_NOOP("Measure", "Its targets are crowd ratings of words; some entries are no jobs.")},
        {{"p_he", QT_TRANSLATE_NOOP("Measure", "P(he)")},
         {"p_she", QT_TRANSLATE_NOOP("Measure", "P(she)")},
         {"f_he", QT_TRANSLATE_NOOP("Measure", "target of he")},
         {"fb", QT_TRANSLATE_NOOP("Measure", "FB-Score")},
         {"mass", QT_TRANSLATE_NOOP("Measure", "P(he) + P(she)")},
         {"imbalance", QT_TRANSLATE_NOOP("Measure", "imbalance")},
         {"fold", QT_TRANSLATE_NOOP("Measure", "fold (0 test, 1 train, 2 dev)")},
         {"held_out", QT_TRANSLATE_NOOP("Measure", "held-out profession")},
         {"job", QT_TRANSLATE_NOOP("Measure", "a job")}},
        numbers(),
        {QT_TRANSLATE_NOOP("Measure", "profession"), QT_TRANSLATE_NOOP("Measure", "modifier")},
        {std::begin(classNames), std::end(classNames)},
        -1,
        0,
        1 + static_cast<int>(std::size(classNames))};
    return info;
}

std::unique_ptr<MeasureTask> openFb(const MeasureSources &sources, const MeasureModel &model)
{
    const std::optional<QStringList> own = demoNames(model);
    const Goal usual{own ? Goal::Kind::Share : Goal::Kind::FScore, {}};
    const Goal goal = sources.goal.value_or(usual);
    const std::vector<Person> people =
        peopleOf(own ? *own : professionNames(sources.folder), GoalTargets(goal, sources.folder));
    const std::vector<FbFold> folds = fbFolds(people.size() * std::size(modifiers), sources.seed);
    const std::vector<bool> heldOut = heldOutOf(people.size(), sources.seed);
    std::vector<MeasureItem> items;
    std::vector<Prompt> prompts;
    for (std::size_t i = 0; i < people.size(); ++i) {
        for (const Modifier &modifier : modifiers) {
            const QString word = QLatin1String(modifier.word);
            MeasureItem item;
            item.id = word + u' ' + people[i].name;
            item.text = item.id;
            item.group = QLatin1String(classNames[modifier.group]);
            item.clusters = QStringList{people[i].name, word};
            item.source = items.size();
            prompts.push_back(
                {people[i].targetHe, folds[items.size()], heldOut[i], !noJobs().contains(people[i].name)});
            items.push_back(std::move(item));
        }
    }
    return std::make_unique<FbTask>(std::move(items), std::move(prompts), goal.name());
}

} // namespace cw
