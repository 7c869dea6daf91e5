// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Lsdm.h"
#include "core/engine/Error.h"
#include "core/engine/Forward.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/ParameterShapes.h"
#include "core/engine/Steps.h"
#include "tests/support/HexTable.h"
#include "tests/support/LsdmFixture.h"
#include "tests/support/TinyModel.h"

#include <ATen/core/grad_mode.h>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

ModelSpec specOf(const QString &family)
{
    if (family == QStringLiteral("llama"))
        return tinyLlama();
    if (family == QStringLiteral("neox"))
        return tinyNeox();
    ModelSpec spec = tinyGpt2();
    if (family == QStringLiteral("norms around")) {
        spec.normPlace = NormPlace::Around;
        spec.normEpsilon = 1e-3;
    }
    return spec;
}

std::shared_ptr<const Model> modelOf(const QString &family)
{
    const ModelSpec spec = specOf(family);
    Parameters parameters = tinyParameters(spec);
    if (family == QStringLiteral("no biases")) {
        for (const ParameterShape &shape : parameterShapes(spec))
            if (shape.optional)
                parameters.erase(shape.name);
    }
    return std::make_shared<const Model>(spec, parameters);
}

LsdmSettings settingsOf(std::vector<int> layers, KeyMix mix = KeyMix::EveryText, double preservation = 1e-7)
{
    LsdmSettings settings;
    settings.layers = std::move(layers);
    settings.keys = mix;
    settings.preservation = preservation;
    return settings;
}

LsdmResult result(const std::shared_ptr<const Model> &model, const std::vector<int> &layers,
                  const LsdmSettings &settings, const std::vector<TextPlace> &preserved = {})
{
    SilentMonitor monitor;
    return lsdm(model, tinySubjects(), tinyTargets(model, layers), preserved, tinyMoments(model, layers), settings,
                monitor);
}

MlpReadings readings(const std::shared_ptr<const Model> &model, int layer)
{
    SilentMonitor monitor;
    return readMlp(*model, layer, placesOf(tinySubjects()), monitor);
}

/// Targets of the subjects, repeated for their texts.
at::Tensor deltas(const std::vector<EditTarget> &targets)
{
    std::vector<at::Tensor> rows;
    for (const EditTarget &target : targets)
        rows.push_back(at::tensor(target.delta));
    return KeyColumns(tinySubjects(), KeyMix::EveryText).ofTexts(at::stack(rows));
}

void addFamilies()
{
    QTest::addColumn<QString>("family");
    for (const char *family : {"gpt2", "llama", "neox", "no biases", "norms around"})
        QTest::newRow(family) << QString::fromLatin1(family);
}

} // namespace

class TestLsdm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAreWhatTheLastMapReads_data() { addFamilies(); }
    void keysAreWhatTheLastMapReads();
    void theMomentIsThatOfAllTokens();
    void theMomentGoesOn();
    void aCancelledMomentIsAsBefore();
    void refusesAMomentOfAnotherWidth();
    void oneLayerReachesItsTargets_data() { addFamilies(); }
    void oneLayerReachesItsTargets();
    void severalLayersReachTheState_data() { addFamilies(); }
    void severalLayersReachTheState();
    void meanKeysReachTheirTargetsOnTheMean();
    void preservedPlacesStay();
    void moreLambdaKeepsLess();
    void factsAreThoseOfTheDelta();
    void halfWeightsAreEdited();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void refusesAMaskedModel();
    void aCancelledEditStopsAnywhere();
};

void TestLsdm::keysAreWhatTheLastMapReads()
{
    QFETCH(QString, family);
    const auto model = modelOf(family);
    const MlpReadings read = readings(model, 2);
    const Layer layer = model->layer(2);
    QVERIFY(largestDifference(mlpOut(layer, read.keys), read.outputs) < 1e-4);
    const at::NoGradGuard noGradients;
    const std::vector<TextPlace> places = placesOf(tinySubjects());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        textLogits(*model, places[i].ids, [&](Point point, const at::Tensor &x) {
            const at::Tensor here = x.select(1, places[i].position)[0];
            if (point.layer == 2 && point.site != Site::Attn) {
                const double far = largestDifference(here, (point.site == Site::Mlp ? read.outputs : read.states)[row]);
                if (!(far < 1e-4))
                    throw Error(Error::Kind::Internal, "differs");
            }
            return x;
        });
    }
}

