// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditLedger.h"
#include "core/analysis/TickedEdit.h"
#include "core/engine/Error.h"
#include "core/engine/Forward.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/Steps.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace cw;

namespace {

using Kind = TickChange::Kind;

const std::string module = "layers.1.mlp.out";

TickWords rowsTicked()
{
    return {{}, {}, {module + ":1,3"}, {}, {}};
}

Edit made(const std::shared_ptr<const Model> &model, const TickWords &words, const TickChange &change)
{
    SilentMonitor monitor;
    const NeuronSide side = change.kind == Kind::Toward ? NeuronSide::Both : NeuronSide::Out;
    return tickedEdit(*model, ticksOf(words, side, *model), change, monitor);
}

std::shared_ptr<const Model> after(const std::shared_ptr<const Model> &model, const Edit &edit, double strength = 1)
{
    SilentMonitor monitor;
    return edited(model, {{std::make_shared<const Edit>(edit), strength}}, monitor);
}

at::Tensor weight(const std::shared_ptr<const Model> &model, const std::string &name)
{
    const ParameterView view = parameterView(*model, name);
    return rowsOf(*model, view, allRows(view));
}

} // namespace

class TestTickedEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void zeroesRowsAndNothingElse();
    void scalesANeuronsColumnOnly();
    void setsRowsToTheMeanRow();
    void setsWeightsToTheirRowsMean();
    void movesTowardAReference();
    void movesANeuronTowardAReferenceOnBothSides();
    void attenuatesTheDirection();
    void attenuatesOnlyTheRowsTicked();
    void theHeadsDirectionPartsTwoTokens_data();
    void theHeadsDirectionPartsTwoTokens();
    void takesRowsBeforeColumnsBeforeWeights();
    void keepsTheShortestForm();
    void refusesWhatHasNoEffect();
    void refusesAReferenceOfAnotherShape();
    void refusesToAttenuateWhatReadsTheStream();
    void theLedgerCountsWhatSurvived();
};

void TestTickedEdit::zeroesRowsAndNothingElse()
{
    const auto base = tinyModel(tinyGpt2());
    const at::Tensor wanted = weight(base, module).clone().index_fill_(0, at::tensor({1, 3}, at::kLong), 0);
    const auto changed = after(base, made(base, rowsTicked(), {Kind::Zero}));
    QVERIFY(at::equal(weight(changed, module), wanted));
    QVERIFY(at::equal(weight(changed, module + ".bias"), weight(base, module + ".bias")));
}

void TestTickedEdit::scalesANeuronsColumnOnly()
{
    const auto base = tinyModel(tinyLlama());
    const Edit edit = made(base, {{}, {}, {}, {"layers.1:2"}, {}}, {Kind::Scale, 0.25});
    QCOMPARE(edit.deltas.size(), std::size_t{1});
    at::Tensor wanted = weight(base, module).clone();
    wanted.select(1, 2).mul_(0.25);
    QVERIFY(at::allclose(weight(after(base, edit), module), wanted, 0, 1e-7));
}

void TestTickedEdit::setsRowsToTheMeanRow()
{
    const auto base = tinyModel(tinyGpt2());
    const at::Tensor changed = weight(after(base, made(base, rowsTicked(), {Kind::Mean})), module);
    const at::Tensor mean = weight(base, module).to(at::kDouble).mean(0).to(at::kFloat);
    QVERIFY(at::allclose(changed[1], mean, 0, 1e-6));
    QVERIFY(at::allclose(changed[3], mean, 0, 1e-6));
    QVERIFY(at::equal(changed[2], weight(base, module)[2]));
}

void TestTickedEdit::setsWeightsToTheirRowsMean()
{
    const auto base = tinyModel(tinyGpt2());
    const Edit edit = made(base, {{}, {}, {}, {}, {module + ":2/5"}}, {Kind::Mean});
    at::Tensor wanted = weight(base, module).clone();
    wanted[2][5] = wanted[2].mean();
    QVERIFY(at::allclose(weight(after(base, edit), module), wanted, 0, 1e-6));
    QCOMPARE(name(edit.deltas.front().form), "sparse");
}

