// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Error.h"
#include "core/engine/ParameterView.h"
#include "core/engine/Steps.h"
#include "tests/support/TinyModel.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace cw;

class TestParameterView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seesAFusedMapAsItsModules_data();
    void seesAFusedMapAsItsModules();
    void coversEveryStoredRowOnce_data() { seesAFusedMapAsItsModules_data(); }
    void coversEveryStoredRowOnce();
    void listsModulesInTheOrderOfThePass();
    void aTiedHeadIsTheEmbedding();
    void refusesANameThatIsNone();
    void knowsTheLayer();
};

namespace {

ModelSpec codegenLike()
{
    ModelSpec spec = tinyNeox();
    spec.qkvGroups = 2;
    spec.valuesBeforeKeys = true;
    return spec;
}

/// The rows of a view, gathered from where they lie.
at::Tensor gathered(const ParameterView &view, const at::Tensor &stored)
{
    std::vector<at::Tensor> rows;
    for (std::int64_t row = 0; row < view.rows(); ++row)
        rows.push_back(stored[view.storedRow(row)]);
    return at::stack(rows);
}

} // namespace

void TestParameterView::seesAFusedMapAsItsModules_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("stacked") << 0;
    QTest::newRow("per head") << 1;
    QTest::newRow("values before keys") << 2;
}

void TestParameterView::seesAFusedMapAsItsModules()
{
    QFETCH(int, kind);
    const ModelSpec spec = kind == 0 ? tinyGpt2() : kind == 1 ? tinyNeox() : codegenLike();
    const auto model = std::make_shared<const Model>(spec, tinyParameters(spec));
    const at::Tensor x = at::randn({3, spec.width});
    const Layer layer = model->layer(1);
    const Heads heads = project(spec, layer, model->rotary(3), x, at::arange(3));
    const at::Tensor read = normalise(spec, layer.norm1, x);
    const at::Tensor &stored = model->parameters().at("layers.1.attn.qkv");
    const at::Tensor &bias = model->parameters().at("layers.1.attn.qkv.bias");
    const std::vector<std::pair<std::string, at::Tensor>> wanted{
        {"layers.1.attn.q", heads.q}, {"layers.1.attn.k", heads.k}, {"layers.1.attn.v", heads.v}};
    for (const auto &[name, values] : wanted) {
        // Queries and keys are turned by their positions in a rotary model, but the first by none.
        const at::Tensor first = values.flatten(1)[0];
        const at::Tensor weight = gathered(parameterView(spec, name), stored);
        const at::Tensor offset = gathered(parameterView(spec, name + ".bias"), bias);
        QVERIFY2(at::allclose(at::linear(read, weight, offset)[0], first, 1e-5, 1e-5), name.c_str());
    }
}

void TestParameterView::coversEveryStoredRowOnce()
{
    QFETCH(int, kind);
    const ModelSpec spec = kind == 0 ? tinyGpt2() : kind == 1 ? tinyNeox() : codegenLike();
    std::vector<int> seen(static_cast<std::size_t>((spec.heads + 2 * spec.kvHeads) * spec.headWidth));
    for (const char *part : {"q", "k", "v"}) {
        const ParameterView view = parameterView(spec, std::string("layers.0.attn.") + part);
        for (std::int64_t row = 0; row < view.rows(); ++row)
            ++seen[static_cast<std::size_t>(view.storedRow(row))];
    }
    QCOMPARE(seen, std::vector<int>(seen.size(), 1));
}

void TestParameterView::listsModulesInTheOrderOfThePass()
{
    std::vector<std::string> names;
    for (const ParameterView &module : modules(tinyGpt2(1)))
        names.push_back(module.name);
    const std::vector<std::string> wanted{"embed",           "layers.0.attn.q",   "layers.0.attn.k",
                                          "layers.0.attn.v", "layers.0.attn.out", "layers.0.mlp.in",
                                          "layers.0.mlp.out"};
    QCOMPARE(names, wanted);
}

void TestParameterView::aTiedHeadIsTheEmbedding()
{
    QVERIFY(tinyGpt2().tiedHead);
    QCOMPARE(parameterView(tinyGpt2(), "head").name, std::string("embed"));
    QVERIFY(!tinyNeox().tiedHead);
    QCOMPARE(parameterView(tinyNeox(), "head").name, std::string("head"));
}

void TestParameterView::refusesANameThatIsNone()
{
    try {
        parameterView(tinyGpt2(), "layers.9.mlp.out");
        QFAIL("there is no such layer");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Input);
        QCOMPARE(error.arguments(), std::vector<std::string>{"layers.9.mlp.out"});
    }
}

void TestParameterView::knowsTheLayer()
{
    QCOMPARE(layerOf("layers.12.mlp.out"), 12);
    QCOMPARE(layerOf("embed"), -1);
}

QTEST_APPLESS_MAIN(TestParameterView)
#include "TestParameterView.moc"
