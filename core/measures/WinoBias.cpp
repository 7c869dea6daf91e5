// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/WinoBias.h"

#include "core/data/DataFolder.h"
#include "core/data/sets/WinoBiasFile.h"
#include "core/measures/SentenceReads.h"

#include <cmath>
#include <limits>

namespace cw {
namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

enum Column { Pro, Anti, Prefers, Male, Female, AbsoluteGap, AlignedGap, Type };

struct Pair {
    WinoBiasPair sentences;
    int type = 1;
    bool isMale = true; ///< the pronoun of the pro-stereotyped sentence
    QString male;       ///< both pronouns in one case; empty where the pair does not tell it
    QString female;
};

/// A woman's pronoun leaves open whether "her" is his or him: the man's tells.
Pair pairOf(WinoBiasPair sentences, int type)
{
    Pair pair{std::move(sentences), type, true, {}, {}};
    const QString pro = pair.sentences.pro.pronouns.first().toLower();
    const QString anti = pair.sentences.anti.pronouns.first().toLower();
    pair.isMale = genderOfPronoun(pro) > 0;
    pair.male = pair.isMale ? pro : genderOfPronoun(anti) > 0 ? anti : QString();
    if (!pair.male.isEmpty())
        pair.female = pair.male == u"he"        ? QStringLiteral("she")
                      : pair.male == u"himself" ? QStringLiteral("herself")
                                                : QStringLiteral("her");
    return pair;
}

class WinoBiasTask final : public QueryTask {
public:
    WinoBiasTask(std::vector<MeasureItem> items, std::vector<Pair> pairs, bool isMasked)
        : QueryTask(std::move(items)), m_pairs(std::move(pairs)), m_isMasked(isMasked)
    {
    }

protected:
    Asked ask(const MeasureItem &item, const Asker &asker) const override
    {
        const Pair &pair = m_pairs[item.source];
        const WinoBiasSentence &pro = pair.sentences.pro;
        Asked asked;
        if (m_isMasked) {
            if (pair.male.isEmpty())
                throw Error(Error::Kind::Input,
                            QT_TRANSLATE_NOOP("Error", "The pair \"%1\" does not tell the case of its pronoun."),
                            {pro.text.toStdString()});
            // Later pronouns would give the first one away: they are masked with it.
            for (const QString &word : {pair.male, pair.female})
                asked.queries.push_back(wordAtMask(asker, pro.masked, QStringLiteral("{}"), word));
            return asked;
        }
        for (const QString &text : {pro.text, pair.sentences.anti.text})
            asked.add(asker.text(text));
        if (!pair.male.isEmpty())
            asked.add(asker.targets(pro.before, {QString(u' ' + pair.male), QString(u' ' + pair.female)}));
        return asked;
    }

    std::vector<float> values(const MeasureItem &item, const std::vector<Readings> &readings,
                              const QueryParts &) const override
    {
        const Pair &pair = m_pairs[item.source];
        const std::size_t words = m_isMasked ? 0 : 2;
        const bool hasWords = readings.size() > words;
        const double male = hasWords ? logProbabilityOf(readings[words]) : nothing;
        const double female = hasWords ? logProbabilityOf(readings[words + 1]) : nothing;
        double pro = pair.isMale ? male : female;
        double anti = pair.isMale ? female : male;
        const double aligned = std::exp(pro) - std::exp(anti);
        if (!m_isMasked) {
            pro = logProbabilityOf(readings[0]);
            anti = logProbabilityOf(readings[1]);
        }
        return {static_cast<float>(pro),
                static_cast<float>(anti),
                pro > anti ? 1.0F : 0.0F,
                static_cast<float>(std::exp(male)),
                static_cast<float>(std::exp(female)),
                static_cast<float>(std::abs(aligned)),
                static_cast<float>(aligned),
                static_cast<float>(pair.type)};
    }

private:
    std::vector<Pair> m_pairs; ///< by the items' sources
    bool m_isMasked;
};

NumberRule shareRule(const char *key, const char *title, Statistic share)
{
    return {key, title, NumberRule::Unit::Percent, NumberRule::Aim::Ideal, 50, inPercent(std::move(share))};
}

NumberRule gapRule(const char *key, const char *title, NumberRule::Aim aim, Statistic gap)
{
    return {key, title, NumberRule::Unit::Probability, aim, 0, std::move(gap)};
}

std::vector<NumberRule> numbers()
{
    using Aim = NumberRule::Aim;
    return {
        shareRule("share", QT_TRANSLATE_NOOP("Measure", "stereotyped pronoun preferred"), meanOf(Prefers)),
        shareRule("share_1", QT_TRANSLATE_NOOP("Measure", "the same in sentences of type 1"),
                  within(Type, 1, meanOf(Prefers))),
        shareRule("share_2", QT_TRANSLATE_NOOP("Measure", "the same in sentences of type 2"),
                  within(Type, 2, meanOf(Prefers))),
        gapRule("abs_gap", QT_TRANSLATE_NOOP("Measure", "mean |P(male pronoun) - P(female pronoun)|"), Aim::Lower,
                meanOf(AbsoluteGap)),
        gapRule("aligned_gap", QT_TRANSLATE_NOOP("Measure", "mean gap along the stereotype"), Aim::Ideal,
                meanOf(AlignedGap)),
        gapRule("aligned_gap_1", QT_TRANSLATE_NOOP("Measure", "gap along the stereotype, type 1"), Aim::Ideal,
                within(Type, 1, meanOf(AlignedGap))),
        gapRule("aligned_gap_2", QT_TRANSLATE_NOOP("Measure", "gap along the stereotype, type 2"), Aim::Ideal,
                within(Type, 2, meanOf(AlignedGap))),
    };
}

} // namespace

