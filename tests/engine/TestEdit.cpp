// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Edit.h"
#include "core/engine/Error.h"
#include "core/engine/Forward.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

const std::string module = "layers.1.mlp.out";

std::shared_ptr<const Edit> edit(std::vector<Delta> deltas)
{
    return std::make_shared<const Edit>(Edit{std::move(deltas)});
}

std::shared_ptr<const Model> applied(const std::shared_ptr<const Model> &base, const ActiveEdits &edits)
{
    SilentMonitor monitor;
    return edited(base, edits, monitor);
}

/// One change in each of the four forms, and what it is as a whole.
std::vector<std::pair<Delta, at::Tensor>> ofEachForm(const ParameterView &view)
{
    at::Generator random = at::detail::createCPUGenerator(5);
    const auto drawn = [&random](std::vector<std::int64_t> shape) { return at::randn(shape, random); };
    const at::Tensor all = drawn(view.shape);
    const at::Tensor left = drawn({view.rows(), 2});
    const at::Tensor right = drawn({2, view.columns()});
    const at::Tensor rows = drawn({2, view.columns()});
    at::Tensor byRows = at::zeros(view.shape);
    byRows[1] = rows[0];
    byRows[view.rows() - 1] = rows[1];
    const at::Tensor places = at::tensor({std::int64_t{0}, view.columns() + 1, view.rows() * view.columns() - 1});
    const at::Tensor single = drawn({3});
    const at::Tensor bySingle = at::zeros({view.rows() * view.columns()}).index_copy(0, places, single);
    return {{Delta::dense(view.name, all), all},
            {Delta::lowRank(view.name, left, right), at::mm(left, right)},
            {Delta::ofRows(view.name, {1, view.rows() - 1}, rows), byRows},
            {Delta::sparse(view.name, places, single), bySingle.view(view.shape)}};
}

} // namespace

class TestEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsEachForm();
    void givesAnyRowsOfEachForm();
    void addsUpInAnyOrder();
    void reachesTheRowsOfAFusedMap();
    void sharesWhatItDoesNotChange();
    void leavesBitsWhereNothingChanges();
    void roundsOnceToTheStoredType();
    void withoutStrengthIsTheBase();
    void changesABias();
    void findsTheShortestForm();
    void refuses_data();
    void refuses();
    void refusesWhatTheTypeCannotHold();
    void canBeInterrupted();
};

void TestEdit::addsEachForm()
{
    const auto base = tinyModel(tinyGpt2());
    const ParameterView view = parameterView(base->spec(), module);
    const at::Tensor old = base->parameters().at(module);
    for (const auto &[delta, whole] : ofEachForm(view)) {
        QVERIFY2(at::allclose(wholeDelta(delta, view).to(at::kFloat), whole, 1e-6, 1e-6), name(delta.form));
        const auto changed = applied(base, {{edit({delta}), 0.5}});
        const at::Tensor wanted = (old.to(at::kDouble) + 0.5 * wholeDelta(delta, view)).to(at::kFloat);
        QVERIFY2(at::equal(changed->parameters().at(module), wanted), name(delta.form));
    }
}

void TestEdit::givesAnyRowsOfEachForm()
{
    const ParameterView view = parameterView(tinyGpt2(), module);
    for (const std::vector<std::int64_t> &some :
         {std::vector<std::int64_t>{0, 5, view.rows() - 1}, {0, 2, 3}, {4, 5}, {1}}) {
        const at::Tensor rows = at::tensor(some, at::kLong);
        for (const auto &[delta, whole] : ofEachForm(view)) {
            at::Tensor block = at::zeros({rows.numel(), view.columns()}, at::kDouble);
            addTo(block, delta, 2, rows);
            QVERIFY2(at::allclose(block.to(at::kFloat), 2 * whole.index_select(0, rows), 1e-6, 1e-6), name(delta.form));
        }
    }
}

