// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/PromptTokens.h"
#include "core/checkpoint/Safetensors.h"
#include "core/engine/Monitor.h"
#include "core/jobs/GenerateJob.h"
#include "core/jobs/Prediction.h"
#include "tests/support/TestFiles.h"
#include "tests/support/TraceFixture.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

const QString prompt = QStringLiteral("the nurse said that [MASK] was very tired because the doctor went home late "
                                      "after work .");

QString folder(const QString &model)
{
    return fixture(QStringLiteral("models/") + model);
}

TraceSettings settings(const QString &model)
{
    TraceSettings settings;
    settings.model = folder(model);
    settings.prompt = prompt;
    settings.subject = QStringLiteral("nurse");
    settings.targets = {QStringLiteral(" he"), QStringLiteral(" she")};
    settings.samples = 2;
    settings.noise.rule = NoiseSize::Rule::Number;
    settings.noise.value = 0.5;
    return settings;
}

} // namespace

/// Models that fill in masks, through every job that takes them.
class TestMaskedModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPredictedStandsAtTheMask_data() { addModels(); }
    void whatIsPredictedStandsAtTheMask();
    void aTraceReadsAtTheMask_data() { addModels(); }
    void aTraceReadsAtTheMask();
    void aTracedRunKeepsItsMask();
    void whatDoesNotFitAMaskIsRefused_data();
    void whatDoesNotFitAMaskIsRefused();
    void aMaskedModelWritesNoText();

private:
    static void addModels();
};

void TestMaskedModels::addModels()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"bert", "bert-old-names", "roberta", "distilbert", "electra", "electra-equal"})
        QTest::newRow(model) << QString::fromLatin1(model);
}

void TestMaskedModels::whatIsPredictedStandsAtTheMask()
{
    QFETCH(QString, model);
    PredictSettings predicting;
    predicting.model = folder(model);
    predicting.text = prompt;
    predicting.top = 1;
    SilentMonitor monitor;
    const Prediction prediction = predict(predicting, monitor);
    const auto reference = Safetensors::open(folder(model) + u"/reference.safetensors");
    const at::Tensor ids = reference->tensor("ids");
    QCOMPARE(static_cast<std::int64_t>(prediction.ids.size()), ids.numel());
    const at::Tensor expected = reference->tensor("logits")[5].to(at::kDouble).softmax(-1); // <s> the nurse said that
    QCOMPARE(prediction.top[0].id, expected.argmax().item<std::int64_t>());
    QVERIFY(std::abs(prediction.top[0].probability - expected.max().item<double>()) < 1e-4);
}

void TestMaskedModels::aTraceReadsAtTheMask()
{
    QFETCH(QString, model);
    const TraceProgress trace = traced(settings(model));
    QVERIFY(trace.result.isComplete());
    QCOMPARE(trace.run.input.readAt, 5);
    QCOMPARE(trace.run.tokens[5], QStringLiteral("[MASK]"));
    QCOMPARE(trace.run.tokens.front(), QStringLiteral("<s>"));
    QCOMPARE(trace.run.tokens.back(), QStringLiteral("</s>"));
    QCOMPARE(trace.run.input.subjectBegin, 2);
    const at::Tensor expected = Safetensors::open(folder(model) + u"/reference.safetensors")->tensor("logits")[5];
    const at::Tensor p = expected.to(at::kDouble).softmax(-1);
    for (std::size_t target = 0; target < 2; ++target)
        QVERIFY(std::abs(trace.run.base.high[target] - p[trace.run.input.targets[target][0]].item<double>()) < 1e-5);
    TraceSettings loop = settings(model);
    loop.method = TraceMethod::Loop;
    QVERIFY(largestDifference(trace.result, traced(loop).result) < 1e-5);
}

void TestMaskedModels::aTracedRunKeepsItsMask()
{
    const TraceRun run = traced(settings(QStringLiteral("bert"))).run;
    TraceRun again;
    again.settings = run.settings;
    inputsFromJson(inputsToJson(run), again);
    QCOMPARE(again.input.readAt, 5);
    QVERIFY(again.input.isMasked());
}

void TestMaskedModels::whatDoesNotFitAMaskIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("says");
    QTest::newRow("no mask") << QStringLiteral("the nurse said that she was") << QStringLiteral(" he")
                             << QStringLiteral("the prompt has none: write [MASK]");
    QTest::newRow("two masks") << QStringLiteral("the nurse said [MASK] [MASK] was") << QStringLiteral(" he")
                               << QStringLiteral("more than one [MASK]");
    QTest::newRow("two tokens") << prompt << QStringLiteral(" he was") << QStringLiteral("\" he was\" has 2");
}

void TestMaskedModels::whatDoesNotFitAMaskIsRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, target);
    QFETCH(QString, says);
    TraceSettings asked = settings(QStringLiteral("bert"));
    asked.prompt = text;
    asked.targets = {target};
    TraceJob job(asked);
    SilentMonitor monitor;
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result);
    QVERIFY2(QString::fromUtf8(result.error().what()).contains(says), result.error().what());
}

void TestMaskedModels::aMaskedModelWritesNoText()
{
    GenerateSettings writing;
    writing.model = folder(QStringLiteral("bert"));
    writing.prompt = prompt;
    GenerateJob job(writing);
    SilentMonitor monitor;
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result);
    QCOMPARE(result.error().kind(), Error::Kind::Unsupported);
}

QTEST_GUILESS_MAIN(TestMaskedModels)
#include "TestMaskedModels.moc"
