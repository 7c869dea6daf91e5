// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ProbeStates.h"
#include "core/analysis/ProbeTexts.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Edit.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/ReadTexts.h"
#include "tests/support/ModelRows.h"
#include "tests/support/ProbeQueries.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

/// How far two ways of reading the same may part in fp32: which kernels multiply depends on the processor and on how
/// many rows go together.
constexpr double rounding = 1e-5;

/// Counts the steps that a computation takes.
class CountingMonitor final : public Monitor {
public:
    void stage(const char *) override {}
    void step(std::int64_t, std::int64_t) override { ++steps; }

    int steps = 0;
};

/// The same model with one parameter a little larger, in no part as much as in another.
std::shared_ptr<const Model> changed(const std::shared_ptr<const Model> &base, const std::string &parameter)
{
    const at::Tensor old = base->parameters().at(parameter);
    const at::Tensor times = at::linspace(1, 1.25, old.numel(), at::kFloat).view(old.sizes());
    return std::make_shared<const Model>(*base, Parameters{{parameter, (old.to(at::kFloat) * times).to(old)}});
}

/// A parameter at each depth: of embeddings, of the first and last layer, and behind them.
std::vector<std::string> someParameters(const Model &model)
{
    const std::string last = "layers." + std::to_string(model.spec().layers - 1);
    std::vector<std::string> all{"embed", "layers.0.mlp.out", last + ".attn.out", last + ".mlp.in"};
    for (const char *name : {"norm", "head", "head.project", "head.transform", "head.bias"})
        if (model.parameters().count(name) > 0)
            all.push_back(name);
    return all;
}

} // namespace

class TestProbeStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsAreReadOnce();
    void theLowestChangeIsFound();
    void aChangedModelReadsAsFromTheStart_data();
    void aChangedModelReadsAsFromTheStart();
    void statesGoOnFromEarlierOnes();
    void whatIsUnchangedIsNotComputed();
    void editsThatAreTheSameShareTheirTensors();
    void badTextsAreRefused();
    void itCanBeStopped();
};

void TestProbeStates::textsAreReadOnce()
{
    const std::vector<ProbeText> texts = probeTexts({{{1, 2}, {{1, 3}}}, {{1, 2, 4}, {{2, 3}}}, {{1, 2}, {{1, 5}}}});
    QCOMPARE(texts.size(), std::size_t{2});
    QCOMPARE(texts[0].queries, (std::vector<std::size_t>{0, 2}));
    QCOMPARE(texts[1].ids, (std::vector<std::int64_t>{1, 2, 4}));
}

void TestProbeStates::theLowestChangeIsFound()
{
    const auto base = tinyModel(tinyLlama());
    QCOMPARE(lowestChange(*base, *base), 5);
    QCOMPARE(lowestChange(*base, *changed(base, "norm")), 4);
    QCOMPARE(lowestChange(*base, *changed(base, "head")), 4);
    QCOMPARE(lowestChange(*base, *changed(base, "layers.2.norm1")), 2);
    QCOMPARE(lowestChange(*base, *changed(changed(base, "layers.3.mlp.gate"), "layers.1.attn.v")), 1);
    QCOMPARE(lowestChange(*base, *changed(base, "embed")), -1);
    const auto bert = tinyModel(tinyBert());
    QCOMPARE(lowestChange(*bert, *changed(bert, "embed.norm")), -1);
    QCOMPARE(lowestChange(*bert, *changed(bert, "head.bias")), 4);
    QCOMPARE(lowestChange(*bert, *changed(bert, "head.transform")), 4);
}

void TestProbeStates::aChangedModelReadsAsFromTheStart_data()
{
    addModelRows();
}

void TestProbeStates::aChangedModelReadsAsFromTheStart()
{
    QFETCH(QString, folder);
    SilentMonitor monitor;
    const std::shared_ptr<const Model> base = Checkpoint::open(folder)->model({});
    const std::vector<Query> queries = probeQueries(base->spec(), 8);
    const ProbeStates states(base, queries, monitor);
    QVERIFY(largestDifference(states.readings(), readTexts(*base, queries, {}, monitor)) < rounding);
    for (const std::string &parameter : someParameters(*base)) {
        const auto other = changed(base, parameter);
        const std::vector<Readings> read = states.read(*other, monitor);
        const double off = largestDifference(read, readTexts(*other, queries, {}, monitor));
        QVERIFY2(off < rounding, qPrintable(QString::fromStdString(parameter) + QString::number(off)));
        QVERIFY2(largestDifference(read, states.readings()) > 1e-4, parameter.c_str());
    }
}

