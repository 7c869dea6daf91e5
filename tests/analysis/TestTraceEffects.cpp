// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Trace.h"

#include <QtTest>
#include <cmath>

using namespace cw;

namespace {

/// One token, one layer, two samples; clean gap negative, so the aligned sign is -1.
TraceResult handMade()
{
    TraceInput input;
    input.ids = {1};
    input.targets = {{1}, {2}};
    input.kinds = {TraceKind::State};
    input.samples = 2;
    TraceResult result;
    result.prepare(input, 1);
    result.base.high = {0.2, 0.6};
    result.base.low = {{0.3, 0.5}, {0.3, 0.3}};
    result.probabilities[0] = {0.25F, 0.35F, 0.5F, 0.4F};
    return result;
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

} // namespace

class TestTraceEffects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alignedFollowsTheCleanSign();
    void absTakesMeansBeforeTheModulus();
    void oneTargetIsItsProbability();
    void logOddsAreSigned();
    void aSingleSampleHasNoError();
    void missingCellsStayMissing();
    void partsLandWhereTheyBelong();
};

void TestTraceEffects::alignedFollowsTheCleanSign()
{
    const EffectMap map = effects(handMade(), 0, Quantity::Aligned);
    QVERIFY(near(map.high, 0.4));
    QVERIFY(near(map.low, -0.1));
    // mean a 0.30, mean b 0.45: -(a - b) = 0.15, minus the corrupted -0.10
    QVERIFY(near(map.effect[0], 0.25));
    // paired differences -(0.25-0.5)+(0.3-0.3) = 0.25 and -(0.35-0.4)+(0.5-0.3) = 0.25: no spread
    QVERIFY(near(map.error[0], 0));
    QVERIFY(near(map.mean[0][0], 0.30));
    QVERIFY(near(map.mean[1][0], 0.45));
}

void TestTraceEffects::absTakesMeansBeforeTheModulus()
{
    const EffectMap map = effects(handMade(), 0, Quantity::Abs);
    QVERIFY(near(map.low, 0.1));
    QVERIFY(near(map.effect[0], 0.15 - 0.1));
    // leave-one-out: |.35-.4| - |.5-.3| = -0.15 and |.25-.5| - |.3-.3| = 0.25; jackknife sqrt(1/2 * 2 * 0.2^2) = 0.2
    QVERIFY(near(map.error[0], 0.2));
}

void TestTraceEffects::oneTargetIsItsProbability()
{
    TraceResult result = handMade();
    result.targets = 1;
    const EffectMap map = effects(result, 0, Quantity::Aligned);
    QVERIFY(near(map.effect[0], 0.30 - 0.40));
    QVERIFY(near(map.error[0], std::sqrt(0.005) / std::sqrt(2.0))); // differences -0.05 and -0.15
}

void TestTraceEffects::logOddsAreSigned()
{
    const EffectMap map = effects(handMade(), 0, Quantity::LogOdds);
    QVERIFY(near(map.high, std::log(0.2 / 0.6)));
    QVERIFY(near(map.effect[0], std::log(0.30 / 0.45) - std::log(0.4 / 0.3)));
}

void TestTraceEffects::aSingleSampleHasNoError()
{
    TraceResult result = handMade();
    result.samples = 1;
    result.base.low = {{0.3}, {0.3}};
    QVERIFY(std::isnan(effects(result, 0, Quantity::Aligned).error[0]));
}

void TestTraceEffects::missingCellsStayMissing()
{
    TraceResult result = handMade();
    result.probabilities[0][3] = NAN;
    QVERIFY(!result.isComplete());
    QVERIFY(std::isnan(effects(result, 0, Quantity::Aligned).effect[0]));
}

void TestTraceEffects::partsLandWhereTheyBelong()
{
    TraceInput input;
    input.ids = {1, 2, 3};
    input.targets = {{1}, {2}};
    input.kinds = {TraceKind::State};
    input.samples = 2;
    TraceResult result;
    result.prepare(input, 2);
    result.insert({{1, 3, 1, 2}, {{1, 2, 3, 4, 5, 6, 7, 8}}});
    QCOMPARE(result.probabilities[0][result.index(0, 1, 1, 0)], 1.0F);
    QCOMPARE(result.probabilities[0][result.index(0, 1, 2, 1)], 4.0F);
    QCOMPARE(result.probabilities[0][result.index(1, 1, 1, 0)], 5.0F);
    QVERIFY(std::isnan(result.probabilities[0][result.index(0, 0, 1, 0)]));
    QVERIFY(std::isnan(result.probabilities[0][result.index(0, 1, 0, 0)]));
}

QTEST_APPLESS_MAIN(TestTraceEffects)
#include "TestTraceEffects.moc"