void TestLsdm::theMomentIsThatOfAllTokens()
{
    const auto model = tinyModel(tinyLlama());
    SilentMonitor monitor;
    at::Tensor sum = at::zeros({64, 64}, at::kDouble);
    std::int64_t count = 0;
    for (const std::vector<std::int64_t> &text : tinyCorpus()) {
        for (int position = 0; position < static_cast<int>(text.size()); ++position, ++count) {
            const at::Tensor key = readMlp(*model, 1, {{text, position}}, monitor).keys.to(at::kDouble);
            sum += at::mm(key.t(), key);
        }
    }
    SecondMoment moment(1, 64);
    moment.add(*model, tinyCorpus(), monitor);
    QCOMPARE(moment.state().count, count);
    QVERIFY(largestDifference(moment.mean(), sum / static_cast<double>(count)) < 1e-4);
    QVERIFY(at::equal(moment.mean(), moment.mean().t()));
}

void TestLsdm::theMomentGoesOn()
{
    const auto model = tinyModel(tinyGpt2());
    const auto corpus = tinyCorpus();
    SilentMonitor monitor;
    SecondMoment first(1, 64);
    first.add(*model, {corpus.begin(), corpus.begin() + 10}, monitor);
    SecondMoment second(1, 64, first.state());
    second.add(*model, {corpus.begin() + 10, corpus.end()}, monitor);
    QVERIFY(largestDifference(second.mean(), tinyMoment(model, 1)) < 1e-4);
}

void TestLsdm::aCancelledMomentIsAsBefore()
{
    const auto model = tinyModel(tinyGpt2());
    SecondMoment moment(1, 64);
    StoppingMonitor monitor(2);
    QCOMPARE(thrown([&] { moment.add(*model, tinyCorpus(), monitor); }), QStringLiteral("Cancelled: cancelled"));
    QCOMPARE(moment.state().count, std::int64_t{0});
    QCOMPARE(moment.state().sum.abs().max().item<double>(), 0.0);
    QCOMPARE(thrown([&] { moment.mean(); }),
             QStringLiteral("Input: No text was read for the statistics of layer 1: give some."));
}

void TestLsdm::refusesAMomentOfAnotherWidth()
{
    const QString sentence = QStringLiteral("Input: The statistics kept for layer 1 are damaged or of another model: "
                                            "gather them anew.");
    QCOMPARE(thrown([] { SecondMoment(1, 64, {at::zeros({63, 63}, at::kDouble), 1}); }), sentence);
    QCOMPARE(thrown([] { SecondMoment(1, 2, {at::full({2, 2}, std::nan(""), at::kDouble), 1}); }), sentence);
    QCOMPARE(thrown([] { SecondMoment(1, 2, {}); }), sentence);
}

void TestLsdm::oneLayerReachesItsTargets()
{
    QFETCH(QString, family);
    const auto model = modelOf(family);
    const LsdmResult made = result(model, {1}, settingsOf({1}));
    QCOMPARE(made.edit.deltas.size(), std::size_t{1});
    QCOMPARE(name(made.edit.deltas[0].form), "lowrank");
    QCOMPARE(made.edit.deltas[0].values.size(1), std::int64_t{2});
    const at::Tensor moved = readings(changedBy(model, made.edit), 1).outputs - readings(model, 1).outputs;
    const at::Tensor wanted = deltas(tinyTargets(model, {1}));
    QVERIFY(wanted.abs().max().item<float>() > 0.1F);
    QVERIFY2(largestDifference(moved, wanted) < 2e-3, qPrintable(QString::number(largestDifference(moved, wanted))));
    QVERIFY(made.layers[0].share > 0.999);
    QVERIFY(std::abs(made.layers[0].reached - 1) < 1e-3);
}

void TestLsdm::severalLayersReachTheState()
{
    QFETCH(QString, family);
    const auto model = modelOf(family);
    const LsdmResult made = result(model, {0, 1, 2}, settingsOf({0, 1, 2}));
    QCOMPARE(made.edit.deltas.size(), std::size_t{3});
    const at::Tensor moved = readings(changedBy(model, made.edit), 2).states - readings(model, 2).states;
    const at::Tensor wanted = deltas(tinyTargets(model, {0, 1, 2}));
    if (family == QStringLiteral("norms around")) {
        // A norm behind the MLP stands between its output and the state: they only move the same way.
        QVERIFY((moved * wanted).sum().item<double>() > 0);
        return;
    }
    const double far = (moved - wanted).norm().item<double>() / wanted.norm().item<double>();
    QVERIFY2(far < 5e-3, qPrintable(QString::number(far)));
}

