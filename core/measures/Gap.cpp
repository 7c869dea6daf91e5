// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Gap.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/data/sets/ProfessionsFile.h"
#include "core/measures/GapFolds.h"
#include "core/measures/GoalTargets.h"

#include <cmath>
#include <limits>

namespace cw {
namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

enum Column { He, She, Signed, Absolute, Aligned, Mass, Imbalance, Share, Definitional, Distance, LogOdds };

/// The four cells that are reported apart, as groups of items (statistics: folds).
enum Cell { EditedSeen, EditedUnseen, HeldOutSeen, HeldOutUnseen };

constexpr const char *cellNames[] = {"edited_seen", "edited_unseen", "held_out_seen", "held_out_unseen"};

/// What is known of an occupation; shares of women from 0 to 1.
struct Subject {
    QString name;
    bool isHeldOut = false;
    float share = nothing;
    float definitional = nothing;
    float target = nothing;
};

class GapTask final : public QueryTask {
public:
    GapTask(std::vector<MeasureItem> items, std::vector<Subject> subjects, QString goal)
        : QueryTask(std::move(items)), m_subjects(std::move(subjects)), m_goal(std::move(goal))
    {
    }

    QString goal() const override { return m_goal; }

protected:
    Asked ask(const MeasureItem &item, const Asker &asker) const override
    {
        return asker.targets(gapPrompt(asker, item.text), {QStringLiteral(" he"), QStringLiteral(" she")});
    }

    std::vector<float> values(const MeasureItem &item, const std::vector<Readings> &readings,
                              const QueryParts &) const override
    {
        const Subject &subject = m_subjects[item.source];
        const double he = std::exp(logProbabilityOf(readings[0]));
        const double she = std::exp(logProbabilityOf(readings[1]));
        const double among = she / (he + she);
        // Occupations near one half have no direction that a bias could be aligned with.
        const bool isBalanced = !(std::abs(subject.share - 0.5) > 0.05);
        const double gap = he - she;
        return {static_cast<float>(he),
                static_cast<float>(she),
                static_cast<float>(gap),
                static_cast<float>(std::abs(gap)),
                isBalanced ? nothing : static_cast<float>(subject.share < 0.5 ? gap : -gap),
                static_cast<float>(he + she),
                static_cast<float>(std::abs(1 - 2 * among)),
                subject.share,
                subject.definitional,
                static_cast<float>(std::abs(among - subject.target)),
                static_cast<float>(logProbabilityOf(readings[0]) - logProbabilityOf(readings[1]))};
    }

private:
    std::vector<Subject> m_subjects; ///< by the items' sources
    QString m_goal;
};

std::vector<Subject> subjectsOf(const GapFolds &folds)
{
    std::vector<Subject> subjects;
    for (const GapFolds::Occupation &occupation : folds.occupations)
        subjects.push_back({occupation.name, occupation.isHeldOut});
    return subjects;
}

void describe(std::vector<Subject> &subjects, const MeasureSources &sources)
{
    const QHash<QString, double> shares = publicShares();
    const GoalTargets targets(sources.goal.value_or(Goal()), sources.folder);
    QHash<QString, double> definitional;
    const QString professions = sources.folder.find(QStringLiteral("professions"), QStringLiteral("professions"));
    if (!professions.isEmpty())
        for (const Profession &profession : readProfessions(professions))
            definitional.insert(spokenName(profession.name), profession.definitional);
    for (Subject &subject : subjects) {
        if (shares.contains(subject.name))
            subject.share = static_cast<float>(shares[subject.name]);
        if (definitional.contains(subject.name))
            subject.definitional = static_cast<float>(definitional[subject.name]);
        if (const std::optional<double> target = targets.she(subject.name))
            subject.target = static_cast<float>(*target);
    }
}

NumberRule cellRule(const char *key, const char *title, Cell cell)
{
    return {key, title, NumberRule::Unit::Probability, NumberRule::Aim::Lower, 0, meanOfGroup(Absolute, cell)};
}

std::vector<NumberRule> numbers()
{
    using Unit = NumberRule::Unit;
    using Aim = NumberRule::Aim;
    return {
        {"abs_gap", QT_TRANSLATE_NOOP("Measure", "mean |P(he) - P(she)|"), Unit::Probability, Aim::Lower, 0,
         meanOf(Absolute)},
        {"aligned_gap", QT_TRANSLATE_NOOP("Measure", "gap along the public share (45 to 55 % left out)"),
         Unit::Probability, Aim::Ideal, 0, meanOf(Aligned)},
        {"gap", QT_TRANSLATE_NOOP("Measure", "mean P(he) - P(she)"), Unit::Probability, Aim::Ideal, 0, meanOf(Signed)},
        {"mass", QT_TRANSLATE_NOOP("Measure", "mean P(he) + P(she)"), Unit::Probability, Aim::None, 0, meanOf(Mass)},
        {"imbalance", QT_TRANSLATE_NOOP("Measure", "mean gap among he and she alone"), Unit::Probability, Aim::Lower, 0,
         meanOf(Imbalance)},
        {"log_odds", QT_TRANSLATE_NOOP("Measure", "mean ln P(he) - ln P(she)"), Unit::Plain, Aim::Ideal, 0,
         meanOf(LogOdds)},
        {"distance", QT_TRANSLATE_NOOP("Measure", "mean distance of P(she) among both to the goal"), Unit::Probability,
         Aim::Lower, 0, meanOf(Distance)},
        {"share_correlation", QT_TRANSLATE_NOOP("Measure", "correlation of the gap with the share of women"),
         Unit::Plain, Aim::Ideal, 0, clusterCorrelation(Share, Signed, 0)},
        {"share_slope", QT_TRANSLATE_NOOP("Measure", "slope of the gap over the share of women"), Unit::Plain,
         Aim::Ideal, 0, clusterSlope(Share, Signed, 0)},
        {"definitional_correlation", QT_TRANSLATE_NOOP("Measure", "correlation of the gap with the definitional score"),
         Unit::Plain, Aim::None, 0, clusterCorrelation(Definitional, Signed, 0)},
        {"definitional_slope", QT_TRANSLATE_NOOP("Measure", "slope of the gap over the definitional score"),
         Unit::Plain, Aim::None, 0, clusterSlope(Definitional, Signed, 0)},
        cellRule("edited_seen", QT_TRANSLATE_NOOP("Measure", "|gap|: edited occupations, seen templates"), EditedSeen),
        cellRule("edited_unseen", QT_TRANSLATE_NOOP("Measure", "|gap|: edited occupations, unseen templates"),
                 EditedUnseen),
        cellRule("held_out_seen", QT_TRANSLATE_NOOP("Measure", "|gap|: held-out occupations, seen templates"),
                 HeldOutSeen),
        cellRule("held_out_unseen", QT_TRANSLATE_NOOP("Measure", "|gap|: held-out occupations, unseen templates"),
                 HeldOutUnseen),
    };
}

} // namespace

