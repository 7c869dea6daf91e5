// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CausalTrace.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TinyModel.h"
#include "tests/support/Traced.h"

#include <ATen/ATen.h>
#include <QtTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

TraceInput someInput()
{
    TraceInput input;
    input.ids = {3, 14, 15, 9, 26, 5, 35};
    input.subjectBegin = 1;
    input.subjectEnd = 3;
    input.targets = {{7}, {11}};
    input.window = 2;
    input.samples = 3;
    input.sigma = 0.7;
    return input;
}

ModelSpec specNamed(const QString &family, int layers)
{
    ModelSpec spec = family.startsWith(QLatin1String("gpt2"))    ? tinyGpt2(layers)
                     : family.startsWith(QLatin1String("llama")) ? tinyLlama(layers)
                     : family.startsWith(QLatin1String("bert"))  ? tinyBert(layers)
                                                                 : tinyNeox(layers);
    if (family == QLatin1String("neox sequential"))
        spec.residual = ResidualKind::Sequential;
    return spec;
}

double spread(const TraceResult &result)
{
    float low = 1;
    float high = 0;
    for (const std::vector<float> &kind : result.probabilities)
        for (const float value : kind) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    return static_cast<double>(high - low);
}

} // namespace

class TestCausalTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSweepEqualsTheLoop_data();
    void theSweepEqualsTheLoop();
    void targetsOfSeveralPiecesAreProducts();
    void partsThatAreMissingAreDoneAlone();
    void cellsBeforeTheSubjectEqualTheCorruptedRun();
    void theLastStateIsTheCleanRun();
    void noNoiseMeansNoEffect();
    void selfChecksHold();
    void aWeightThatIsNoNumberIsNamed();
    void anOverflowIsNotBlamedOnAWeight();
    void bf16StaysNearFp32();
    void aCancelledPartStops();
    void badInputIsRefused_data();
    void badInputIsRefused();
};

void TestCausalTrace::theSweepEqualsTheLoop_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("samples");
    for (const char *family : {"gpt2", "llama", "neox parallel", "neox sequential", "bert"}) {
        const QString text = QString::fromLatin1(family);
        const auto row = [&](const char *what, int layers, int begin, int end, int window, int samples) {
            QTest::newRow(qPrintable(text + QLatin1Char(' ') + QLatin1String(what)))
                << text << layers << begin << end << window << samples;
        };
        row("subject inside", 4, 1, 3, 2, 3);
        row("subject first", 5, 0, 2, 4, 2);
        row("subject last", 3, 5, 7, 2, 3);
        row("window of one", 4, 2, 3, 1, 2);
        row("odd window", 5, 2, 3, 3, 2);
        row("window clipped at both ends", 6, 1, 2, 5, 2);
        row("window over all layers", 3, 1, 2, 3, 1);
        row("one layer", 1, 1, 2, 1, 2);
    }
}

void TestCausalTrace::theSweepEqualsTheLoop()
{
    QFETCH(QString, family);
    QFETCH(int, layers);
    TraceInput input = someInput();
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(int, window);
    QFETCH(int, samples);
    input.subjectBegin = begin;
    input.subjectEnd = end;
    input.window = window;
    input.samples = samples;
    const auto model = tinyModel(specNamed(family, layers));
    if (model->spec().masked)
        input.readAt = begin > 3 ? 2 : 4;
    const TraceResult exact = traced(model, input, TraceMethod::Exact);
    const TraceResult loop = traced(model, input, TraceMethod::Loop);
    QVERIFY(exact.isComplete());
    QVERIFY2(spread(loop) > 1e-3, "the trace must have something to show");
    const double largest = largestDifference(exact, loop);
    QVERIFY2(largest <= 2e-6, qPrintable(QString::number(largest)));
}

void TestCausalTrace::targetsOfSeveralPiecesAreProducts()
{
    TraceInput input = someInput();
    input.targets = {{7, 20, 33}, {11}};
    for (const ModelSpec &spec : {tinyGpt2(), tinyLlama(), tinyNeox()}) {
        const auto model = tinyModel(spec, 5);
        const TraceResult exact = traced(model, input, TraceMethod::Exact);
        const TraceResult loop = traced(model, input, TraceMethod::Loop);
        QVERIFY(largestDifference(exact, loop) <= 2e-6);
        TraceInput first = input;
        first.targets = {{7}};
        const TraceResult shorter = traced(model, first, TraceMethod::Exact);
        QVERIFY(exact.base.high[0] < shorter.base.high[0]);
    }
}

