// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditLevel.h"
#include "core/analysis/MaskedTraining.h"
#include "core/analysis/TargetScores.h"
#include "tests/support/DirectLoss.h"
#include "tests/support/EveryToken.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

using End = TrainedEdit::End;
using Part = Tick::Part;
const std::string module = "layers.2.mlp.out";

/// Ticks of a level, of rows and weights some.
std::vector<Tick> ticksAt(const Model &model, EditLevel level)
{
    switch (level) {
    case EditLevel::Full: return wholeModel(model);
    case EditLevel::Layer: return wholeLayer(model, 2);
    case EditLevel::Module: return wholeModules(model, {"layers.2.mlp.in", module});
    case EditLevel::Row: return {{"layers.2.attn.k", Part::Rows, {1, 9}}, {module, Part::Rows, {0, 3, 31}}};
    case EditLevel::Weight: return {{"layers.2.attn.v", Part::Weights, {5, 33}}, {module, Part::Weights, {0, 64, 777}}};
    }
    return {};
}

TrainingTexts textsFor(const Model &model, int prompts)
{
    TrainingTexts texts;
    texts.prompts = drawnPrompts(model.spec(), prompts);
    texts.recovery = {everyToken({1, 2, 3, 4, 5, 6}), everyToken({7, 8, 9, 10})};
    return texts;
}

TrainingSettings quick(double rate, int epochs)
{
    TrainingSettings settings;
    settings.rate = rate;
    settings.epochs = epochs;
    settings.batch = 4;
    return settings;
}

TrainedEdit trained(const Model &model, const std::vector<Tick> &ticks, const TrainingTexts &texts,
                    const TrainingSettings &settings)
{
    SilentMonitor monitor;
    return trainMasked(model, ticks, texts, settings, {}, monitor);
}

std::shared_ptr<const Model> after(const std::shared_ptr<const Model> &model, const Edit &edit)
{
    SilentMonitor monitor;
    return edited(model, {{std::make_shared<const Edit>(edit), 1}}, monitor);
}

TargetScore score(const Model &model, const TargetPrompts &prompts)
{
    SilentMonitor monitor;
    return meanOf(targetScores(model, prompts, monitor));
}

/// Which numbers of a parameter are ticked: [rows, in] bool.
at::Tensor maskOf(const Model &model, const std::string &name, const std::vector<Tick> &ticks)
{
    at::Tensor mask = at::zeros_like(weightOf(model, name), at::kBool);
    for (const Tick &tick : ticks) {
        if (tick.parameter != name)
            continue;
        const at::Tensor places = at::tensor(tick.places, at::kLong);
        if (tick.part == Part::All)
            mask.fill_(true);
        else if (tick.part == Part::Rows)
            mask.index_fill_(0, places, true);
        else
            mask.view(-1).index_fill_(0, places, true);
    }
    return mask;
}

} // namespace

class TestMaskedTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void crossEntropyDrivesTheScoreToZero();
    void theLiteralLossCollapses();
    void theScoreItselfCanBeTheLoss();
    void whatIsNotTickedKeepsItsBits_data();
    void whatIsNotTickedKeepsItsBits();
    void sixteenBitWeightsKeepTheirBits();
    void everyLevelLowersTheLoss();
    void aBoundIsKept();
    void theBestEpochIsKept();
    void aDevScoreThatNeverImprovesLeavesTheModel();
    void aDivergingLossStops();
    void itStopsWhenItIsTold();
    void theSameSeedGivesTheSameEdit();
    void theCurveHoldsBothLosses();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void aCancelledTrainingLeavesNothing();
};

void TestMaskedTraining::crossEntropyDrivesTheScoreToZero()
{
    const auto model = tinyModel(tinyGpt2());
    TrainingTexts texts;
    texts.prompts = drawnPrompts(model->spec(), 4);
    QVERIFY(score(*model, texts.prompts).fb > 0.8);
    const TrainedEdit edit = trained(*model, wholeModel(*model), texts, quick(2e-3, 400));
    const TargetScore reached = score(*after(model, edit.edit), texts.prompts);
    QVERIFY2(reached.fb < 0.02, qPrintable(QString::number(reached.fb)));
    QVERIFY(reached.mass > 0.98);
}

void TestMaskedTraining::theLiteralLossCollapses()
{
    const auto model = tinyModel(tinyGpt2());
    TrainingTexts texts;
    texts.prompts = drawnPrompts(model->spec(), 4);
    for (TargetPrompt &prompt : texts.prompts)
        prompt.shareA = prompt.shareB = 0.5;
    TrainingSettings settings = quick(2e-3, 100);
    settings.loss = PromptLoss::Literal;
    const TargetScore reached =
        score(*after(model, trained(*model, wholeModel(*model), texts, settings).edit), texts.prompts);
    QVERIFY2(reached.mass < 1e-3, qPrintable(QString::number(reached.mass)));
    QVERIFY(std::abs(reached.fb - 1) < 1e-3);
}

