// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ProbeGradients.h"
#include "core/analysis/ProbeStates.h"
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Edit.h"
#include "core/engine/Error.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/Steps.h"
#include "tests/support/ModelRows.h"
#include "tests/support/ProbeQueries.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/GradMode.h>
#include <cmath>
#include <set>

using namespace cw;
using namespace cw::test;

namespace {

/// The derivative of each query's score with respect to one stored parameter, by the plain forward pass over each text
/// alone: [query] tensors in the parameter's shape.
std::vector<at::Tensor> gradients(const Model &model, const std::vector<Query> &queries, const std::string &stored)
{
    const c10::AutoGradMode enabled(true);
    std::vector<at::Tensor> all;
    for (const Query &query : queries) {
        const at::Tensor leaf = model.parameters().at(stored).to(at::kFloat).clone().set_requires_grad(true);
        const Model own(model, {{stored, leaf}});
        const at::Tensor x = streamInput(own, embedTokens(own, query.ids)).unsqueeze(0);
        const at::Tensor scores = at::log_softmax(logits(own, forward(own, x).squeeze(0)), -1);
        at::Tensor sum = at::zeros({});
        for (const Query::Read &read : query.reads)
            sum = sum + scores[read.row][read.id];
        sum.backward();
        all.push_back(leaf.grad().defined() ? leaf.grad() : at::zeros_like(leaf));
    }
    return all;
}

/// A change of a parameter in each of the forms it can have.
std::vector<Delta> ofEachForm(const ParameterView &view, std::uint64_t seed)
{
    at::Generator random = at::detail::createCPUGenerator(seed);
    const auto drawn = [&random](std::vector<std::int64_t> shape) { return at::randn(shape, random); };
    const auto distinct = [](const std::set<std::int64_t> &numbers) {
        return std::vector<std::int64_t>(numbers.begin(), numbers.end());
    };
    const std::int64_t count = view.rows() * view.columns();
    const std::vector<std::int64_t> rows = distinct({0, view.rows() / 2, view.rows() - 1});
    const std::vector<std::int64_t> places = distinct({0, count / 3, count / 2, count - 1});
    std::vector<std::int64_t> some = view.shape;
    some.front() = static_cast<std::int64_t>(rows.size());
    std::vector<Delta> all{
        Delta::dense(view.name, drawn(view.shape)), Delta::ofRows(view.name, rows, drawn(some)),
        Delta::sparse(view.name, at::tensor(places, at::kLong), drawn({static_cast<std::int64_t>(places.size())})),
        Delta::sparse(view.name, at::arange(count, at::kLong), drawn({count}))};
    if (view.shape.size() > 1)
        all.push_back(Delta::lowRank(view.name, drawn({view.rows(), 3}), drawn({3, view.columns()})));
    return all;
}

/// Checks the slopes of every form of change of every parameter against autograd's.
void compareAll(const std::shared_ptr<const Model> &model)
{
    SilentMonitor monitor;
    const std::vector<Query> queries = probeQueries(model->spec(), 3);
    ProbeGradients probe(model, queries);
    probe.prepare(monitor);
    std::string stored;
    std::vector<at::Tensor> wanted;
    for (const ParameterView &view : parameterViews(*model)) {
        if (view.stored != stored)
            wanted = gradients(*model, queries, stored = view.stored);
        for (const Delta &delta : ofEachForm(view, 3)) {
            const ProbeGradients::Slopes slopes = probe.slopes({{delta}}, monitor);
            QVERIFY2(slopes.without.empty(), view.name.c_str());
            const at::Tensor whole = wholeDelta(delta, view);
            for (std::size_t i = 0; i < queries.size(); ++i) {
                const at::Tensor own = wanted[i].index_select(0, storedRows(view, allRows(view))).to(at::kDouble);
                const double slope = (own * whole).sum().item<double>();
                const double scale = (own * whole).abs().sum().item<double>();
                QVERIFY2(std::abs(slopes.scores[i] - slope) <= 1e-4 * scale + 2e-5,
                         qPrintable(QStringLiteral("%1 %2, query %3: %4 for %5")
                                        .arg(QString::fromStdString(view.name), QLatin1String(name(delta.form)))
                                        .arg(i)
                                        .arg(slopes.scores[i])
                                        .arg(slope)));
            }
        }
    }
}

} // namespace

