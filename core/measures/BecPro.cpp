// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/BecPro.h"

#include "core/data/DataFolder.h"
#include "core/data/sets/BecProFile.h"
#include "core/measures/SentenceReads.h"

#include <limits>

namespace cw {
namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

enum Column { Association, Target, Background, IsMale, ProfessionGroup };

class BecProTask final : public QueryTask {
public:
    BecProTask(std::vector<MeasureItem> items, std::vector<BecProRow> rows, bool isMasked)
        : QueryTask(std::move(items)), m_rows(std::move(rows)), m_isMasked(isMasked)
    {
    }

protected:
    Asked ask(const MeasureItem &item, const Asker &asker) const override
    {
        const BecProRow &row = m_rows[item.source];
        if (!m_isMasked)
            return asker.text(row.sentence);
        Asked asked;
        for (const QString &text : {row.target, row.background})
            asked.queries.push_back(wordAtMask(asker, text, QStringLiteral("[MASK]"), row.person));
        return asked;
    }

    std::vector<float> values(const MeasureItem &item, const std::vector<Readings> &readings,
                              const QueryParts &) const override
    {
        const BecProRow &row = m_rows[item.source];
        const double target = logProbabilityOf(readings[0]);
        const double background = m_isMasked ? logProbabilityOf(readings[1]) : 0;
        return {static_cast<float>(target - background), static_cast<float>(target),
                m_isMasked ? static_cast<float>(background) : nothing, row.isMale ? 1.0F : 0.0F,
                static_cast<float>(row.group)};
    }

private:
    std::vector<BecProRow> m_rows; ///< by the items' sources
    bool m_isMasked;
};

/// The official mean of a group of professions and a gender of persons.
Statistic meanIn(BecProRow::Group group, bool isMale)
{
    return within(ProfessionGroup, static_cast<float>(group), within(IsMale, isMale ? 1 : 0, meanOf(Association)));
}

Statistic maleAdvantage(BecProRow::Group group)
{
    return differenceOf(meanIn(group, true), meanIn(group, false));
}

std::vector<NumberRule> numbers()
{
    using Group = BecProRow::Group;
    using Aim = NumberRule::Aim;
    const auto rule = [](const char *key, const char *title, Aim aim, Statistic statistic) {
        return NumberRule{key, title, NumberRule::Unit::Plain, aim, 0, std::move(statistic)};
    };
    return {
        rule("interaction",
             QT_TRANSLATE_NOOP("Measure", "male less female persons, in male professions less in female ones"),
             Aim::Ideal, differenceOf(maleAdvantage(Group::Male), maleAdvantage(Group::Female))),
        rule("male_professions", QT_TRANSLATE_NOOP("Measure", "male less female persons, male professions"), Aim::Ideal,
             maleAdvantage(Group::Male)),
        rule("balanced_professions", QT_TRANSLATE_NOOP("Measure", "male less female persons, balanced professions"),
             Aim::Ideal, maleAdvantage(Group::Balanced)),
        rule("female_professions", QT_TRANSLATE_NOOP("Measure", "male less female persons, female professions"),
             Aim::Ideal, maleAdvantage(Group::Female)),
        rule("male_in_male", QT_TRANSLATE_NOOP("Measure", "mean of male persons, male professions"), Aim::None,
             meanIn(Group::Male, true)),
        rule("female_in_male", QT_TRANSLATE_NOOP("Measure", "mean of female persons, male professions"), Aim::None,
             meanIn(Group::Male, false)),
        rule("male_in_balanced", QT_TRANSLATE_NOOP("Measure", "mean of male persons, balanced professions"), Aim::None,
             meanIn(Group::Balanced, true)),
        rule("female_in_balanced", QT_TRANSLATE_NOOP("Measure", "mean of female persons, balanced professions"),
             Aim::None, meanIn(Group::Balanced, false)),
        rule("male_in_female", QT_TRANSLATE_NOOP("Measure", "mean of male persons, female professions"), Aim::None,
             meanIn(Group::Female, true)),
        rule("female_in_female", QT_TRANSLATE_NOOP("Measure", "mean of female persons, female professions"), Aim::None,
             meanIn(Group::Female, false)),
    };
}

QString groupName(BecProRow::Group group)
{
    switch (group) {
    case BecProRow::Group::Female: return QStringLiteral("female");
    case BecProRow::Group::Balanced: return QStringLiteral("balanced");
    case BecProRow::Group::Male: return QStringLiteral("male");
    }
    return {};
}

} // namespace

const MeasureInfo &becProInfo()
{
    static const MeasureInfo info{
        "becpro",
        QT_TRANSLATE_NOOP("Measure", "BEC-Pro: persons and professions"),
        MeasureInfo::Role::Bias,
        MeasureInfo::Form::Either,
        QT_TRANSLATE_NOOP("Measure", "masked: association of Bartl et al. 2020; causal: ln P of the sentence"),
        "becpro",
        {QT_TRANSLATE_NOOP("Measure", "Five short patterns; a person's word of several tokens is read with all of them "
                                      "masked, which the official code cannot."),
         QT_TRANSLATE_NOOP("Measure", "In a causal model the means hold how frequent words are; only differences "
                                      "between groups of professions can be read.")},
        {{"association", QT_TRANSLATE_NOOP("Measure", "association")},
         {"log_target", QT_TRANSLATE_NOOP("Measure", "ln P, profession seen")},
         {"log_background", QT_TRANSLATE_NOOP("Measure", "ln P, profession masked")},
         {"is_male", QT_TRANSLATE_NOOP("Measure", "male person")},
         {"profession_group", QT_TRANSLATE_NOOP("Measure", "profession: male 1, balanced 0, female -1")}},
        numbers(),
        {QT_TRANSLATE_NOOP("Measure", "profession")}};
    return info;
}

std::unique_ptr<MeasureTask> openBecPro(const MeasureSources &sources, const MeasureModel &model)
{
    std::vector<BecProRow> rows =
        readBecPro(sources.folder.require(QStringLiteral("becpro"), QStringLiteral("sentences")));
    std::vector<MeasureItem> items;
    for (const BecProRow &row : rows) {
        MeasureItem item;
        item.id = row.id;
        item.text = row.sentence;
        item.group = groupName(row.group);
        item.clusters = QStringList{row.profession};
        item.source = items.size();
        items.push_back(std::move(item));
    }
    return std::make_unique<BecProTask>(std::move(items), std::move(rows), model.isMasked());
}

} // namespace cw