void TestMaskedTraining::theScoreItselfCanBeTheLoss()
{
    const auto model = tinyModel(tinyLlama());
    TrainingTexts texts;
    texts.prompts = drawnPrompts(model->spec(), 4);
    TrainingSettings settings = quick(2e-3, 200);
    settings.loss = PromptLoss::L1;
    const double before = score(*model, texts.prompts).fb;
    const double reached =
        score(*after(model, trained(*model, wholeModel(*model), texts, settings).edit), texts.prompts).fb;
    QVERIFY2(reached < 0.2 * before, qPrintable(QStringLiteral("%1 -> %2").arg(before).arg(reached)));
}

void TestMaskedTraining::whatIsNotTickedKeepsItsBits_data()
{
    QTest::addColumn<int>("level");
    for (const char *name : {"gpt2", "llama", "neox"})
        for (const EditLevel level :
             {EditLevel::Full, EditLevel::Layer, EditLevel::Module, EditLevel::Row, EditLevel::Weight})
            QTest::addRow("%s %s", name, cw::name(level)) << static_cast<int>(level);
}

void TestMaskedTraining::whatIsNotTickedKeepsItsBits()
{
    QFETCH(int, level);
    const QString family = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    const auto model = tinyModel(family == QLatin1String("gpt2")    ? tinyGpt2()
                                 : family == QLatin1String("llama") ? tinyLlama()
                                                                    : tinyNeox());
    const std::vector<Tick> ticks = ticksAt(*model, static_cast<EditLevel>(level));
    const TrainedEdit edit = trained(*model, ticks, textsFor(*model, 6), quick(1e-3, 2));
    const auto changed = after(model, edit.edit);
    std::int64_t ticked = 0;
    std::int64_t moved = 0;
    for (const ParameterView &view : parameterViews(*model)) {
        const at::Tensor old = weightOf(*model, view.name);
        const at::Tensor now = weightOf(*changed, view.name);
        const at::Tensor mask = maskOf(*model, view.name, ticks);
        QVERIFY2(at::equal(at::where(mask, old, now), old), view.name.c_str());
        ticked += mask.sum().item<std::int64_t>();
        moved += (old != now).sum().item<std::int64_t>();
    }
    QCOMPARE(edit.weights, ticked);
    // All but what the prompts never reach: embeddings of other tokens and positions behind them.
    QVERIFY2(moved > ticked * (level == 0 ? 8 : 9) / 10, qPrintable(QStringLiteral("%1/%2").arg(moved).arg(ticked)));
}

void TestMaskedTraining::sixteenBitWeightsKeepTheirBits()
{
    Parameters parameters = tinyParameters(tinyGpt2());
    for (auto &[name, parameter] : parameters)
        parameter = parameter.to(at::kBFloat16);
    const auto model = std::make_shared<const Model>(tinyGpt2(), parameters);
    const std::vector<Tick> ticks = ticksAt(*model, EditLevel::Row);
    TrainingSettings settings = quick(5e-3, 20);
    const TrainingTexts texts = textsFor(*model, 6);
    const auto changed = after(model, trained(*model, ticks, texts, settings).edit);
    QVERIFY(weightOf(*changed, module).scalar_type() == at::kBFloat16);
    QVERIFY(at::equal(weightOf(*changed, module)[1], weightOf(*model, module)[1]));
    QVERIFY(!at::equal(weightOf(*changed, module)[3], weightOf(*model, module)[3]));
    QVERIFY(at::equal(weightOf(*changed, "layers.2.attn.q"), weightOf(*model, "layers.2.attn.q")));
    QVERIFY(!changed->parameters().at(module).requires_grad());
    QVERIFY(directLoss(*changed, texts.prompts, PromptLoss::CrossEntropy) <
            directLoss(*model, texts.prompts, PromptLoss::CrossEntropy));
}

void TestMaskedTraining::everyLevelLowersTheLoss()
{
    const auto model = tinyModel(tinyLlama());
    TrainingTexts texts;
    texts.prompts = drawnPrompts(model->spec(), 6);
    const double before = directLoss(*model, texts.prompts, PromptLoss::CrossEntropy);
    for (const EditLevel level :
         {EditLevel::Full, EditLevel::Layer, EditLevel::Module, EditLevel::Row, EditLevel::Weight}) {
        const TrainedEdit edit = trained(*model, ticksAt(*model, level), texts, quick(1e-3, 5));
        QVERIFY2(directLoss(*after(model, edit.edit), texts.prompts, PromptLoss::CrossEntropy) < before, name(level));
        QVERIFY(edit.bestEpoch >= 0);
    }
}

