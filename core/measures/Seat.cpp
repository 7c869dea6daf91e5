// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Seat.h"

#include "core/checkpoint/JsonFile.h"
#include "core/data/DataFolder.h"
#include "core/data/Resources.h"
#include "core/data/sets/WordTestFile.h"
#include "core/engine/Monitor.h"
#include "core/measures/Association.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <numeric>

namespace cw {
namespace {

enum Column { Effect, Magnitude, PValue, Low, High, LastLayer, MeanOfLayers };

constexpr const char *testNames[] = {"6", "6b", "7", "7b", "8", "8b"};

enum class Form { Words, Sentences };

class AssociationTask final : public MeasureTask {
public:
    AssociationTask(std::vector<MeasureItem> items, std::vector<WordTest> tests, Form form, int layers,
                    std::uint32_t seed)
        : MeasureTask(std::move(items)), m_tests(std::move(tests)), m_form(form), m_layers(layers), m_seed(seed)
    {
    }

    QStringList moreColumns() const override
    {
        QStringList columns;
        for (int layer = 1; layer <= m_layers; ++layer)
            columns << QCoreApplication::translate("Measure", "layer %1").arg(layer);
        return columns;
    }

    std::vector<ItemOutcome> run(std::size_t first, const MeasureModel &model, Monitor &monitor) const override
    {
        ItemOutcome outcome;
        try {
            outcome.values = valuesOf(m_tests[items()[first].source], model, monitor);
        } catch (const Error &error) {
            if (error.kind() != Error::Kind::Input && error.kind() != Error::Kind::Unsupported)
                throw;
            outcome.leftOut = error;
        }
        return {outcome};
    }

private:
    using States = std::vector<std::vector<std::vector<float>>>; // [text][layer][width]

    /// A word as it stands alone: [CLS] word [SEP], or behind the begin token with a space.
    Encoding alone(const QString &text, const Asker &asker) const
    {
        if (asker.isMasked() || m_form == Form::Sentences)
            return asker.encode(text);
        return asker.behindBegin(u' ' + text);
    }

    std::vector<float> valuesOf(const WordTest &test, const MeasureModel &model, Monitor &monitor) const
    {
        std::vector<Encoding> encodings;
        std::vector<std::size_t> sizes;
        for (const WordTest::Set *set : {&test.targetsX, &test.targetsY, &test.attributesA, &test.attributesB}) {
            sizes.push_back(static_cast<std::size_t>(set->examples.size()));
            for (const QString &example : set->examples)
                encodings.push_back(alone(example, model.asker()));
        }
        const Pooling pooling = m_form == Form::Words ? Pooling::OwnMean : Pooling::Mean;
        const States states = model.states(encodings, pooling, monitor);
        std::vector<std::vector<double>> s; // [layer][target]
        for (int layer = 1; layer <= m_layers; ++layer)
            s.push_back(associations(vectorsAt(states, sizes, static_cast<std::size_t>(layer))));
        monitor.step(1, 1);
        return summary(s);
    }

    static AssociationVectors vectorsAt(const States &states, const std::vector<std::size_t> &sizes, std::size_t layer)
    {
        AssociationVectors vectors;
        std::size_t text = 0;
        std::size_t set = 0;
        for (auto *part : {&vectors.x, &vectors.y, &vectors.a, &vectors.b})
            for (const std::size_t end = text + sizes[set++]; text < end; ++text)
                part->push_back(states[text][layer]);
        return vectors;
    }

    std::vector<float> summary(const std::vector<std::vector<double>> &s) const
    {
        std::vector<double> effects;
        std::vector<double> mean(s.front().size());
        for (const std::vector<double> &layer : s) {
            effects.push_back(effectSize(layer));
            for (std::size_t i = 0; i < mean.size(); ++i)
                mean[i] += layer[i] / static_cast<double>(s.size());
        }
        const double average = std::accumulate(effects.begin(), effects.end(), 0.0) / static_cast<double>(s.size());
        const bool isMean = m_form == Form::Words;
        const double effect = isMean ? average : effects.back();
        const Interval interval = effectInterval(isMean ? s : std::vector<std::vector<double>>{s.back()}, m_seed);
        const double p = permutationP(isMean ? mean : s.back(), m_seed);
        std::vector<float> values{
            static_cast<float>(effect),       static_cast<float>(std::abs(effect)), static_cast<float>(p),
            static_cast<float>(interval.low), static_cast<float>(interval.high),    static_cast<float>(effects.back()),
            static_cast<float>(average)};
        values.insert(values.end(), effects.begin(), effects.end());
        return values;
    }

