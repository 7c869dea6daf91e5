// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/GapCurve.h"

#include <QTest>

using namespace cw;

class TestGapCurve : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMeanIsOverTheTargetsSoFar();
    void aTargetStaysWhereItEnded();
    void aTargetWithoutStepsChangesNothing();
};

void TestGapCurve::theMeanIsOverTheTargetsSoFar()
{
    GapCurve curve;
    QVERIFY(curve.means().empty());
    curve.add({QStringLiteral("nurse"), 1, 3, {0.8, 0.4}});
    QCOMPARE(curve.means(), (std::vector<double>{0.8, 0.4}));
    curve.add({QStringLiteral("miner"), 2, 3, {0.4, 0.2}});
    QCOMPARE(curve.means().size(), std::size_t{2});
    QVERIFY(qAbs(curve.means()[0] - 0.6) < 1e-12 && qAbs(curve.means()[1] - 0.3) < 1e-12);
}

void TestGapCurve::aTargetStaysWhereItEnded()
{
    GapCurve curve;
    curve.add({QStringLiteral("nurse"), 1, 3, {0.8, 0.2}});
    curve.add({QStringLiteral("miner"), 2, 3, {0.6, 0.5, 0.4, 0.3}}); // more steps
    curve.add({QStringLiteral("clerk"), 3, 3, {0.1}});                // none
    const double expected[] = {0.5, 0.8 / 3, 0.7 / 3, 0.2};
    QCOMPARE(curve.means().size(), std::size_t{4});
    for (std::size_t step = 0; step < 4; ++step)
        QVERIFY(qAbs(curve.means()[step] - expected[step]) < 1e-12);
}

void TestGapCurve::aTargetWithoutStepsChangesNothing()
{
    GapCurve curve;
    curve.add({QStringLiteral("nurse"), 1, 2, {0.8, 0.2}});
    curve.add({QStringLiteral("miner"), 2, 2, {}});
    QCOMPARE(curve.means(), (std::vector<double>{0.8, 0.2}));
}

QTEST_GUILESS_MAIN(TestGapCurve)
#include "TestGapCurve.moc"
