// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Draws.h"
#include "core/measures/Bootstrap.h"
#include "core/measures/ConfidenceSequence.h"

#include <QTest>
#include <cmath>

using namespace cw;

namespace {

constexpr int occupations = 60;
constexpr int templates = 17;

/// A draw of the standard normal distribution.
double normal(Draws &draws)
{
    return std::sqrt(-2 * std::log(1 - draws.unit())) * std::cos(2 * M_PI * draws.unit());
}

/// Items of 60 occupations times 17 templates, whose true mean is 0: an effect of the occupation, one of the template,
/// and the rest.
ItemTable simulated(Draws &draws)
{
    ItemTable table{{{}}, {}, {{}, {}}};
    std::vector<double> byTemplate;
    for (int i = 0; i < templates; ++i)
        byTemplate.push_back(0.35 * normal(draws));
    for (int occupation = 0; occupation < occupations; ++occupation) {
        const double own = normal(draws);
        for (int i = 0; i < templates; ++i) {
            table.columns[0].push_back(
                static_cast<float>(own + byTemplate[static_cast<std::size_t>(i)] + 0.3 * normal(draws)));
            table.clusters[0].push_back(occupation);
            table.clusters[1].push_back(i);
        }
    }
    return table;
}

/// The share of simulations whose interval holds the true mean.
double coverage(const std::vector<int> &ways)
{
    constexpr int simulations = 200;
    Draws draws(17);
    int covered = 0;
    for (int i = 0; i < simulations; ++i) {
        const ItemTable table = simulated(draws);
        std::vector<std::vector<int>> clusters;
        for (const int way : ways)
            clusters.push_back(table.clusters[static_cast<std::size_t>(way)]);
        if (ways.empty()) { // every item by itself
            clusters.emplace_back();
            for (std::size_t item = 0; item < table.size(); ++item)
                clusters.back().push_back(static_cast<int>(item));
        }
        const Bootstrap bootstrap(clusters, 400, 1);
        const Interval interval = Bootstrap::interval(bootstrap.values(table, meanOf(0)));
        covered += interval.low <= 0 && interval.high >= 0 ? 1 : 0;
    }
    return covered / static_cast<double>(simulations);
}

ItemTable tableOf(const std::vector<float> &x, const std::vector<float> &y = {}, const std::vector<int> &groups = {})
{
    ItemTable table{{x}, groups, {}};
    if (!y.empty())
        table.columns.push_back(y);
    return table;
}

const float none = std::nanf("");

} // namespace

class TestBootstrap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoWaysCoverWhatOneDoesNot();
    void theSameSeedGivesTheSameNumbers();
    void oneClusterSaysNothing();
    void pValuesCountTails();
    void holmStepsDown();
    void statisticsAreWeighted();
    void groupsAreMeans();
    void clustersAreCorrelatedAsMeans();
    void aSequenceHoldsAtEveryCount();
};

void TestBootstrap::twoWaysCoverWhatOneDoesNot()
{
    const double twoWays = coverage({0, 1});
    QVERIFY2(twoWays >= 0.9, qPrintable(QString::number(twoWays)));
    const double items = coverage({});
    QVERIFY2(items < 0.6, qPrintable(QString::number(items)));
    QVERIFY(coverage({0}) > items);
}

void TestBootstrap::theSameSeedGivesTheSameNumbers()
{
    Draws draws(3);
    const ItemTable table = simulated(draws);
    const auto drawn = [&table](std::uint64_t seed) {
        return Bootstrap(table.clusters, 50, seed).values(table, meanOf(0));
    };
    QCOMPARE(drawn(5), drawn(5));
    QVERIFY(drawn(5) != drawn(6));
}

void TestBootstrap::oneClusterSaysNothing()
{
    ItemTable table = tableOf({1, 2, 3});
    table.clusters = {{0, 0, 0}};
    const Interval interval = Bootstrap::interval(Bootstrap(table.clusters, 100, 1).values(table, meanOf(0)));
    QVERIFY(std::isnan(interval.low) && std::isnan(interval.high));
}

void TestBootstrap::pValuesCountTails()
{
    std::vector<double> values(999, 1);
    QCOMPARE(Bootstrap::pValue(values), 2.0 / 1000);
    for (std::size_t i = 0; i < 99; ++i)
        values[i] = -1;
    QCOMPARE(Bootstrap::pValue(values), 2 * 100.0 / 1000);
    QCOMPARE(Bootstrap::pValue({0, 0, 0}), 1.0);
    QVERIFY(std::isnan(Bootstrap::pValue({})));
}

