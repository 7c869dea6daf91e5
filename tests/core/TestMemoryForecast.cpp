// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceMemory.h"
#include "core/analysis/TraceParts.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Placing.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/MemoryCheck.h"
#include "core/jobs/MemoryFacts.h"
#include "tests/support/CheckpointCopy.h"
#include "tests/support/TinyModel.h"

#include <QTest>
#include <numeric>

using namespace cw;
using namespace cw::test;

namespace {

constexpr std::int64_t plenty = std::int64_t{1} << 62;

std::int64_t numbers(const Model &model, const std::string &beginning)
{
    std::int64_t sum = 0;
    for (const auto &[name, tensor] : model.parameters())
        sum += name.rfind(beginning, 0) == 0 ? tensor.numel() : 0;
    return sum;
}

Placement inType(at::ScalarType type, std::int64_t budget = plenty)
{
    Placement placement;
    placement.type = type;
    placement.budget = budget;
    return placement;
}

TraceInput someInput(int samples)
{
    TraceInput input;
    input.ids = {3, 14, 15, 9, 26, 5, 35};
    input.subjectBegin = 1;
    input.subjectEnd = 3;
    input.targets = {{7}, {11}};
    input.window = 2;
    input.samples = samples;
    input.sigma = 0.7;
    return input;
}

} // namespace

/// Forecasts by arithmetic alone; TestMemoryOfProgram compares them with what the program takes.
class TestMemoryForecast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weightsOfTheSameTypeAreNotConverted();
    void otherTypesAreConvertedWithinTheBudget();
    void ofAnEmbeddingOnlyTheTextsRowsAreRead();
    void longerTextsTakeMore();
    void capsAndScoresTakeMore();
    void aTextThatDoesNotFitIsRefused();
    void bf16IsSaidWhereItFits();
    void aModelThatFitsNoTokenIsRefused();
    void aTraceThatDoesNotFitIsRefused();
    void partsAreCutToTheMemory();
    void aPlacementHasABudget();
    void factsAreGivenAsJson();
};

void TestMemoryForecast::weightsOfTheSameTypeAreNotConverted()
{
    const auto model = tinyModel(tinyGpt2());
    const MemoryForecast forecast = weightsForecast(*model, inType(at::kFloat));
    QCOMPARE(forecast.files, 4 * numbers(*model, ""));
    QCOMPARE(forecast.converted, 0);
    QCOMPARE(forecast.layer, 0);
}

void TestMemoryForecast::otherTypesAreConvertedWithinTheBudget()
{
    const auto model = tinyModel(tinyGpt2(4));
    const std::int64_t layer = 2 * numbers(*model, "layers.0.");
    const MemoryForecast all = weightsForecast(*model, inType(at::kBFloat16));
    QCOMPARE(all.converted, 4 * layer);
    QCOMPARE(all.layer, layer);
    QCOMPARE(all.passing, 0);
    const MemoryForecast some = weightsForecast(*model, inType(at::kBFloat16, 2 * layer + 1));
    QCOMPARE(some.converted, 2 * layer);
    QCOMPARE(some.passing, layer);
    QCOMPARE(some.least(), all.least());
}

void TestMemoryForecast::ofAnEmbeddingOnlyTheTextsRowsAreRead()
{
    ModelSpec spec = tinyLlama();
    spec.vocabulary = 5000;
    const auto model = tinyModel(spec);
    const std::int64_t whole = 4 * numbers(*model, "");
    QVERIFY(forwardForecast(*model, inType(at::kFloat), 1).files < whole);
    QCOMPARE(forwardForecast(*model, inType(at::kFloat), 20).files, whole);
}

void TestMemoryForecast::longerTextsTakeMore()
{
    const auto model = tinyModel(tinyGpt2());
    std::int64_t last = 0;
    for (std::int64_t tokens = 1; tokens < 2000; tokens *= 2) {
        const std::int64_t peak = forwardForecast(*model, inType(at::kFloat), tokens).peak();
        QVERIFY(peak > last);
        QVERIFY(peak >= tokens * 60 * 4); // the logits alone
        last = peak;
    }
}

void TestMemoryForecast::capsAndScoresTakeMore()
{
    ModelSpec spec = tinyGpt2();
    const auto plain = tinyModel(spec);
    spec.logitCap = 30;
    const auto capped = tinyModel(spec);
    QVERIFY(logitsBytes(*capped, inType(at::kFloat), 100) > logitsBytes(*plain, inType(at::kFloat), 100));
    // Only libtorch's own attention holds all scores.
    const auto perRow = [&](at::ScalarType type, std::int64_t tokens) {
        return blockBytes(spec, inType(type), 1, tokens);
    };
    QCOMPARE(perRow(at::kFloat, 10), perRow(at::kFloat, 1000));
    QVERIFY(perRow(at::kBFloat16, 1000) > perRow(at::kBFloat16, 10));
}