void TestCausalTrace::partsThatAreMissingAreDoneAlone()
{
    const auto model = tinyModel(tinyGpt2());
    const TraceInput input = someInput();
    const TraceResult whole = traced(model, input, TraceMethod::Exact);
    TraceResult holed = whole;
    for (int layer = 0; layer < holed.layers; ++layer)
        for (const int token : {2, 5})
            holed.probabilities[1][holed.index(0, 1, token, layer)] = NAN;
    QVERIFY(!holed.isComplete());
    SilentMonitor monitor;
    CausalTrace trace(model, input);
    trace.base(monitor);
    const std::vector<TracePart> parts = trace.plan(holed);
    QCOMPARE(parts.size(), std::size_t{2});
    for (const TracePart &part : parts) {
        QCOMPARE(part.sampleBegin, 1);
        QCOMPARE(part.sampleEnd, 2);
        QCOMPARE(part.tokenEnd - part.tokenBegin, 1);
        holed.insert(trace.run(part, monitor));
    }
    QVERIFY(trace.plan(holed).empty());
    QVERIFY(largestDifference(holed, whole) <= 1e-6);
}

void TestCausalTrace::cellsBeforeTheSubjectEqualTheCorruptedRun()
{
    TraceInput input = someInput();
    input.subjectBegin = 3;
    input.subjectEnd = 4;
    const TraceResult result = traced(tinyModel(tinyLlama()), input, TraceMethod::Loop);
    for (std::size_t kind = 0; kind < result.kinds.size(); ++kind)
        for (int layer = 0; layer < result.layers; ++layer)
            QVERIFY(std::abs(static_cast<double>(result.probabilities[kind][result.index(0, 1, 2, layer)]) -
                             result.base.low[0][1]) < 1e-6);
}

void TestCausalTrace::theLastStateIsTheCleanRun()
{
    const TraceResult result = traced(tinyModel(tinyNeox()), someInput(), TraceMethod::Exact);
    for (int target = 0; target < 2; ++target) {
        const auto cell = result.index(target, 2, result.tokens - 1, result.layers - 1);
        QVERIFY(std::abs(static_cast<double>(result.probabilities[0][cell]) -
                         result.base.high[static_cast<std::size_t>(target)]) < 1e-6);
    }
}

void TestCausalTrace::noNoiseMeansNoEffect()
{
    TraceInput input = someInput();
    input.sigma = 0;
    const EffectMap map = effects(traced(tinyModel(tinyGpt2()), input, TraceMethod::Exact), 1, Quantity::Aligned);
    for (const double effect : map.effect)
        QVERIFY(std::abs(effect) < 1e-6);
}

void TestCausalTrace::selfChecksHold()
{
    for (const ModelSpec &spec : {tinyGpt2(), tinyLlama(), tinyNeox(), tinyBert()}) {
        TraceInput input = someInput();
        input.readAt = spec.masked ? 5 : -1;
        const TraceBase base = traced(tinyModel(spec), input, TraceMethod::Exact).base;
        QVERIFY(base.restoreAllError <= 1e-5);
        QVERIFY(base.restoreNothingError <= 1e-5);
        QVERIFY(base.beforeSubjectError <= 1e-5);
    }
}

void TestCausalTrace::aWeightThatIsNoNumberIsNamed()
{
    Parameters parameters = tinyParameters(tinyGpt2());
    parameters["layers.2.mlp.in"][3][4] = NAN;
    const auto model = std::make_shared<const Model>(tinyGpt2(), parameters);
    SilentMonitor monitor;
    CausalTrace trace(model, someInput());
    try {
        trace.base(monitor);
        QFAIL("a damaged model must be refused");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Format);
        QVERIFY2(QString::fromUtf8(error.what()).contains(QStringLiteral("layers.2.mlp.in ")), error.what());
    }
}