void TestMaskedTraining::aBoundIsKept()
{
    const auto model = tinyModel(tinyGpt2());
    TrainingSettings settings = quick(1e-2, 4);
    settings.largestChange = 5e-4;
    const TrainedEdit edit = trained(*model, wholeModules(*model, {module}), textsFor(*model, 6), settings);
    double largest = 0;
    for (const Delta &delta : edit.edit.deltas)
        largest = std::max(largest, delta.values.abs().max().item<double>());
    QVERIFY2(largest <= 5.001e-4 && largest > 4.9e-4, qPrintable(QString::number(largest)));
}

void TestMaskedTraining::theBestEpochIsKept()
{
    const auto model = tinyModel(tinyGpt2());
    TrainingTexts texts = textsFor(*model, 8);
    texts.dev = drawnPrompts(model->spec(), 3);
    TrainingSettings settings = quick(5e-3, 12);
    settings.patience = 3;
    std::vector<TrainingPoint> curve;
    SilentMonitor monitor;
    const TrainedEdit edit = trainMasked(
        *model, ticksAt(*model, EditLevel::Module), texts, settings,
        [&curve](const TrainingPoint &point) { curve.push_back(point); }, monitor);
    const TrainingPoint *best = nullptr;
    for (const TrainingPoint &point : curve)
        if (!std::isnan(point.devFb) &&
            (best == nullptr || point.devFb + point.devRecovery < best->devFb + best->devRecovery))
            best = &point;
    QVERIFY(best != nullptr);
    QCOMPARE(edit.bestEpoch, best->epoch);
    const auto changed = after(model, edit.edit);
    QVERIFY(std::abs(score(*changed, texts.dev).fb - best->devFb) < 1e-4);
    QVERIFY(std::abs(meanLoss(*changed, texts.recovery, monitor) - best->devRecovery) < 1e-4);
    QCOMPARE(curve.front().epoch, -1);
    QVERIFY(std::abs(score(*model, texts.dev).fb - curve.front().devFb) < 1e-5);
}

void TestMaskedTraining::aDevScoreThatNeverImprovesLeavesTheModel()
{
    const auto model = tinyModel(tinyGpt2());
    TrainingTexts texts;
    texts.prompts = drawnPrompts(model->spec(), 4);
    texts.dev = texts.prompts;
    TrainingSettings settings = quick(1e-3, 20);
    settings.loss = PromptLoss::Literal; // the more is learned, the worse the dev score
    const TrainedEdit edit = trained(*model, wholeModel(*model), texts, settings);
    QVERIFY(edit.end == End::NoBetter);
    QCOMPARE(edit.bestEpoch, -1);
    QCOMPARE(edit.steps, std::int64_t{2}); // one step an epoch, two epochs of patience
    QVERIFY(edit.edit.deltas.empty());
    QVERIFY(after(model, edit.edit) == model);
}

void TestMaskedTraining::aDivergingLossStops()
{
    const auto model = tinyModel(tinyGpt2());
    for (const double rate : {100.0, 1e18, 1e30}) {
        TrainingTexts texts = textsFor(*model, rate < 1e20 ? 8 : 4); // two steps an epoch, or one
        const TrainedEdit edit = trained(*model, wholeModel(*model), texts, quick(rate, 50));
        QVERIFY(edit.end == End::Diverged);
        QVERIFY(edit.steps < 20);
        const auto changed = after(model, edit.edit);
        QVERIFY(directLoss(*changed, texts.prompts, PromptLoss::CrossEntropy) <=
                directLoss(*model, texts.prompts, PromptLoss::CrossEntropy));
    }
}

void TestMaskedTraining::itStopsWhenItIsTold()
{
    const auto model = tinyModel(tinyGpt2());
    TrainingSettings settings = quick(1e-4, 9);
    settings.steps = 3;
    TrainedEdit edit = trained(*model, wholeLayer(*model, 2), textsFor(*model, 8), settings);
    QVERIFY(edit.end == End::Steps);
    QCOMPARE(edit.steps, std::int64_t{3});
    settings.steps = 0;
    settings.lossEnough = 100;
    edit = trained(*model, wholeLayer(*model, 2), textsFor(*model, 8), settings);
    QVERIFY(edit.end == End::LossEnough);
    QCOMPARE(edit.steps, std::int64_t{1});
    settings.lossEnough = 0;
    edit = trained(*model, wholeLayer(*model, 2), textsFor(*model, 8), settings);
    QVERIFY(edit.end == End::Epochs);
    QCOMPARE(edit.steps, std::int64_t{18});
}

