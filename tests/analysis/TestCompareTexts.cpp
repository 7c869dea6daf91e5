// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CompareTexts.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "tests/support/ConstantModel.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TestFiles.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace cw;
using namespace cw::test;

namespace {

/// Texts that share begins, read at every position.
std::vector<Query> queries(const ModelSpec &spec)
{
    std::mt19937 random(5);
    const auto any = [&] { return static_cast<std::int64_t>(random() % static_cast<unsigned>(spec.vocabulary)); };
    const std::vector<std::int64_t> begin{any(), any(), any()};
    std::vector<Query> all;
    for (int i = 0; i < 7; ++i) {
        Query query{begin, {}};
        for (int j = 0; j < i; ++j)
            query.ids.push_back(any());
        for (int row = 0; row < static_cast<int>(query.ids.size()); ++row)
            query.reads.push_back({row, any()});
        all.push_back(query);
    }
    return all;
}

/// What two models say of a text, without packs.
void check(const Query &query, const ComparedReadings &found, const Model &before, const Model &after)
{
    const at::Tensor was = textLogits(before, query.ids).to(at::kDouble).log_softmax(-1);
    const at::Tensor is = textLogits(after, query.ids).to(at::kDouble).log_softmax(-1);
    QCOMPARE(found.size(), query.reads.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const int row = query.reads[i].row;
        const double divergence = (was[row].exp() * (was[row] - is[row])).sum().item<double>();
        QVERIFY(divergence > 0.01); // other weights say something else
        QVERIFY(std::abs(found[i].divergence - divergence) < 1e-5);
        QVERIFY(std::abs(found[i].before - was[row][query.reads[i].id].item<double>()) < 1e-5);
        QVERIFY(std::abs(found[i].after - is[row][query.reads[i].id].item<double>()) < 1e-5);
        QCOMPARE(found[i].topBefore.id, was[row].argmax().item<std::int64_t>());
        QCOMPARE(found[i].topAfter.id, is[row].argmax().item<std::int64_t>());
        QVERIFY(std::abs(found[i].topAfter.probability - is[row].max().exp().item<double>()) < 1e-5);
    }
}

} // namespace

/// Two models that read the same texts.
class TestCompareTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownDistributionsAreKnownNatsApart();
    void comparesWhatOneTextAtATimeGives_data();
    void comparesWhatOneTextAtATimeGives();
    void theSameModelIsNotApartFromItself();
    void weightsThatAreNoNumbersAreNamed();
    void refusesWhatTheModelCannotRead();
    void stopsWhenAsked();
};

void TestCompareTexts::knownDistributionsAreKnownNatsApart()
{
    ModelSpec spec = tinyGpt2(1);
    spec.vocabulary = 4;
    const Model before(spec, constantParameters(spec, {0.5, 0.25, 0.125, 0.125}));
    const Model after(spec, constantParameters(spec, {0.125, 0.5, 0.25, 0.125}));
    SilentMonitor silent;
    const auto found = compareTexts(before, after, {{{0, 3, 1}, {{2, 0}, {1, 2}}}}, {}, silent);
    QCOMPARE(found.size(), std::size_t{1});
    const ComparedReading &last = found[0][0];
    // 1/2 log 4 - 1/4 log 2 - 1/8 log 2
    QVERIFY(std::abs(last.divergence - 0.625 * std::log(2.0)) < 1e-6);
    QVERIFY(std::abs(last.before - std::log(0.5)) < 1e-6);
    QVERIFY(std::abs(last.after - std::log(0.125)) < 1e-6);
    QCOMPARE(last.topBefore.id, std::int64_t{0});
    QCOMPARE(last.topAfter.id, std::int64_t{1});
    QVERIFY(std::abs(last.topAfter.probability - 0.5) < 1e-6);
    QVERIFY(std::abs(found[0][1].before - std::log(0.125)) < 1e-6);
    // The other way round it is another number: 1/8 log 1/4 + 1/2 log 2 + 1/4 log 2
    const auto back = compareTexts(after, before, {{{2}, {{0, 0}}}}, {}, silent);
    QVERIFY(std::abs(back[0][0].divergence - 0.5 * std::log(2.0)) < 1e-6);
}

void TestCompareTexts::comparesWhatOneTextAtATimeGives_data()
{
    QTest::addColumn<int>("kind");
    int number = 0;
    for (const char *kind : {"gpt2", "llama", "neox", "bert"})
        QTest::newRow(kind) << number++;
}

void TestCompareTexts::comparesWhatOneTextAtATimeGives()
{
    QFETCH(int, kind);
    const ModelSpec spec =
        std::vector<ModelSpec>{tinyGpt2(2), tinyLlama(2), tinyNeox(2), tinyBert(2)}.at(static_cast<std::size_t>(kind));
    const auto before = tinyModel(spec, 1);
    const auto after = tinyModel(spec, 2);
    const std::vector<Query> asked = queries(spec);
    SilentMonitor silent;
    for (const PackLimits &limits : {PackLimits(), PackLimits{10, 2}}) {
        const auto found = compareTexts(*before, *after, asked, limits, silent);
        QCOMPARE(found.size(), asked.size());
        for (std::size_t i = 0; i < asked.size(); ++i)
            check(asked[i], found[i], *before, *after);
    }
}

void TestCompareTexts::theSameModelIsNotApartFromItself()
{
    const auto model = tinyModel(tinyGpt2(2));
    SilentMonitor silent;
    for (const ComparedReadings &found : compareTexts(*model, *model, queries(model->spec()), {}, silent))
        for (const ComparedReading &reading : found) {
            QCOMPARE(reading.divergence, 0.0);
            QCOMPARE(reading.before, reading.after);
            QCOMPARE(reading.topBefore.id, reading.topAfter.id);
        }
}

void TestCompareTexts::weightsThatAreNoNumbersAreNamed()
{
    const ModelSpec spec = tinyGpt2(1);
    Parameters broken = tinyParameters(spec);
    broken["layers.0.mlp.out"][0][0] = std::nan("");
    const Model after(spec, broken);
    SilentMonitor silent;
    const QString sentence = thrown([&] { compareTexts(*tinyModel(spec), after, {{{1}, {{0, 1}}}}, {}, silent); });
    QVERIFY2(sentence.startsWith(QLatin1String("Format: ")) && sentence.contains(QLatin1String("layers.0.mlp.out")),
             qPrintable(sentence));
}

void TestCompareTexts::refusesWhatTheModelCannotRead()
{
    const auto model = tinyModel(tinyGpt2(1));
    SilentMonitor silent;
    const std::vector<std::int64_t> tooLong(static_cast<std::size_t>(model->spec().context) + 1, 0);
    for (const std::vector<std::int64_t> &ids : {std::vector<std::int64_t>(), std::vector<std::int64_t>{-1}, tooLong})
        QVERIFY(thrown([&] {
                    compareTexts(*model, *model, {{ids, {}}}, {}, silent);
                }).startsWith(QLatin1String("Input: ")));
}

void TestCompareTexts::stopsWhenAsked()
{
    const auto model = tinyModel(tinyGpt2(2));
    int steps = 0;
    for (; steps < 100; ++steps) {
        StoppingMonitor monitor(steps);
        if (thrown([&] { compareTexts(*model, *model, queries(model->spec()), {}, monitor); }).isEmpty())
            break;
    }
    QVERIFY(steps > 2 * model->spec().layers && steps < 100); // in every layer of both models
}

QTEST_GUILESS_MAIN(TestCompareTexts)
#include "TestCompareTexts.moc"