void TestLsdm::meanKeysReachTheirTargetsOnTheMean()
{
    const auto model = tinyModel(tinyGpt2());
    for (const KeyMix mix : {KeyMix::Mean, KeyMix::PlainAndRest}) {
        const LsdmResult made = result(model, {1}, settingsOf({1}, mix));
        QCOMPARE(made.layers[0].columns, std::int64_t{2});
        const KeyColumns columns(tinySubjects(), mix);
        const at::Tensor moved = readings(changedBy(model, made.edit), 1).outputs - readings(model, 1).outputs;
        const std::vector<EditTarget> targets = tinyTargets(model, {1});
        const at::Tensor wanted = at::stack({at::tensor(targets[0].delta), at::tensor(targets[1].delta)});
        QVERIFY(largestDifference(columns.keys(moved), wanted) < 1e-3);
    }
}

void TestLsdm::preservedPlacesStay()
{
    const auto model = tinyModel(tinyGpt2());
    SilentMonitor monitor;
    const std::vector<TextPlace> kept{{{3, 40, 4, 2}, 1}, {{7, 3, 41, 4}, 2}};
    LsdmSettings settings = settingsOf({1}, KeyMix::EveryText, 0.01);
    const auto moved = [&](double weight) {
        settings.definitions = weight;
        const auto now = changedBy(model, result(model, {1}, settings, kept).edit);
        return largestDifference(readMlp(*now, 1, kept, monitor).outputs, readMlp(*model, 1, kept, monitor).outputs);
    };
    QVERIFY(moved(1e4) < 0.02 * moved(0));
}

void TestLsdm::moreLambdaKeepsLess()
{
    const auto model = tinyModel(tinyGpt2());
    double share = 1;
    double norm = 1e9;
    for (const double preservation : {1e-4, 0.1, 1.0, 10.0}) {
        const LsdmLayer facts = result(model, {1}, settingsOf({1}, KeyMix::EveryText, preservation)).layers[0];
        QCOMPARE(facts.lambda, preservation * 64);
        QVERIFY(facts.share < share && facts.deltaNorm < norm);
        share = facts.share;
        norm = facts.deltaNorm;
    }
}

void TestLsdm::factsAreThoseOfTheDelta()
{
    const auto model = tinyModel(tinyGpt2());
    const LsdmResult made = result(model, {1}, settingsOf({1}, KeyMix::Mean, 0.1));
    const ParameterView view = parameterView(*model, "layers.1.mlp.out");
    const LsdmLayer &facts = made.layers[0];
    QVERIFY(std::abs(facts.deltaNorm / wholeDelta(made.edit.deltas[0], view).norm().item<double>() - 1) < 1e-5);
    QVERIFY(std::abs(facts.weightNorm / model->parameters().at("layers.1.mlp.out").norm().item<double>() - 1) < 1e-5);
    QVERIFY(facts.condition > 1);
    const TargetFacts targets = factsOf(tinyTargets(model, {1}));
    QCOMPARE(targets.gapBefore, 1.0);
    QCOMPARE(targets.gapAfter, 0.1);
    QCOMPARE(targets.clamped, 1);
    QCOMPARE(targets.diverged, 0);
}

void TestLsdm::halfWeightsAreEdited()
{
    for (const at::ScalarType type : {at::kBFloat16, at::kHalf}) {
        Parameters parameters = tinyParameters(tinyNeox());
        for (auto &[name, values] : parameters)
            values = values.to(type);
        Placement placement;
        placement.type = type == at::kBFloat16 ? type : at::kFloat; // the CPU does not multiply fp16
        const auto stored = std::make_shared<const Model>(tinyNeox(), parameters, placement);
        const auto wide = std::make_shared<const Model>(tinyNeox(), parameters);
        const LsdmResult one = result(stored, {0, 1}, settingsOf({0, 1}, KeyMix::EveryText, 0.1));
        const ParameterView view = parameterView(*stored, "layers.1.mlp.out");
        QCOMPARE(one.edit.deltas[1].values.scalar_type(), at::kFloat);
        QVERIFY(at::isfinite(wholeDelta(one.edit.deltas[1], view)).all().item<bool>());
        // C0 is read in the type that is computed with, all else in fp32.
        SilentMonitor monitor;
        const std::vector<int> layers{0, 1};
        const auto edit = [&](const std::shared_ptr<const Model> &model) {
            return lsdm(model, tinySubjects(), tinyTargets(model, layers), {}, tinyMoments(wide, layers),
                        settingsOf(layers, KeyMix::EveryText, 0.1), monitor)
                .edit;
        };
        QVERIFY(largestDifference(wholeDelta(edit(stored).deltas[1], view), wholeDelta(edit(wide).deltas[1], view)) <
                1e-6);
    }
}