void TestCausalTrace::anOverflowIsNotBlamedOnAWeight()
{
    Parameters parameters = tinyParameters(tinyGpt2());
    parameters["layers.1.mlp.in"] *= 1e20F;
    parameters["layers.1.mlp.out"] *= 1e20F;
    SilentMonitor monitor;
    CausalTrace trace(std::make_shared<const Model>(tinyGpt2(), parameters), someInput());
    try {
        trace.base(monitor);
        QFAIL("an overflow must be reported");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Input);
    }
}

void TestCausalTrace::bf16StaysNearFp32()
{
    Placement narrow;
    narrow.type = at::kBFloat16;
    const auto model = std::make_shared<const Model>(tinyGpt2(), tinyParameters(tinyGpt2()), narrow);
    const TraceResult coarse = traced(model, someInput(), TraceMethod::Exact);
    const TraceResult fine = traced(tinyModel(tinyGpt2()), someInput(), TraceMethod::Exact);
    QVERIFY(largestDifference(coarse, fine) < 0.05);
    QVERIFY(largestDifference(coarse, fine) > 0);
    QVERIFY(largestDifference(coarse, traced(model, someInput(), TraceMethod::Loop)) < 0.02);
}

void TestCausalTrace::aCancelledPartStops()
{
    CausalTrace trace(tinyModel(tinyGpt2()), someInput());
    SilentMonitor silent;
    trace.base(silent);
    StoppingMonitor stopping(2);
    QVERIFY_THROWS_EXCEPTION(Error, trace.run({0, 7, 0, 3}, stopping));
    QCOMPARE(trace.run({0, 7, 0, 3}, silent).probabilities.size(), std::size_t{3});
}

void TestCausalTrace::badInputIsRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty prompt") << QStringLiteral("prompt") << QStringLiteral("prompt is empty");
    QTest::newRow("subject outside") << QStringLiteral("subject") << QStringLiteral("not in the prompt");
    QTest::newRow("no target") << QStringLiteral("targets") << QStringLiteral("one or two targets");
    QTest::newRow("empty target") << QStringLiteral("empty target") << QStringLiteral("target is empty");
    QTest::newRow("window too large") << QStringLiteral("window") << QStringLiteral("1 to 4 layers");
    QTest::newRow("no samples") << QStringLiteral("samples") << QStringLiteral("at least one noise sample");
    QTest::newRow("noise is no number") << QStringLiteral("sigma") << QStringLiteral("0 or more");
    QTest::newRow("too long") << QStringLiteral("long") << QStringLiteral("at most 24");
    QTest::newRow("outside the vocabulary") << QStringLiteral("id") << QStringLiteral("outside the model's vocabulary");
    QTest::newRow("a mask") << QStringLiteral("mask") << QStringLiteral("Only a masked model");
    QTest::newRow("masked without a mask") << QStringLiteral("bert") << QStringLiteral("put the mask token into");
    QTest::newRow("mask in the subject") << QStringLiteral("bert subject") << QStringLiteral("part of the subject");
    QTest::newRow("two pieces at a mask") << QStringLiteral("bert pieces") << QStringLiteral("a target has 2");
}

void TestCausalTrace::badInputIsRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, says);
    TraceInput input = someInput();
    if (what == QLatin1String("prompt"))
        input.ids.clear();
    else if (what == QLatin1String("subject"))
        input.subjectEnd = 8;
    else if (what == QLatin1String("targets"))
        input.targets.clear();
    else if (what == QLatin1String("empty target"))
        input.targets[0].clear();
    else if (what == QLatin1String("window"))
        input.window = 5;
    else if (what == QLatin1String("samples"))
        input.samples = 0;
    else if (what == QLatin1String("sigma"))
        input.sigma = NAN;
    else if (what == QLatin1String("long"))
        input.ids.resize(25, 1);
    else if (what == QLatin1String("id"))
        input.ids[4] = 60;
    else if (what != QLatin1String("bert"))
        input.readAt = what == QLatin1String("bert subject") ? 2 : 4;
    if (what == QLatin1String("bert pieces"))
        input.targets[0] = {7, 8};
    SilentMonitor monitor;
    try {
        CausalTrace trace(tinyModel(what.startsWith(u"bert") ? tinyBert() : tinyGpt2()), input);
        trace.base(monitor);
        QFAIL("the input must be refused");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Input);
        QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
    }
}

QTEST_APPLESS_MAIN(TestCausalTrace)
#include "TestCausalTrace.moc"