void TestProbeStates::statesGoOnFromEarlierOnes()
{
    SilentMonitor monitor;
    const auto base = tinyModel(tinyNeox());
    const std::vector<Query> queries = probeQueries(base->spec(), 6);
    const ProbeStates states(base, queries, monitor);
    const auto second = changed(base, "layers.2.mlp.out");
    const ProbeStates behind(states, second, monitor);
    QCOMPARE(largestDifference(behind.readings(), states.read(*second, monitor)), 0.0);
    for (const char *parameter : {"layers.0.attn.out", "layers.2.norm2", "layers.3.mlp.in", "norm", "embed"}) {
        const auto third = changed(second, parameter);
        QVERIFY(largestDifference(behind.read(*third, monitor), readTexts(*third, queries, {}, monitor)) < rounding);
    }
    QCOMPARE(behind.bytes(), states.bytes());
    // Back to where it began, too.
    QVERIFY(largestDifference(ProbeStates(behind, base, monitor).readings(), states.readings()) < rounding);
}

void TestProbeStates::whatIsUnchangedIsNotComputed()
{
    SilentMonitor silent;
    const auto base = tinyModel(tinyGpt2(8));
    const ProbeStates states(base, probeQueries(base->spec(), 6), silent);
    const auto stepsOf = [&](const std::string &parameter) {
        CountingMonitor monitor;
        states.read(*changed(base, parameter), monitor);
        return monitor.steps;
    };
    const int logits = stepsOf("norm");
    QCOMPARE(stepsOf("layers.7.mlp.out"), logits + 1);
    QCOMPARE(stepsOf("layers.3.mlp.out"), logits + 5);
    QCOMPARE(stepsOf("embed"), logits + 8);
    CountingMonitor nothing;
    QCOMPARE(states.read(*base, nothing).size(), std::size_t{13});
    QCOMPARE(nothing.steps, 0);
    // [layers + 1] streams of all rows, the last one of those that are read.
    QVERIFY(states.bytes() > 8 * states.rows() * 32 * 4 && states.bytes() < 9 * states.rows() * 32 * 4);
}

void TestProbeStates::editsThatAreTheSameShareTheirTensors()
{
    SilentMonitor monitor;
    const auto base = tinyModel(tinyNeox());
    const auto edit = [&](const std::string &parameter) {
        const ParameterView view = parameterView(*base, parameter);
        return std::make_shared<const Edit>(Edit{{Delta::dense(view.name, at::full(view.shape, 0.125F))}});
    };
    const auto low = edit("layers.0.attn.q");
    const auto key = edit("layers.0.attn.k");
    const auto high = edit("layers.3.mlp.out");
    EditedModel present;
    present.edits = {{low, 1}, {high, 1}};
    present.model = edited(base, present.edits, monitor);
    const auto check = [&](const ActiveEdits &edits, int lowest) {
        const auto made = editedAnew(base, present, edits, monitor);
        QCOMPARE(lowestChange(*present.model, *made), lowest);
        const auto wanted = edited(base, edits, monitor);
        for (const auto &[name, parameter] : wanted->parameters())
            QVERIFY2(at::equal(parameter, made->parameters().at(name)), name.c_str());
    };
    check(present.edits, 5);
    check({{low, 1}, {high, 0.5}}, 3);
    check({{low, 1}}, 3);
    check({{low, 2}, {high, 1}}, 0);
    check({{low, 1}, {key, 1}, {high, 1}}, 0);
    check({{low, 1}, {high, 1}, {edit("layers.2.norm1"), 1}}, 2);
    check({}, 0);
    QCOMPARE(editedAnew(base, present, present.edits, monitor), present.model);
}

void TestProbeStates::badTextsAreRefused()
{
    SilentMonitor monitor;
    const auto base = tinyModel(tinyGpt2());
    QVERIFY_THROWS_EXCEPTION(Error, ProbeStates(base, {{{}, {}}}, monitor));
    QVERIFY_THROWS_EXCEPTION(Error, ProbeStates(base, {{{1, 60}, {{1, 2}}}}, monitor));
    const ProbeStates states(base, probeQueries(base->spec(), 2), monitor);
    const auto broken = std::make_shared<const Model>(
        *base, Parameters{{"layers.3.norm1", at::full({32}, std::numeric_limits<float>::infinity())}});
    QVERIFY_THROWS_EXCEPTION(Error, states.read(*broken, monitor));
}

void TestProbeStates::itCanBeStopped()
{
    const auto base = tinyModel(tinyGpt2());
    const std::vector<Query> queries = probeQueries(base->spec(), 2);
    StoppingMonitor early(2);
    QVERIFY_THROWS_EXCEPTION(Error, ProbeStates(base, queries, early));
    SilentMonitor silent;
    const ProbeStates states(base, queries, silent);
    StoppingMonitor late(2);
    QVERIFY_THROWS_EXCEPTION(Error, states.read(*changed(base, "layers.1.mlp.in"), late));
}

QTEST_APPLESS_MAIN(TestProbeStates)
#include "TestProbeStates.moc"