void TestMemoryForecast::aTextThatDoesNotFitIsRefused()
{
    const auto model = tinyModel(tinyGpt2());
    const std::int64_t enough = forwardForecast(*model, model->placement(), 20).least();
    QCOMPARE(thrown([&] { requireMemory(*model, 20, enough); }), QString());
    const QString said = thrown([&] { requireMemory(*model, 2000, enough); });
    QVERIFY2(said.startsWith(QStringLiteral("Memory: 2000 tokens need")) &&
                 said.contains(QStringLiteral("a text of 20 tokens would fit")),
             qPrintable(said));
}

void TestMemoryForecast::bf16IsSaidWhereItFits()
{
    const CheckpointCopy stored(QStringLiteral("gpt2-bf16"));
    const auto model = Checkpoint::open(stored.folder())->model({});
    const std::int64_t half = forwardForecast(*model, inType(at::kBFloat16), 2).least();
    QVERIFY(half < forwardForecast(*model, model->placement(), 2).least());
    const QString said = thrown([&] { requireMemory(*model, 2, half); });
    QVERIFY2(said.contains(QStringLiteral("--dtype bf16")), qPrintable(said));
}

void TestMemoryForecast::aModelThatFitsNoTokenIsRefused()
{
    const auto model = tinyModel(tinyGpt2());
    const QString said = thrown([&] { requireMemory(*model, 5, 10); });
    QVERIFY2(said.startsWith(QStringLiteral("Memory: This model needs")) &&
                 said.contains(QStringLiteral("10 B are free")),
             qPrintable(said));
}

void TestMemoryForecast::aTraceThatDoesNotFitIsRefused()
{
    const auto model = tinyModel(tinyGpt2());
    for (const TraceMethod method : {TraceMethod::Exact, TraceMethod::Loop}) {
        TraceInput input = someInput(5);
        input.method = method;
        const std::int64_t enough = traceForecast(*model, input).least();
        QCOMPARE(thrown([&] { requireMemory(*model, input, enough); }), QString());
        input.samples = 100000;
        const QString said = thrown([&] { requireMemory(*model, input, enough); });
        QVERIFY2(said.startsWith(QStringLiteral("Memory: A trace of 7 tokens with 100000 samples")) &&
                     said.contains(QStringLiteral("5 samples would fit")),
                 qPrintable(said));
        QVERIFY(thrown([&] { requireMemory(*model, input, 10); }).contains(QStringLiteral("even with one sample")));
    }
}

void TestMemoryForecast::partsAreCutToTheMemory()
{
    const auto model = tinyModel(tinyGpt2());
    const TraceInput input = someInput(10);
    TraceResult nothing;
    nothing.prepare(input, 4);
    const auto whole = missingParts(input, 4, nothing, 1e-9, 1e9);
    const double rows = rowsFitting(*model, input, blockBytes(model->spec(), model->placement(), 200, 7));
    QVERIFY(rows >= 190 && rows <= 210);
    const auto cut = missingParts(input, 4, nothing, 1e-9, rows);
    QVERIFY(cut.size() > whole.size());
    const auto cells = [](const std::vector<TracePart> &parts) {
        return std::accumulate(parts.begin(), parts.end(), 0, [](int sum, const TracePart &part) {
            return sum + (part.tokenEnd - part.tokenBegin) * (part.sampleEnd - part.sampleBegin);
        });
    };
    QCOMPARE(cells(cut), cells(whole));
    for (const TracePart &part : cut)
        QVERIFY(part.tokenEnd - part.tokenBegin == 1 || part.tokenBegin == 0);
}

void TestMemoryForecast::aPlacementHasABudget()
{
    const CheckpointCopy stored(QStringLiteral("gpt2"));
    const Placement placement =
        placementFor(*Checkpoint::open(stored.folder()), QStringLiteral("cpu"), QStringLiteral("fp32"));
    QVERIFY(placement.budget > 0 && placement.budget < plenty);
}

void TestMemoryForecast::factsAreGivenAsJson()
{
    const CheckpointCopy stored(QStringLiteral("gpt2-bf16"));
    const LoadedModel model = loadModel(stored.folder(), QStringLiteral("cpu"), QStringLiteral("fp32"));
    const MemoryFacts facts = memoryFacts(model, 10);
    const QJsonObject json = facts.json();
    QCOMPARE(json[QLatin1String("tokens")].toInteger(), 10);
    qint64 sum = 0;
    for (const char *part : {"weights", "converted", "activations", "program"})
        sum += json[QLatin1String(part)].toInteger();
    QCOMPARE(json[QLatin1String("total")].toInteger(), sum);
    QVERIFY(json[QLatin1String("free")].toInteger() > sum);
    QVERIFY(!json.contains(QLatin1String("deviceFree")));
    QCOMPARE(memoryFacts(model, 1000000).tokens, std::int64_t{model.model->spec().context});
}

QTEST_GUILESS_MAIN(TestMemoryForecast)
#include "TestMemoryForecast.moc"