class TestProbeGradients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyParameterOfEveryFamily_data();
    void everyParameterOfEveryFamily();
    void theSlopeIsThatOfTheExactScore_data();
    void theSlopeIsThatOfTheExactScore();
    void deltasOfAnEditAddUp();
    void storedTypesDoNotMatter();
    void computesIn16Bits();
    void whatDoesNotFitIsRefused();
    void aStoppedPreparationGoesOn();
    void whatIsKeptIsForecast();
};

void TestProbeGradients::everyParameterOfEveryFamily_data()
{
    addModelRows();
}

void TestProbeGradients::everyParameterOfEveryFamily()
{
    QFETCH(QString, folder);
    const std::shared_ptr<const Model> stored = Checkpoint::open(folder)->model({});
    Parameters wide;
    for (const auto &[name, parameter] : stored->parameters())
        wide[name] = parameter.to(at::kFloat);
    compareAll(std::make_shared<const Model>(stored->spec(), wide));
}

void TestProbeGradients::theSlopeIsThatOfTheExactScore_data()
{
    QTest::addColumn<QString>("parameter");
    for (const char *name : {"layers.2.mlp.out", "layers.1.attn.k", "layers.0.norm2", "layers.3.mlp.in.bias", "embed"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestProbeGradients::theSlopeIsThatOfTheExactScore()
{
    QFETCH(QString, parameter);
    SilentMonitor monitor;
    const auto base = tinyModel(tinyGpt2());
    const std::vector<Query> queries = probeQueries(base->spec(), 6);
    ProbeGradients probe(base, queries);
    probe.prepare(monitor);
    const ProbeStates states(base, queries, monitor);
    const ParameterView view = parameterView(*base, parameter.toStdString());
    const auto scores = [&](const std::shared_ptr<const Edit> &edit, double strength) {
        std::vector<double> sums;
        for (const Readings &readings : states.read(*edited(base, {{edit, strength}}, monitor), monitor)) {
            sums.push_back(0);
            for (const Reading &reading : readings)
                sums.back() += reading.logProbability;
        }
        return sums;
    };
    for (const Delta &delta : ofEachForm(view, 4)) {
        const auto edit = std::make_shared<const Edit>(Edit{{delta}});
        const double norm = wholeDelta(delta, view).norm().item<double>();
        const double step = 0.02 / norm;
        const std::vector<double> above = scores(edit, step);
        const std::vector<double> below = scores(edit, -step);
        const std::vector<double> slopes = probe.slopes(*edit, monitor).scores;
        for (std::size_t i = 0; i < queries.size(); ++i) {
            const double found = (above[i] - below[i]) / 0.04;
            const double wanted = slopes[i] / norm;
            QVERIFY2(std::abs(found - wanted) < 1e-3 + 0.01 * std::abs(wanted),
                     qPrintable(QStringLiteral("query %1: %2 for %3").arg(i).arg(wanted).arg(found)));
        }
    }
}

void TestProbeGradients::deltasOfAnEditAddUp()
{
    SilentMonitor monitor;
    const auto base = tinyModel(tinyLlama());
    const std::vector<Query> queries = probeQueries(base->spec(), 4);
    ProbeGradients probe(base, queries);
    probe.prepare(monitor);
    const Delta gate = ofEachForm(parameterView(*base, "layers.1.mlp.gate"), 1)[1];
    const Delta value = ofEachForm(parameterView(*base, "layers.3.attn.v"), 2)[4];
    const std::vector<double> both = probe.slopes({{gate, value}}, monitor).scores;
    const std::vector<double> one = probe.slopes({{gate}}, monitor).scores;
    const std::vector<double> other = probe.slopes({{value}}, monitor).scores;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        QVERIFY(one[i] != 0 && other[i] != 0);
        QVERIFY(std::abs(both[i] - one[i] - other[i]) < 1e-9);
    }
    QCOMPARE(probe.slopes({}, monitor).scores, std::vector<double>(queries.size()));
}

void TestProbeGradients::storedTypesDoNotMatter()
{
    SilentMonitor monitor;
    Parameters half = tinyParameters(tinyGpt2());
    Parameters wide;
    for (auto &[name, parameter] : half) {
        parameter = parameter.to(at::kBFloat16);
        wide[name] = parameter.to(at::kFloat);
    }
    const std::vector<Query> queries = probeQueries(tinyGpt2(), 4);
    const ParameterView view = parameterView(tinyGpt2(), "layers.1.mlp.out");
    std::vector<std::vector<double>> found;
    for (const Parameters &parameters : {half, wide}) {
        ProbeGradients probe(std::make_shared<const Model>(tinyGpt2(), parameters), queries);
        probe.prepare(monitor);
        found.push_back(probe.slopes({{ofEachForm(view, 1).front()}}, monitor).scores);
    }
    QCOMPARE(found[0], found[1]);
}

void TestProbeGradients::computesIn16Bits()
{
    SilentMonitor monitor;
    const std::vector<Query> queries = probeQueries(tinyLlama(), 6);
    const ParameterView view = parameterView(tinyLlama(), "layers.2.mlp.out");
    std::vector<std::vector<double>> found;
    for (const at::ScalarType type : {at::kFloat, at::kBFloat16}) {
        ProbeGradients probe(
            std::make_shared<const Model>(tinyLlama(), tinyParameters(tinyLlama()), Placement{at::kCPU, type}),
            queries);
        probe.prepare(monitor);
        found.push_back(probe.slopes({{ofEachForm(view, 1).front()}}, monitor).scores);
    }
    double apart = 0;
    double norm = 0;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        apart += std::pow(found[1][i] - found[0][i], 2);
        norm += std::pow(found[0][i], 2);
    }
    QVERIFY2(apart > 0 && apart < 0.01 * norm, qPrintable(QString::number(std::sqrt(apart / norm))));
}

void TestProbeGradients::whatDoesNotFitIsRefused()
{
    SilentMonitor monitor;
    const auto base = tinyModel(tinyGpt2());
    QVERIFY_THROWS_EXCEPTION(Error, ProbeGradients(base, {{{1, 60}, {}}}));
    ProbeGradients probe(base, probeQueries(base->spec(), 2));
    probe.prepare(monitor);
    QVERIFY_THROWS_EXCEPTION(Error, probe.slopes({{Delta::dense("layers.0.mlp.gate", at::ones({2, 2}))}}, monitor));
    QVERIFY_THROWS_EXCEPTION(Error, probe.slopes({{Delta::dense("layers.0.mlp.out", at::ones({2, 2}))}}, monitor));
}

void TestProbeGradients::aStoppedPreparationGoesOn()
{
    const auto base = tinyModel(tinyGpt2());
    const std::vector<Query> queries = probeQueries(base->spec(), 60); // several parts
    const ParameterView view = parameterView(*base, "layers.1.mlp.out");
    const Edit edit{{ofEachForm(view, 1).front()}};
    SilentMonitor silent;
    ProbeGradients straight(base, queries);
    straight.prepare(silent);
    ProbeGradients stopped(base, queries);
    int stops = 0;
    while (!stopped.isReady()) {
        StoppingMonitor monitor(30);
        try {
            stopped.prepare(monitor);
        } catch (const Error &error) {
            QCOMPARE(error.kind(), Error::Kind::Cancelled);
            ++stops;
        }
    }
    QVERIFY(stops > 0);
    QCOMPARE(stopped.slopes(edit, silent).scores, straight.slopes(edit, silent).scores);
    StoppingMonitor monitor(0);
    QVERIFY_THROWS_EXCEPTION(Error, straight.slopes(edit, monitor));
}

void TestProbeGradients::whatIsKeptIsForecast()
{
    SilentMonitor monitor;
    for (const ModelSpec &spec : {tinyGpt2(), tinyLlama(), tinyNeox(), tinyBert()}) {
        ProbeGradients probe(tinyModel(spec), probeQueries(spec, 60));
        QCOMPARE(probe.bytes(), std::int64_t{0});
        probe.prepare(monitor);
        const double ratio = static_cast<double>(probe.forecast()) / static_cast<double>(probe.bytes());
        QVERIFY2(ratio > 1 && ratio < 3, qPrintable(QString::number(ratio)));
    }
}

QTEST_APPLESS_MAIN(TestProbeGradients)
#include "TestProbeGradients.moc"