void TestTickedEdit::movesTowardAReference()
{
    const auto base = tinyModel(tinyGpt2(), 1);
    TickChange change{Kind::Toward, 1};
    change.reference = tinyModel(tinyGpt2(), 2);
    const auto changed = after(base, made(base, {{}, {module}, {}, {}, {}}, change));
    QVERIFY(at::allclose(weight(changed, module), weight(change.reference, module), 1e-6, 1e-7));
    // The strength of the edit goes the way in part.
    const auto half = after(base, made(base, {{}, {module}, {}, {}, {}}, change), 0.5);
    QVERIFY(
        at::allclose(weight(half, module), (weight(base, module) + weight(change.reference, module)) / 2, 1e-5, 1e-6));
}

void TestTickedEdit::movesANeuronTowardAReferenceOnBothSides()
{
    const auto base = tinyModel(tinyLlama(), 1);
    TickChange change{Kind::Toward, 1};
    change.reference = tinyModel(tinyLlama(), 2);
    const auto changed = after(base, made(base, {{}, {}, {}, {"layers.1:4"}, {}}, change));
    for (const char *map : {"layers.1.mlp.in", "layers.1.mlp.gate"}) {
        QVERIFY(at::allclose(weight(changed, map)[4], weight(change.reference, map)[4], 1e-6, 1e-7));
        QVERIFY(at::equal(weight(changed, map)[5], weight(base, map)[5]));
    }
    QVERIFY(
        at::allclose(weight(changed, module).select(1, 4), weight(change.reference, module).select(1, 4), 1e-6, 1e-7));
}

void TestTickedEdit::attenuatesTheDirection()
{
    const auto base = tinyModel(tinyGpt2());
    TickChange change{Kind::Attenuate, 1};
    change.direction = headDirection(*base, 5, 9);
    const Edit edit = made(base, {{}, {module}, {}, {}, {}}, change);
    QCOMPARE(name(edit.deltas.front().form), "lowrank");
    const at::Tensor left = at::mv(weight(after(base, edit), module).t(), change.direction);
    const at::Tensor before = at::mv(weight(base, module).t(), change.direction);
    QVERIFY(before.abs().max().item<float>() > 0.01F);
    QVERIFY(left.abs().max().item<float>() < 1e-5F);
}

void TestTickedEdit::attenuatesOnlyTheRowsTicked()
{
    const auto base = tinyModel(tinyGpt2());
    TickChange change{Kind::Attenuate, 0.5};
    change.direction = headDirection(*base, 5, 9);
    const at::Tensor u = change.direction.unsqueeze(1);
    const at::Tensor whole = weight(base, module) - 0.5 * at::mm(u, at::mm(u.t(), weight(base, module)));
    const at::Tensor changed = weight(after(base, made(base, rowsTicked(), change)), module);
    QVERIFY(at::allclose(changed[1], whole[1], 1e-5, 1e-6));
    QVERIFY(at::equal(changed[2], weight(base, module)[2]));
}

void TestTickedEdit::theHeadsDirectionPartsTwoTokens_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("gpt2") << 0;
    QTest::newRow("llama") << 1;
    QTest::newRow("neox") << 2;
}

void TestTickedEdit::theHeadsDirectionPartsTwoTokens()
{
    QFETCH(int, kind);
    const auto model = tinyModel(kind == 0 ? tinyGpt2() : kind == 1 ? tinyLlama() : tinyNeox());
    const at::Tensor u = headDirection(*model, 5, 9);
    QVERIFY(qAbs(u.norm().item<double>() - 1) < 1e-5);
    // Two streams whose norms' outputs differ along head[5] - head[9]: a step along u moves no other linear read-out
    // more, so the gap of the two logits grows with it.
    const at::Tensor x = at::randn({1, model->spec().width});
    const at::Tensor before = logits(*model, x)[0];
    const at::Tensor behind = logits(*model, x + 0.1 * u)[0];
    QVERIFY((behind[5] - behind[9]).item<float>() > (before[5] - before[9]).item<float>());
}

void TestTickedEdit::takesRowsBeforeColumnsBeforeWeights()
{
    const auto base = tinyModel(tinyGpt2());
    const Edit edit = made(base, {{}, {}, {module + ":1"}, {"layers.1:2"}, {module + ":1/2"}}, {Kind::Mean});
    const at::Tensor old = weight(base, module);
    const at::Tensor changed = weight(after(base, edit), module);
    QVERIFY(at::allclose(changed[1], old.mean(0), 0, 1e-6));
    QVERIFY(at::allclose(changed[4][2], old[4].mean(), 0, 1e-6));
    QVERIFY(at::equal(changed[4][3], old[4][3]));
}