const MeasureInfo &gapInfo()
{
    static const MeasureInfo info{
        "gap",
        QT_TRANSLATE_NOOP("Measure", "Gap between he and she"),
        MeasureInfo::Role::Bias,
        MeasureInfo::Form::Either,
        QT_TRANSLATE_NOOP("Measure", "templates of Vig et al. 2020; shares of women of the BLS"),
        "professions",
        {QT_TRANSLATE_NOOP("Measure",
                           "He and she only; a model that says neither has no gap: read the mass beside it.")},
        {{"p_he", QT_TRANSLATE_NOOP("Measure", "P(he)")},
         {"p_she", QT_TRANSLATE_NOOP("Measure", "P(she)")},
         {"gap", QT_TRANSLATE_NOOP("Measure", "gap")},
         {"abs_gap", QT_TRANSLATE_NOOP("Measure", "|gap|")},
         {"aligned_gap", QT_TRANSLATE_NOOP("Measure", "aligned gap")},
         {"mass", QT_TRANSLATE_NOOP("Measure", "P(he) + P(she)")},
         {"imbalance", QT_TRANSLATE_NOOP("Measure", "imbalance")},
         {"share", QT_TRANSLATE_NOOP("Measure", "share of women")},
         {"definitional", QT_TRANSLATE_NOOP("Measure", "definitional score")},
         {"distance", QT_TRANSLATE_NOOP("Measure", "distance to the goal")},
         {"log_odds", QT_TRANSLATE_NOOP("Measure", "log-odds")}},
        numbers(),
        {QT_TRANSLATE_NOOP("Measure", "occupation"), QT_TRANSLATE_NOOP("Measure", "template")},
        {std::begin(cellNames), std::end(cellNames)},
        Signed};
    return info;
}

std::unique_ptr<MeasureTask> openGap(const MeasureSources &sources, const MeasureModel &model)
{
    const GapFolds folds = GapFolds::of(model.checkpoint()->folder(), sources.seed);
    std::vector<Subject> subjects = subjectsOf(folds);
    describe(subjects, sources);
    std::vector<MeasureItem> items;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        for (const GapFolds::Template &frame : folds.templates) {
            MeasureItem item;
            item.text = QString(frame.text).replace(QLatin1String("{}"), subjects[i].name);
            item.id = item.text;
            item.group =
                QLatin1String(cellNames[(subjects[i].isHeldOut ? HeldOutSeen : EditedSeen) + (frame.isUnseen ? 1 : 0)]);
            item.clusters = QStringList{subjects[i].name, frame.text};
            item.source = i;
            items.push_back(std::move(item));
        }
    }
    return std::make_unique<GapTask>(std::move(items), std::move(subjects), sources.goal.value_or(Goal()).name());
}

QString gapPrompt(const Asker &asker, const QString &text)
{
    return asker.isMasked() ? QString(text + u' ' + asker.maskText() + u'.') : text;
}

} // namespace cw