void TestBootstrap::holmStepsDown()
{
    // By hand: 0.01 * 4, then the larger of that and 0.02 * 3, then 0.03 * 2 raised to 0.06, then 0.5.
    const std::vector<double> adjusted = holmAdjusted({0.03, 0.01, none, 0.5, 0.02});
    QCOMPARE(adjusted[1], 0.04);
    QCOMPARE(adjusted[4], 0.06);
    QCOMPARE(adjusted[0], 0.06);
    QCOMPARE(adjusted[3], 0.5);
    QVERIFY(std::isnan(adjusted[2]));
}

void TestBootstrap::statisticsAreWeighted()
{
    const ItemTable table = tableOf({1, 2, none, 4}, {2, 4, 5, 8});
    QCOMPARE(meanOf(0)(table, {1, 1, 1, 1}), 7.0 / 3);
    QCOMPARE(meanOf(0)(table, {2, 0, 9, 1}), 2.0);
    QCOMPARE(ratioOf(1, 0)(table, {1, 1, 1, 1}), 2.0);
    QCOMPARE(correlationOf(0, 1)(table, {1, 1, 1, 1}), 1.0);
    QCOMPARE(slopeOf(0, 1)(table, {1, 1, 1, 1}), 2.0);
    QVERIFY(std::isnan(meanOf(0)(table, {0, 0, 1, 0})));
    QVERIFY(std::isnan(correlationOf(0, 1)(table, {1, 0, 0, 0})));
    QCOMPARE(mapped(meanOf(0), [](double x) { return 10 * x; })(table, {0, 1, 0, 0}), 20.0);
    QCOMPARE(within(1, 8, meanOf(0))(table, {1, 1, 1, 1}), 4.0);
    QVERIFY(std::isnan(noNumber()(table, {1, 1, 1, 1})));
}

void TestBootstrap::groupsAreMeans()
{
    const ItemTable table = tableOf({1, 3, 10}, {}, {0, 0, 1});
    QCOMPARE(meanOfGroupMeans(0, false)(table, {1, 1, 1}), 6.0);
    QCOMPARE(meanOfGroupMeans(0, true)(table, {1, 1, 1}), 6.0);
    // The first group drawn twice counts twice where groups are drawn, and once where its items are.
    QCOMPARE(meanOfGroupMeans(0, true)(table, {2, 2, 1}), 14.0 / 3);
    QCOMPARE(meanOfGroupMeans(0, false)(table, {2, 2, 1}), 6.0);
    QCOMPARE(meanOfGroupMeans(0, true)(table, {2, 2, 0}), 2.0);
    QCOMPARE(meanOfGroup(0, 1)(table, {1, 1, 1}), 10.0);
}

void TestBootstrap::clustersAreCorrelatedAsMeans()
{
    ItemTable table = tableOf({1, 1, 2, 2, 3}, {0, 2, 5, 7, 11});
    table.clusters = {{0, 0, 1, 1, 2}};
    QCOMPARE(clusterCorrelation(0, 1, 0)(table, {1, 1, 1, 1, 1}), 1.0);
    QCOMPARE(clusterSlope(0, 1, 0)(table, {1, 1, 1, 1, 1}), 5.0);
}

/// Looked at after every value, up to a thousand, it misses the mean in at most one of twenty runs.
void TestBootstrap::aSequenceHoldsAtEveryCount()
{
    constexpr int runs = 200;
    Draws draws(23);
    int missed = 0;
    for (int run = 0; run < runs; ++run) {
        std::vector<double> values;
        double sum = 0;
        bool isMissed = false;
        while (values.size() < 1000) {
            values.push_back(draws.unit() < 0.3 ? 1 : 0);
            sum += values.back();
            if (values.size() % 10 == 0)
                isMissed =
                    isMissed || std::abs(sum / static_cast<double>(values.size()) - 0.3) > sequenceHalfWidth(values);
        }
        missed += isMissed ? 1 : 0;
    }
    QVERIFY2(missed <= runs / 20, qPrintable(QString::number(missed)));
    QVERIFY(std::isinf(sequenceHalfWidth({1, 2, 3})));
    const std::vector<double> many(1000, 1);
    QCOMPARE(sequenceHalfWidth(many), 0.0);
}

QTEST_GUILESS_MAIN(TestBootstrap)
#include "TestBootstrap.moc"
