// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/MeasureBench.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TinyModel.h"

#include <QtTest>

using namespace cw;
using namespace cw::test;

namespace {

MeasureBenchShape tinyShape()
{
    MeasureBenchShape shape;
    shape.spec = tinyGpt2();
    shape.spec.context = 256;
    shape.items = 20;
    return shape;
}

} // namespace

class TestMeasureBench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allWaysAreTimedAndAgree();
    void itCanBeStopped();
};

void TestMeasureBench::allWaysAreTimedAndAgree()
{
    SilentMonitor monitor;
    const MeasureBenchResult result = benchMeasure(tinyShape(), monitor);
    QVERIFY(result.packedSeconds > 0);
    QCOMPARE(result.ratio, result.aloneSeconds / result.packedSeconds);
    QCOMPARE(result.aloneReadsRatio, result.aloneReadsSeconds / result.packedSeconds);
    QVERIFY2(result.difference <= 1e-4, qPrintable(QString::number(result.difference)));
    QCOMPARE(result.quiet, result.drift <= 0.1);
    // Four endings share a context that is twice as long as they are: HellaSwag's tokens are packed about 2 to 1.
    const double saved = static_cast<double>(result.tokens) / static_cast<double>(result.packedRows);
    QVERIFY2(saved > 1.7 && saved < 2.4, qPrintable(QString::number(saved)));
    QVERIFY(result.tokens > 20 * 4 * 30 && result.tokens < 20 * 4 * 60);
}

void TestMeasureBench::itCanBeStopped()
{
    StoppingMonitor monitor(0);
    QVERIFY_THROWS_EXCEPTION(Error, benchMeasure(tinyShape(), monitor));
}

QTEST_APPLESS_MAIN(TestMeasureBench)
#include "TestMeasureBench.moc"
