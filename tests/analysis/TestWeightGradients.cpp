// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/WeightGradients.h"
#include "core/engine/ParameterRows.h"
#include "tests/support/DirectLoss.h"
#include "tests/support/TinyModel.h"

#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

std::vector<ModuleGradients> found(const Model &model, const TargetPrompts &prompts)
{
    std::vector<ModuleGradients> all;
    SilentMonitor monitor;
    weightGradients(
        model, prompts, [&all](const ModuleGradients &each) { all.push_back(each); }, monitor);
    return all;
}

/// How the loss of the definition changes with one weight, by moving it up and down.
double slope(const Model &model, const TargetPrompts &prompts, const ParameterView &view, std::int64_t row,
             std::int64_t column)
{
    constexpr double step = 2e-2;
    double losses[2];
    for (const int side : {0, 1}) {
        at::Tensor moved = model.parameters().at(view.stored).clone();
        moved[view.storedRow(row)][column] += side == 0 ? -step : step;
        losses[side] = directLoss(Model(model, {{view.stored, moved}}), prompts, PromptLoss::CrossEntropy);
    }
    return (losses[1] - losses[0]) / (2 * step);
}

} // namespace

/// Gradients of all modules against the loss as it is defined.
class TestWeightGradients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyModuleHasItsOwn_data();
    void everyModuleHasItsOwn();
    void normsAreThoseOfTheSlopes_data();
    void normsAreThoseOfTheSlopes();
    void promptsCanBeTakenTogether();
    void itStops();
    void badPromptsAreRefused();
};

void TestWeightGradients::everyModuleHasItsOwn_data()
{
    QTest::addColumn<bool>("isLlama");
    QTest::newRow("stacked queries, keys and values, tied head") << false;
    QTest::newRow("gated, maps of their own") << true;
}

void TestWeightGradients::everyModuleHasItsOwn()
{
    QFETCH(bool, isLlama);
    const auto model = tinyModel(isLlama ? tinyLlama(2) : tinyGpt2(2));
    const std::vector<ModuleGradients> all = found(*model, drawnPrompts(model->spec(), 5));
    const std::vector<ParameterView> expected = modules(model->spec());
    QCOMPARE(all.size(), expected.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i].module, expected[i].name);
        QCOMPARE(all[i].rows.size(), static_cast<std::size_t>(expected[i].rows()));
        QCOMPARE(all[i].columns.size(), static_cast<std::size_t>(expected[i].columns()));
        double rows = 0;
        double columns = 0;
        for (const float norm : all[i].rows)
            rows += double{norm} * double{norm};
        for (const float norm : all[i].columns)
            columns += double{norm} * double{norm};
        QVERIFY2(rows > 0 && std::abs(rows - columns) <= 1e-4 * rows, all[i].module.c_str());
    }
}

void TestWeightGradients::normsAreThoseOfTheSlopes_data()
{
    QTest::addColumn<QString>("module");
    QTest::addColumn<int>("row");
    QTest::newRow("keys in a stack") << QStringLiteral("layers.0.attn.k") << 2;
    QTest::newRow("into the MLP") << QStringLiteral("layers.1.mlp.in") << 3;
    QTest::newRow("out of the MLP") << QStringLiteral("layers.0.mlp.out") << 1;
    QTest::newRow("embedding, read and written") << QStringLiteral("embed") << 11;
}

void TestWeightGradients::normsAreThoseOfTheSlopes()
{
    QFETCH(QString, module);
    QFETCH(int, row);
    const auto model = tinyModel(tinyGpt2(2));
    const TargetPrompts prompts = drawnPrompts(model->spec(), 4);
    const ParameterView view = parameterView(*model, module.toStdString());
    double expected = 0;
    for (std::int64_t column = 0; column < view.columns(); ++column)
        expected += std::pow(slope(*model, prompts, view, row, column), 2);
    expected = std::sqrt(expected);
    for (const ModuleGradients &each : found(*model, prompts))
        if (each.module == view.name) {
            const double norm = each.rows[static_cast<std::size_t>(row)];
            QVERIFY2(std::abs(norm - expected) <= 0.02 * expected, qPrintable(QString::number(norm / expected)));
            return;
        }
    QFAIL("no such module");
}

/// More prompts than are differentiated at once: the mean over all of them.
void TestWeightGradients::promptsCanBeTakenTogether()
{
    const auto model = tinyModel(tinyGpt2(2));
    const TargetPrompts few = drawnPrompts(model->spec(), 12);
    TargetPrompts twice = few;
    twice.insert(twice.end(), few.begin(), few.end());
    const std::vector<ModuleGradients> once = found(*model, few);
    const std::vector<ModuleGradients> both = found(*model, twice);
    for (std::size_t i = 0; i < once.size(); ++i)
        for (std::size_t row = 0; row < once[i].rows.size(); ++row)
            QVERIFY(std::abs(once[i].rows[row] - both[i].rows[row]) <= 1e-4F * once[i].rows[row] + 1e-7F);
}

void TestWeightGradients::itStops()
{
    const auto model = tinyModel(tinyGpt2(2));
    StoppingMonitor monitor(4);
    const auto error = errorOf([&] {
        weightGradients(
            *model, drawnPrompts(model->spec(), 40), [](const ModuleGradients &) { QFAIL("nothing is ready yet"); },
            monitor);
    });
    QVERIFY(error && error->kind() == Error::Kind::Cancelled);
}

void TestWeightGradients::badPromptsAreRefused()
{
    const auto causal = tinyModel(tinyGpt2(2));
    const auto none = errorOf([&] { found(*causal, {}); });
    QVERIFY(none && none->kind() == Error::Kind::Input);
    const auto masked = tinyModel(tinyBert(2));
    const auto unsupported = errorOf([&] { found(*masked, drawnPrompts(masked->spec(), 3)); });
    QVERIFY(unsupported && unsupported->kind() == Error::Kind::Unsupported);
}

QTEST_GUILESS_MAIN(TestWeightGradients)
#include "TestWeightGradients.moc"