void TestMaskedTraining::theSameSeedGivesTheSameEdit()
{
    const auto model = tinyModel(tinyGpt2());
    TrainingSettings settings = quick(1e-3, 2);
    const auto ticks = ticksAt(*model, EditLevel::Row);
    const auto values = [&] { return trained(*model, ticks, textsFor(*model, 9), settings).edit.deltas.back().values; };
    const at::Tensor one = values();
    QVERIFY(at::equal(values(), one));
    settings.seed = 1;
    QVERIFY(!at::equal(values(), one));
}

void TestMaskedTraining::theCurveHoldsBothLosses()
{
    const auto model = tinyModel(tinyLlama());
    const TrainingTexts texts = textsFor(*model, 2);
    SilentMonitor monitor;
    std::vector<TrainingPoint> curve;
    TrainingSettings settings = quick(1e-6, 1);
    settings.recoveryPerStep = 2;
    trainMasked(
        *model, ticksAt(*model, EditLevel::Weight), texts, settings,
        [&curve](const TrainingPoint &point) { curve.push_back(point); }, monitor);
    QCOMPARE(curve.size(), std::size_t{1});
    QVERIFY(std::abs(curve[0].recovery - meanLoss(*model, texts.recovery, monitor)) < 1e-5);
    QVERIFY(std::abs(curve[0].loss - directLoss(*model, texts.prompts, PromptLoss::CrossEntropy)) < 1e-5);
}

void TestMaskedTraining::badInputIsRefused_data()
{
    QTest::addColumn<QString>("what");
    for (const char *name :
         {"no prompts", "no ticks", "empty rows", "no such parameter", "a row too many", "no rate", "no epochs",
          "no batch", "a short text", "a dev prompt that is none", "a negative bound", "no weight"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestMaskedTraining::badInputIsRefused()
{
    QFETCH(QString, what);
    const auto is = [&what](const char *name) { return what == QLatin1String(name); };
    const auto model = tinyModel(tinyGpt2());
    TrainingTexts texts = textsFor(*model, 3);
    TrainingSettings settings = quick(is("no rate") ? 0 : 1e-3, is("no epochs") ? 0 : 1);
    std::vector<Tick> ticks = ticksAt(*model, EditLevel::Row);
    if (is("no prompts"))
        texts.prompts.clear();
    if (is("no ticks"))
        ticks.clear();
    if (is("empty rows"))
        ticks = {{module, Part::Rows, {}}};
    if (is("no such parameter"))
        ticks = {{"layers.2.mlp.none", Part::All, {}}};
    if (is("a row too many"))
        ticks = {{module, Part::Rows, {32}}};
    if (is("no batch"))
        settings.batch = 0;
    if (is("a short text"))
        texts.recovery.push_back({{1}, {}});
    if (is("a dev prompt that is none"))
        texts.dev = {{{}, 1, 2, 0.5, 0.5}};
    if (is("a negative bound"))
        settings.largestChange = -1;
    if (is("no weight"))
        settings.recoveryWeight = std::nan("");
    const auto error = errorOf([&] { trained(*model, ticks, texts, settings); });
    QVERIFY(error);
    QCOMPARE(error->kind(), Error::Kind::Input);
    QCOMPARE(errorOf([] { trained(*tinyModel(tinyBert()), {}, {}, {}); })->kind(), Error::Kind::Unsupported);
}

void TestMaskedTraining::aCancelledTrainingLeavesNothing()
{
    const auto model = tinyModel(tinyGpt2());
    Parameters before;
    for (const auto &[name, parameter] : model->parameters())
        before[name] = parameter.clone();
    const TrainingTexts texts = textsFor(*model, 8);
    for (const int steps : {0, 3, 20, 60}) {
        StoppingMonitor monitor(steps);
        const auto error =
            errorOf([&] { trainMasked(*model, wholeModel(*model), texts, quick(1e-2, 9), {}, monitor); });
        QVERIFY(error);
        QCOMPARE(error->kind(), Error::Kind::Cancelled);
    }
    for (const auto &[name, parameter] : model->parameters()) {
        QVERIFY(at::equal(parameter, before.at(name)));
        QVERIFY(!parameter.requires_grad());
    }
}

QTEST_APPLESS_MAIN(TestMaskedTraining)
#include "TestMaskedTraining.moc"
