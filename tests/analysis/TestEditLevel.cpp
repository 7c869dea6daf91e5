// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditLevel.h"
#include "tests/support/TargetPrompts.h"
#include "tests/support/TinyModel.h"

#include <QTest>
#include <algorithm>

using namespace cw;
using namespace cw::test;

namespace {

bool has(const std::vector<Tick> &ticks, const std::string &parameter)
{
    return std::any_of(ticks.begin(), ticks.end(),
                       [&parameter](const Tick &tick) { return tick.parameter == parameter; });
}

} // namespace

class TestEditLevel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeModelIsEveryParameterOnce();
    void aLayerIsItsMapsAndNorms();
    void aModuleIsItsWeightAndBias();
    void whatIsNoneIsRefused();
};

void TestEditLevel::theWholeModelIsEveryParameterOnce()
{
    const auto model = tinyModel(tinyGpt2());
    const std::vector<Tick> ticks = wholeModel(*model);
    QCOMPARE(ticks.size(), parameterViews(*model).size());
    for (const char *name : {"embed", "pos", "norm", "norm.bias", "layers.0.attn.q", "layers.3.mlp.out.bias"})
        QVERIFY2(has(ticks, name), name);
    QVERIFY(!has(ticks, "head")); // tied: the same tensor as embed
    QVERIFY(has(wholeModel(*tinyModel(tinyLlama())), "head"));
    QCOMPARE(name(EditLevel::Weight), "weight");
}

void TestEditLevel::aLayerIsItsMapsAndNorms()
{
    const std::vector<Tick> ticks = wholeLayer(*tinyModel(tinyGpt2()), 1);
    QCOMPARE(ticks.size(), std::size_t{2 * 8}); // two norms, q, k, v, out, in and out, each with its bias
    for (const Tick &tick : ticks)
        QVERIFY(tick.parameter.rfind("layers.1.", 0) == 0 && tick.part == Tick::Part::All);
}

void TestEditLevel::aModuleIsItsWeightAndBias()
{
    const std::vector<Tick> ticks = wholeModules(*tinyModel(tinyNeox()), {"layers.1.attn.v", "layers.0.mlp.in"});
    QCOMPARE(ticks.size(), std::size_t{4});
    QVERIFY(has(ticks, "layers.1.attn.v.bias"));
    QVERIFY(has(wholeModules(*tinyModel(tinyGpt2()), {"head"}), "embed"));
}

void TestEditLevel::whatIsNoneIsRefused()
{
    const auto model = tinyModel(tinyGpt2());
    for (const int layer : {-1, 4})
        QCOMPARE(errorOf([&] { wholeLayer(*model, layer); })->arguments().front(), std::to_string(layer));
    for (const std::string name : {"layers.1.norm1", "layers.1.mlp.gate", "layers.1.attn.qkv", "embed.bias", ""}) {
        const auto error = errorOf([&] { wholeModules(*model, {name}); });
        QVERIFY2(error, name.c_str());
        QCOMPARE(error->kind(), Error::Kind::Input);
        QCOMPARE(error->arguments().front(), name);
    }
}

QTEST_APPLESS_MAIN(TestEditLevel)
#include "TestEditLevel.moc"