    std::vector<WordTest> m_tests; ///< by the items' sources
    Form m_form;
    int m_layers;
    std::uint32_t m_seed;
};

std::unique_ptr<MeasureTask> taskOf(std::vector<WordTest> tests, Form form, const MeasureSources &sources,
                                    const MeasureModel &model)
{
    std::vector<MeasureItem> items;
    for (std::size_t i = 0; i < tests.size(); ++i) {
        MeasureItem item;
        item.id = QLatin1String(testNames[i]);
        item.group = item.id;
        item.text = QStringLiteral("%1 / %2 : %3 / %4")
                        .arg(tests[i].targetsX.category, tests[i].targetsY.category, tests[i].attributesA.category,
                             tests[i].attributesB.category);
        item.clusters = QStringList{item.id};
        item.source = i;
        items.push_back(std::move(item));
    }
    return std::make_unique<AssociationTask>(std::move(items), std::move(tests), form, model.layers(), sources.seed);
}

NumberRule testRule(const char *key, const char *title, int test)
{
    NumberRule rule{key, title, NumberRule::Unit::Plain, NumberRule::Aim::Ideal, 0, meanOfGroup(Effect, test)};
    rule.low = meanOfGroup(Low, test);
    rule.high = meanOfGroup(High, test);
    return rule;
}

NumberRule pRule(const char *key, const char *title, int test)
{
    NumberRule rule{key, title, NumberRule::Unit::Plain, NumberRule::Aim::None, 0, meanOfGroup(PValue, test)};
    rule.low = noNumber();
    rule.high = noNumber();
    return rule;
}

NumberRule averageRule(const char *title)
{
    return {"mean_abs_effect", title, NumberRule::Unit::Plain, NumberRule::Aim::Ideal, 0, meanOf(Magnitude)};
}

std::vector<NumberRule> rulesOf(bool isWords)
{
    std::vector<NumberRule> rules{
        averageRule(QT_TRANSLATE_NOOP("Measure", "mean |effect size| over the tests")),
        testRule("effect_6", QT_TRANSLATE_NOOP("Measure", "6: names, career and family"), 0),
        testRule("effect_6b", QT_TRANSLATE_NOOP("Measure", "6b: terms, career and family"), 1),
        testRule("effect_7", QT_TRANSLATE_NOOP("Measure", "7: mathematics and arts, terms"), 2),
        testRule("effect_7b", QT_TRANSLATE_NOOP("Measure", "7b: mathematics and arts, names"), 3),
        testRule("effect_8", QT_TRANSLATE_NOOP("Measure", "8: science and arts, terms"), 4),
        testRule("effect_8b", QT_TRANSLATE_NOOP("Measure", "8b: science and arts, names"), 5),
        pRule("p_6", QT_TRANSLATE_NOOP("Measure", "p of 6"), 0),
        pRule("p_6b", QT_TRANSLATE_NOOP("Measure", "p of 6b"), 1),
        pRule("p_7", QT_TRANSLATE_NOOP("Measure", "p of 7"), 2),
        pRule("p_7b", QT_TRANSLATE_NOOP("Measure", "p of 7b"), 3),
        pRule("p_8", QT_TRANSLATE_NOOP("Measure", "p of 8"), 4),
        pRule("p_8b", QT_TRANSLATE_NOOP("Measure", "p of 8b"), 5),
    };
    if (isWords) // Lutz et al. 2024 report this one
        std::rotate(rules.begin(), rules.begin() + 5, rules.begin() + 6);
    return rules;
}

MeasureInfo infoOf(bool isWords)
{
    return {isWords ? "weat" : "seat",
            isWords ? QT_TRANSLATE_NOOP("Measure", "WEAT, word association")
                    : QT_TRANSLATE_NOOP("Measure", "SEAT, sentence association"),
            MeasureInfo::Role::Bias,
            MeasureInfo::Form::Either,
            isWords ? QT_TRANSLATE_NOOP("Measure", "Caliskan et al. 2017; each word alone, mean of its states over all "
                                                   "layers as in Lutz et al. 2024")
                    : QT_TRANSLATE_NOOP("Measure", "May et al. 2019; mean of the last layer's states as in Meade et "
                                                   "al. 2022"),
            isWords ? "" : "seat",
            {QT_TRANSLATE_NOOP("Measure", "Says what lies near what in the model's states, not what the model writes; "
                                          "other poolings give other numbers.")},
            {{"effect", QT_TRANSLATE_NOOP("Measure", "effect size")},
             {"magnitude", QT_TRANSLATE_NOOP("Measure", "|effect size|")},
             {"p", QT_TRANSLATE_NOOP("Measure", "p")},
             {"low", QT_TRANSLATE_NOOP("Measure", "interval from")},
             {"high", QT_TRANSLATE_NOOP("Measure", "to")},
             {"last_layer", QT_TRANSLATE_NOOP("Measure", "last layer")},
             {"mean_of_layers", QT_TRANSLATE_NOOP("Measure", "mean of layers")}},
            rulesOf(isWords),
            {QT_TRANSLATE_NOOP("Measure", "test")},
            {std::begin(testNames), std::end(testNames)}};
}

} // namespace

const MeasureInfo &weatInfo()
{
    static const MeasureInfo info = infoOf(true);
    return info;
}

const MeasureInfo &seatInfo()
{
    static const MeasureInfo info = infoOf(false);
    return info;
}

std::unique_ptr<MeasureTask> openWeat(const MeasureSources &sources, const MeasureModel &model)
{
    const QString path = resource(QStringLiteral("weat.json"));
    const QJsonObject lists = parseJsonObject(readSmallFile(path), path);
    std::vector<WordTest> tests;
    for (const char *number : testNames) {
        const QString name = QStringLiteral("weat") + QLatin1String(number);
        tests.push_back(WordTest::fromJson(name, lists[name].toObject(), path));
    }
    return taskOf(std::move(tests), Form::Words, sources, model);
}

std::unique_ptr<MeasureTask> openSeat(const MeasureSources &sources, const MeasureModel &model)
{
    std::vector<WordTest> tests;
    for (const char *number : testNames) {
        const QString name = QStringLiteral("sent-weat") + QLatin1String(number);
        const QString path = sources.folder.require(QStringLiteral("seat"), name);
        tests.push_back(WordTest::fromJson(name, parseJsonObject(readSmallFile(path), path), path));
    }
    return taskOf(std::move(tests), Form::Sentences, sources, model);
}

} // namespace cw