void TestTickedEdit::keepsTheShortestForm()
{
    const auto base = tinyModel(tinyGpt2());
    QCOMPARE(name(made(base, rowsTicked(), {Kind::Zero}).deltas.front().form), "rows");
    QCOMPARE(name(made(base, {{}, {module}, {}, {}, {}}, {Kind::Scale, 2}).deltas.front().form), "dense");
    QCOMPARE(name(made(base, {{}, {}, {}, {"layers.1:2"}, {}}, {Kind::Zero}).deltas.front().form), "sparse");
}

void TestTickedEdit::refusesWhatHasNoEffect()
{
    const auto base = tinyModel(tinyGpt2());
    QVERIFY_THROWS_EXCEPTION(Error, made(base, rowsTicked(), {Kind::Scale, 1}));
    TickChange change{Kind::Toward, 1};
    change.reference = base;
    QVERIFY_THROWS_EXCEPTION(Error, made(base, rowsTicked(), change));
    // As a control it is an edit that leaves everything as it is.
    SilentMonitor monitor;
    const Edit none = tickedChange(*base, ticksOf(rowsTicked(), NeuronSide::Out, *base), change, monitor);
    QVERIFY(none.deltas.empty());
    QVERIFY(at::equal(weight(after(base, none), module), weight(base, module)));
}

void TestTickedEdit::refusesAReferenceOfAnotherShape()
{
    const auto base = tinyModel(tinyGpt2());
    ModelSpec wide = tinyGpt2();
    wide.hidden *= 2;
    TickChange change{Kind::Toward, 1};
    change.reference = tinyModel(wide);
    try {
        made(base, rowsTicked(), change);
        QFAIL("it was taken");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Input);
        QCOMPARE(error.arguments(), std::vector<std::string>{module});
    }
}

void TestTickedEdit::refusesToAttenuateWhatReadsTheStream()
{
    const auto base = tinyModel(tinyGpt2());
    TickChange change{Kind::Attenuate, 1};
    change.direction = headDirection(*base, 5, 9);
    QVERIFY_THROWS_EXCEPTION(Error, made(base, {{}, {"layers.1.mlp.in"}, {}, {}, {}}, change));
    QVERIFY_THROWS_EXCEPTION(Error, headDirection(*base, 5, 5));
    QVERIFY_THROWS_EXCEPTION(Error, headDirection(*tinyModel(tinyBert()), 5, 9));
}

void TestTickedEdit::theLedgerCountsWhatSurvived()
{
    Parameters parameters = tinyParameters(tinyGpt2());
    parameters.at(module) = parameters.at(module).to(at::kBFloat16);
    const auto base = std::make_shared<const Model>(tinyGpt2(), parameters);
    const auto edit = std::make_shared<const Edit>(made(base, rowsTicked(), {Kind::Scale, 1.5}));
    SilentMonitor monitor;
    const ActiveEdits all{{edit, 1}};
    const EditLedger ledger = ledgerOf(*base, *edited(base, all, monitor), all);
    QCOMPARE(ledger.lines.size(), std::size_t{1});
    const LedgerLine &line = ledger.lines.front();
    QCOMPARE(line.rows, std::int64_t{2});
    QCOMPARE(line.asked, 2 * std::int64_t{base->spec().hidden});
    QCOMPARE(line.changed, line.asked);
    QVERIFY(qAbs(line.changedNorm / line.askedNorm - 1) < 0.01);
    QVERIFY(qAbs(line.askedNorm - 0.5 * weight(base, module)
                                            .to(at::kDouble)
                                            .index_select(0, at::tensor({1, 3}, at::kLong))
                                            .norm()
                                            .item<double>()) < 1e-5);
    QVERIFY(ledger.share() > 0 && ledger.share() < 0.1);
    // What is too small for the type is asked for and lost.
    const auto tiny = std::make_shared<const Edit>(made(base, rowsTicked(), {Kind::Scale, 1.0001}));
    const ActiveEdits lost{{tiny, 1}};
    const EditLedger nothing = ledgerOf(*base, *edited(base, lost, monitor), lost);
    QVERIFY(nothing.asked() > 0);
    QCOMPARE(nothing.changed(), std::int64_t{0});
}

QTEST_APPLESS_MAIN(TestTickedEdit)
#include "TestTickedEdit.moc"
