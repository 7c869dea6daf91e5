// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RankCorrelation.h"

#include <QTest>
#include <cmath>

using cw::rankCorrelation;

/// Against values worked out by hand from Spearman's formula.
class TestRankCorrelation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheOrderCounts();
    void exchangedNeighboursCostTheirDistance();
    void equalNumbersShareTheirRank();
    void aListWithoutOrderHasNone();
};

void TestRankCorrelation::onlyTheOrderCounts()
{
    QCOMPARE(rankCorrelation({1, 2, 3, 4}, {0.1, 7, 8, 1e9}), 1.0);
    QCOMPARE(rankCorrelation({1, 2, 3, 4}, {5, 0, -1, -100}), -1.0);
}

void TestRankCorrelation::exchangedNeighboursCostTheirDistance()
{
    // 1 - 6 * (1 + 1) / (5 * 24)
    QVERIFY(std::abs(rankCorrelation({1, 2, 3, 4, 5}, {10, 20, 40, 30, 50}) - 0.9) < 1e-12);
    // Ranks 3 1 2: 1 - 6 * (4 + 1 + 1) / (3 * 8)
    QVERIFY(std::abs(rankCorrelation({1, 2, 3}, {9, 1, 5}) + 0.5) < 1e-12);
}

void TestRankCorrelation::equalNumbersShareTheirRank()
{
    // Ranks 0 1.5 1.5 3 against 0 1 2 3: 4.5 / sqrt(4.5 * 5)
    QVERIFY(std::abs(rankCorrelation({1, 2, 2, 3}, {1, 2, 3, 4}) - 4.5 / std::sqrt(22.5)) < 1e-12);
    QCOMPARE(rankCorrelation({1, 1, 2}, {4, 4, 9}), 1.0);
}

void TestRankCorrelation::aListWithoutOrderHasNone()
{
    QVERIFY(std::isnan(rankCorrelation({2, 2, 2}, {1, 2, 3})));
    QVERIFY(std::isnan(rankCorrelation({}, {})));
}

QTEST_APPLESS_MAIN(TestRankCorrelation)
#include "TestRankCorrelation.moc"
