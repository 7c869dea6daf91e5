// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/PreviewBench.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TinyModel.h"

#include <QtTest>

using namespace cw;
using namespace cw::test;

namespace {

PreviewBenchShape tinyShape()
{
    PreviewBenchShape shape;
    shape.spec = tinyGpt2();
    shape.spec.context = 64;
    shape.prompts = 9;
    shape.tokens = 40;
    shape.rounds = 2;
    return shape;
}

} // namespace

class TestPreviewBench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProbeSetHasTheShapeThatWasAskedFor();
    void allWaysAreTimedAndAgree();
    void itCanBeStopped();
};

void TestPreviewBench::theProbeSetHasTheShapeThatWasAskedFor()
{
    const std::vector<Query> queries = tinyShape().queries();
    QCOMPARE(queries.size(), std::size_t{19});
    for (std::size_t i = 0; i < 18; ++i) {
        QVERIFY(queries[i].ids.size() >= 4 && queries[i].ids.size() <= 7);
        QCOMPARE(queries[i].reads.size(), std::size_t{1});
        QCOMPARE(queries[i].ids.front(), queries.front().ids.front());
    }
    QCOMPARE(queries[0].ids, queries[1].ids);
    QCOMPARE(queries.back().ids.size(), std::size_t{40});
    QCOMPARE(queries.back().reads.size(), std::size_t{40});
}

void TestPreviewBench::allWaysAreTimedAndAgree()
{
    SilentMonitor monitor;
    const PreviewBenchResult result = benchPreview(tinyShape(), monitor);
    QVERIFY(result.exactSeconds > 0 && result.fullSeconds > 0 && result.estimateSeconds > 0 && result.denseSeconds > 0);
    QVERIFY(result.statesSeconds > 0 && result.gradientsSeconds > 0 && result.headSeconds > 0);
    QCOMPARE(result.ratio, result.fullSeconds / result.exactSeconds);
    QCOMPARE(result.byLayer.size(), std::size_t{4});
    QCOMPARE(result.byLayer[2].layer, 2);
    QCOMPARE(result.byLayer[2].seconds, result.exactSeconds);
    QVERIFY2(result.difference <= 1e-5, qPrintable(QString::number(result.difference)));
    QVERIFY(result.rows > 40 && result.rows < 40 + 9 * 7);
    QVERIFY(result.stateBytes > 4 * 32 * 4 * result.rows && result.gradientBytes > result.stateBytes);
    QCOMPARE(result.quiet, result.drift <= 0.1);
}

void TestPreviewBench::itCanBeStopped()
{
    StoppingMonitor monitor(1);
    QVERIFY_THROWS_EXCEPTION(Error, benchPreview(tinyShape(), monitor));
}

QTEST_APPLESS_MAIN(TestPreviewBench)
#include "TestPreviewBench.moc"