void TestLsdm::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("begin");
    QTest::newRow("no layer") << 0 << QStringLiteral("Input: The 0 layers to edit must be");
    QTest::newRow("layers out of order") << 1 << QStringLiteral("Input: The 2 layers to edit must be");
    QTest::newRow("no such layer") << 2 << QStringLiteral("Input: The model has no layer 7: choose one of 0 to 3.");
    QTest::newRow("no subject") << 3 << QStringLiteral("Input: There are 0 subjects and 2 targets");
    QTest::newRow("a target too few") << 4 << QStringLiteral("Input: There are 2 subjects and 1 targets");
    QTest::newRow("another layer's target")
        << 5 << QStringLiteral("Input: The target of \"bus driver\" was found for other");
    QTest::newRow("no statistics") << 6 << QStringLiteral("Input: The statistics of layer 1 are missing");
    QTest::newRow("a position outside") << 7 << QStringLiteral("Input: Position 9 is outside its text of 2 tokens");
    QTest::newRow("NaN in a target") << 8 << QStringLiteral("Input: The target of \"nurse\" holds NaN");
    QTest::newRow("a subject without text") << 9 << QStringLiteral("Input: \"nurse\" has no text");
    QTest::newRow("singular") << 10 << QStringLiteral("Input: The statistics of layer 1 are singular");
}

void TestLsdm::refusesWhatDoesNotFit()
{
    QFETCH(int, fault);
    QFETCH(QString, begin);
    const auto model = tinyModel(tinyGpt2());
    std::vector<EditSubject> subjects = tinySubjects();
    std::vector<EditTarget> targets = tinyTargets(model, {1});
    Moments moments = tinyMoments(model, {1});
    LsdmSettings settings = settingsOf({1});
    std::vector<TextPlace> kept;
    switch (fault) {
    case 0: settings.layers.clear(); break;
    case 1: settings.layers = {2, 1}; break;
    case 2: settings.layers = {7}; break;
    case 3: subjects.clear(); break;
    case 4: targets.pop_back(); break;
    case 5: targets[1].layer = 2; break;
    case 6: moments.clear(); break;
    case 7: kept = {{{1, 2}, 9}}; break;
    case 8: targets[0].delta[3] = std::nanf(""); break;
    case 9: subjects[0].texts.clear(); break;
    case 10: moments[1].zero_(); break;
    default: break;
    }
    SilentMonitor monitor;
    const QString got = thrown([&] { lsdm(model, subjects, targets, kept, moments, settings, monitor); });
    QVERIFY2(got.startsWith(begin), qPrintable(got));
}

void TestLsdm::refusesAMaskedModel()
{
    const auto model = tinyModel(tinyBert());
    SilentMonitor monitor;
    const QString sentence =
        QStringLiteral("Unsupported: A masked model has no next token to edit by: choose a causal model.");
    QCOMPARE(thrown([&] { readMlp(*model, 1, {{{1, 2}, 1}}, monitor); }), sentence);
    QCOMPARE(thrown([&] { SecondMoment(1, 64).add(*model, tinyCorpus(), monitor); }), sentence);
    QCOMPARE(thrown([&] { lsdm(model, tinySubjects(), {}, {}, {}, settingsOf({1}), monitor); }), sentence);
}

void TestLsdm::aCancelledEditStopsAnywhere()
{
    const auto model = tinyModel(tinyGpt2());
    const std::vector<int> layers{0, 1};
    const std::vector<EditTarget> targets = tinyTargets(model, layers);
    const Moments moments = tinyMoments(model, layers);
    StoppingMonitor counting(1 << 20);
    lsdm(model, tinySubjects(), targets, {}, moments, settingsOf(layers), counting);
    const int steps = (1 << 20) - counting.left();
    QVERIFY(steps > 20);
    for (int at = 0; at < steps; at += 5) {
        StoppingMonitor monitor(at);
        QCOMPARE(thrown([&] { lsdm(model, tinySubjects(), targets, {}, moments, settingsOf(layers), monitor); }),
                 QStringLiteral("Cancelled: cancelled"));
    }
}

QTEST_APPLESS_MAIN(TestLsdm)
#include "TestLsdm.moc"