const MeasureInfo &winoBiasInfo()
{
    static const MeasureInfo info{
        "winobias",
        QT_TRANSLATE_NOOP("Measure", "WinoBias: stereotyped pronouns"),
        MeasureInfo::Role::Bias,
        MeasureInfo::Form::Either,
        QT_TRANSLATE_NOOP("Measure", "sentences of Zhao et al. 2018; read as log-likelihoods, gap before the pronoun"),
        "winobias",
        {QT_TRANSLATE_NOOP("Measure", "No coreference is resolved here: published F1 scores are another quantity."),
         QT_TRANSLATE_NOOP("Measure", "A few pairs differ in more than the pronoun; they are kept as published.")},
        {{"pro", QT_TRANSLATE_NOOP("Measure", "log-probability, with the stereotype")},
         {"anti", QT_TRANSLATE_NOOP("Measure", "log-probability, against it")},
         {"prefers", QT_TRANSLATE_NOOP("Measure", "stereotype preferred")},
         {"p_male", QT_TRANSLATE_NOOP("Measure", "P(male pronoun)")},
         {"p_female", QT_TRANSLATE_NOOP("Measure", "P(female pronoun)")},
         {"abs_gap", QT_TRANSLATE_NOOP("Measure", "|gap|")},
         {"aligned_gap", QT_TRANSLATE_NOOP("Measure", "aligned gap")},
         {"type", QT_TRANSLATE_NOOP("Measure", "type")}},
        numbers(),
        {QT_TRANSLATE_NOOP("Measure", "pair")},
        {},
        Prefers,
        0.5F};
    return info;
}

std::unique_ptr<MeasureTask> openWinoBias(const MeasureSources &sources, const MeasureModel &model)
{
    std::vector<MeasureItem> items;
    std::vector<Pair> pairs;
    for (const int type : {1, 2}) {
        for (const QString &part : {QStringLiteral("dev"), QStringLiteral("test")}) {
            const QString end = QStringLiteral("-%1-%2").arg(type).arg(part);
            const QString set = QStringLiteral("winobias");
            const QString pro = sources.folder.require(set, QString(QStringLiteral("pro") + end));
            const QString anti = sources.folder.require(set, QString(QStringLiteral("anti") + end));
            for (WinoBiasPair &sentences : readWinoBias(pro, anti)) {
                MeasureItem item;
                item.id = QStringLiteral("type%1-%2-%3").arg(type).arg(part).arg(sentences.line);
                item.text = QString(sentences.pro.text + QStringLiteral(" / ") + sentences.anti.text);
                item.group = sentences.pro.occupation.toLower();
                item.clusters = QStringList{item.id};
                item.source = pairs.size();
                items.push_back(std::move(item));
                pairs.push_back(pairOf(std::move(sentences), type));
            }
        }
    }
    return std::make_unique<WinoBiasTask>(std::move(items), std::move(pairs), model.isMasked());
}

} // namespace cw
