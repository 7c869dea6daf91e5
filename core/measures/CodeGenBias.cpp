// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/CodeGenBias.h"

#include "core/checkpoint/Checkpoint.h"

#include <cmath>

namespace cw {
namespace {

enum Column { He, She, TargetHe, Score, Mass, Imbalance, Fold, HeldOut, IsJob };

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

class FbTask final : public QueryTask {
public:
    FbTask(std::vector<MeasureItem> items, std::vector<FbPrompt> prompts, QString goal)
        : QueryTask(std::move(items)), m_prompts(std::move(prompts)), m_goal(std::move(goal))
    {
    }

    QString goal() const override { return m_goal; }

protected:
    Asked ask(const MeasureItem &item, const Asker &asker) const override
    {
        return asker.targets(m_prompts[item.source].text(), {QStringLiteral("he"), QStringLiteral("she")});
    }

    std::vector<float> values(const MeasureItem &item, const std::vector<Readings> &readings,
                              const QueryParts &) const override
    {
        const FbPrompt &prompt = m_prompts[item.source];
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
                noJobs().contains(prompt.person) ? 0.0F : 1.0F};
    }

private:
    std::vector<FbPrompt> m_prompts; ///< by the items' sources
    QString m_goal;
};

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
        rules.push_back(classRule(fbClasses[group], group));
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
        {std::begin(fbClasses), std::end(fbClasses)},
        -1,
        0,
        1 + static_cast<int>(std::size(fbClasses))};
    return info;
}

std::unique_ptr<MeasureTask> openFb(const MeasureSources &sources, const MeasureModel &model)
{
    FbPrompts all = FbPrompts::of(model.checkpoint()->folder(), sources.goal, sources.folder, sources.seed);
    std::vector<MeasureItem> items;
    for (const FbPrompt &prompt : all.prompts) {
        MeasureItem item;
        item.id = prompt.modifier + u' ' + prompt.person;
        item.text = item.id;
        item.group = QLatin1String(fbClasses[prompt.group]);
        item.clusters = QStringList{prompt.person, prompt.modifier};
        item.source = items.size();
        items.push_back(std::move(item));
    }
    return std::make_unique<FbTask>(std::move(items), std::move(all.prompts), all.goal);
}

} // namespace cw