void TestEdit::addsUpInAnyOrder()
{
    const auto base = tinyModel(tinyLlama());
    const auto forms = ofEachForm(parameterView(base->spec(), module));
    ActiveEdits edits;
    for (const auto &form : forms)
        edits.push_back({edit({form.first}), 1.0 / static_cast<double>(1 + edits.size())});
    const at::Tensor there = applied(base, edits)->parameters().at(module);
    std::reverse(edits.begin(), edits.end());
    QVERIFY(at::equal(applied(base, edits)->parameters().at(module), there));
    QVERIFY(!at::equal(base->parameters().at(module), there));
}

void TestEdit::reachesTheRowsOfAFusedMap()
{
    const auto base = tinyModel(tinyNeox());
    const ParameterView view = parameterView(base->spec(), "layers.2.attn.k");
    const at::Tensor values = at::ones({1, view.columns()});
    const auto changed = applied(base, {{edit({Delta::ofRows(view.name, {3}, values)}), 2}});
    const at::Tensor difference =
        changed->parameters().at("layers.2.attn.qkv") - base->parameters().at("layers.2.attn.qkv");
    const at::Tensor touched = at::nonzero(difference.abs().sum(1)).flatten();
    QCOMPARE(touched.numel(), std::int64_t{1});
    QCOMPARE(touched.item<std::int64_t>(), view.storedRow(3));
    QVERIFY(at::allclose(difference[view.storedRow(3)], at::full({view.columns()}, 2.0F), 0, 1e-5));
}

void TestEdit::sharesWhatItDoesNotChange()
{
    const auto base = tinyModel(tinyGpt2());
    textLogits(*base, {1, 2, 3});
    const auto forms = ofEachForm(parameterView(base->spec(), module));
    const auto changed = applied(base, {{edit({forms.front().first}), 1}});
    for (const auto &[name, parameter] : base->parameters())
        QCOMPARE(changed->parameters().at(name).is_same(parameter), name != module);
    QVERIFY(changed->layer(0).mlpOut.weight.is_same(base->layer(0).mlpOut.weight));
    // The converted layer that was changed is not the base's.
    QVERIFY(!at::allclose(textLogits(*changed, {1, 2, 3}), textLogits(*base, {1, 2, 3})));
}

void TestEdit::leavesBitsWhereNothingChanges()
{
    Parameters parameters = tinyParameters(tinyGpt2());
    parameters.at(module)[0].fill_(-0.0F);
    const auto base = std::make_shared<const Model>(tinyGpt2(), parameters);
    const ParameterView view = parameterView(base->spec(), module);
    at::Tensor values = at::zeros(view.shape);
    values[1] = 1;
    const auto changed = applied(base, {{edit({Delta::dense(module, values)}), 1}});
    // A sum would make +0 of -0.
    QVERIFY(changed->parameters().at(module)[0].signbit().all().item<bool>());
    // Two edits that cancel one another leave the base's numbers.
    const auto back =
        applied(base, {{edit({Delta::dense(module, values)}), 1}, {edit({Delta::dense(module, values)}), -1}});
    QVERIFY(at::equal(back->parameters().at(module), base->parameters().at(module)));
}

void TestEdit::roundsOnceToTheStoredType()
{
    Parameters parameters = tinyParameters(tinyGpt2());
    parameters.at(module) = parameters.at(module).to(at::kBFloat16);
    const auto base = std::make_shared<const Model>(tinyGpt2(), parameters);
    const ParameterView view = parameterView(base->spec(), module);
    const Delta small = Delta::dense(module, at::full(view.shape, 1e-4F));
    const auto changed = applied(base, {{edit({small}), 0.5}, {edit({small}), 0.5}});
    const at::Tensor wanted = (base->parameters().at(module).to(at::kDouble) + wholeDelta(small, view)).to(at::kFloat);
    QCOMPARE(changed->parameters().at(module).scalar_type(), at::kBFloat16);
    QVERIFY(at::equal(changed->parameters().at(module), wanted.to(at::kBFloat16)));
}

void TestEdit::withoutStrengthIsTheBase()
{
    const auto base = tinyModel(tinyGpt2());
    const auto forms = ofEachForm(parameterView(base->spec(), module));
    QCOMPARE(applied(base, {{edit({forms.front().first}), 0}}), base);
    QCOMPARE(applied(base, {}), base);
}

