// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceCost.h"
#include "core/bench/TraceBench.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TinyModel.h"

#include <QtTest>

using namespace cw;
using namespace cw::test;

namespace {

TraceBenchShape tinyShape()
{
    TraceBenchShape shape;
    shape.spec = tinyGpt2();
    shape.tokens = 6;
    shape.window = 2;
    shape.samples = 2;
    shape.loopCells = 3;
    return shape;
}

} // namespace

class TestTraceBench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothWaysAreTimedAndAgree();
    void theArithmeticOfGpt2SmallIsTheKnownOne();
    void itCanBeStopped();
};

void TestTraceBench::bothWaysAreTimedAndAgree()
{
    SilentMonitor monitor;
    const TraceBenchResult result = benchTrace(tinyShape(), monitor);
    QVERIFY(result.exactSeconds > 0);
    QVERIFY(result.loopSeconds > 0);
    QCOMPARE(result.ratio, result.loopSeconds / result.exactSeconds);
    QVERIFY(result.difference <= 1e-5);
    QCOMPARE(result.quiet, result.drift <= 0.1);
}

void TestTraceBench::theArithmeticOfGpt2SmallIsTheKnownOne()
{
    TraceBenchShape shape = tinyShape();
    shape.spec = TraceBenchShape::gpt2Small().spec;
    shape.spec.layers = 1; // the formula is linear in layers and heads: one layer is enough to check it
    TraceInput input;
    input.ids.assign(12, 1);
    input.subjectBegin = 1;
    input.subjectEnd = 3;
    // per cell 11 rows x 12 tokens x (24 width^2 + 2 width vocabulary)
    const double each = 11.0 * 12 * (24.0 * 768 * 768 + 2.0 * 768 * 50257);
    QCOMPARE(loopFlop(shape.spec, input), 3.0 * 12 * each);
}

void TestTraceBench::itCanBeStopped()
{
    StoppingMonitor monitor(0);
    QVERIFY_THROWS_EXCEPTION(Error, benchTrace(tinyShape(), monitor));
}

QTEST_APPLESS_MAIN(TestTraceBench)
#include "TestTraceBench.moc"