void TestEdit::changesABias()
{
    const auto base = tinyModel(tinyGpt2());
    const std::string bias = "layers.0.attn.v.bias";
    const ParameterView view = parameterView(base->spec(), bias);
    const auto changed = applied(base, {{edit({Delta::ofRows(bias, {0, 2}, at::tensor({1.0F, -1.0F}))}), 1}});
    const at::Tensor difference = changed->parameters().at(view.stored) - base->parameters().at(view.stored);
    at::Tensor wanted = at::zeros_like(difference);
    wanted[view.storedRow(0)] = 1;
    wanted[view.storedRow(2)] = -1;
    QVERIFY(at::allclose(difference, wanted, 0, 1e-6));
}

void TestEdit::findsTheShortestForm()
{
    const ParameterView view = parameterView(tinyGpt2(), module);
    for (const auto &[delta, whole] : ofEachForm(view)) {
        const Delta found = shortest(view, allRows(view), wholeDelta(delta, view));
        const Delta::Form wanted = delta.form == Delta::Form::LowRank ? Delta::Form::Dense : delta.form;
        QCOMPARE(name(found.form), name(wanted));
        QVERIFY(at::allclose(wholeDelta(found, view).to(at::kFloat), whole, 1e-6, 1e-6));
    }
}

void TestEdit::refuses_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("another shape") << 0;
    QTest::newRow("another type") << 1;
    QTest::newRow("rows out of range") << 2;
    QTest::newRow("rows out of order") << 3;
    QTest::newRow("NaN") << 4;
    QTest::newRow("no such parameter") << 5;
    QTest::newRow("low rank of a vector") << 6;
    QTest::newRow("negative places") << 7;
}

void TestEdit::refuses()
{
    QFETCH(int, kind);
    const auto base = tinyModel(tinyGpt2());
    const ParameterView view = parameterView(base->spec(), module);
    const at::Tensor row = at::ones({1, view.columns()});
    const at::Tensor two = at::ones({2, view.columns()});
    const std::vector<Delta> wrong{Delta::dense(module, at::ones({view.columns(), view.rows() + 1})),
                                   Delta::dense(module, at::ones(view.shape, at::kDouble)),
                                   Delta::ofRows(module, {view.rows()}, row),
                                   Delta::ofRows(module, {2, 1}, two),
                                   Delta::ofRows(module, {0}, row * std::numeric_limits<float>::quiet_NaN()),
                                   Delta::dense("layers.0.mlp.gate", at::ones(view.shape)),
                                   Delta::lowRank("norm", at::ones({view.rows(), 1}), at::ones({1, 1})),
                                   Delta::sparse(module, at::tensor({std::int64_t{-1}}), at::ones({1}))};
    const Delta &delta = wrong[static_cast<std::size_t>(kind)];
    try {
        applied(base, {{edit({delta}), 1}});
        QFAIL("it was taken");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Input);
        QCOMPARE(error.arguments(), std::vector<std::string>{delta.parameter});
    }
}

void TestEdit::refusesWhatTheTypeCannotHold()
{
    Parameters parameters = tinyParameters(tinyGpt2());
    parameters.at(module) = parameters.at(module).to(at::kHalf);
    const auto base = std::make_shared<const Model>(tinyGpt2(), parameters);
    const Delta delta = Delta::dense(module, at::full(parameterView(base->spec(), module).shape, 7e4F));
    QVERIFY_THROWS_EXCEPTION(Error, applied(base, {{edit({delta}), 1}}));
    QVERIFY(applied(base, {{edit({delta}), 0.1}}) != base);
}

void TestEdit::canBeInterrupted()
{
    StoppingMonitor monitor(0);
    const auto base = tinyModel(tinyGpt2());
    const auto forms = ofEachForm(parameterView(base->spec(), module));
    QVERIFY_THROWS_EXCEPTION(Error, edited(base, {{edit({forms.front().first}), 1}}, monitor));
}

QTEST_APPLESS_MAIN(TestEdit)
#include "TestEdit.moc"
