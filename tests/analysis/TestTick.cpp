// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Tick.h"
#include "core/engine/Error.h"
#include "tests/support/TinyModel.h"

#include <QTest>

using namespace cw;

namespace {

using Part = Tick::Part;
using Places = std::vector<std::int64_t>;

std::shared_ptr<const Model> withoutBiases()
{
    Parameters parameters;
    for (const auto &[name, parameter] : tinyParameters(tinyLlama()))
        if (name.find(".bias") == std::string::npos)
            parameters[name] = parameter;
    return std::make_shared<const Model>(tinyLlama(), parameters);
}

const Tick *found(const std::vector<Tick> &ticks, const std::string &parameter, Part part)
{
    for (const Tick &tick : ticks)
        if (tick.parameter == parameter && tick.part == part)
            return &tick;
    return nullptr;
}

} // namespace

class TestTick : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRowsInRanges();
    void readsWeightsByRowAndColumn();
    void aNeuronIsAColumnAndRows();
    void aLayerIsItsModules();
    void aStarStandsForAllThatMatch();
    void takesBiasesAlong();
    void joinsWhatIsNamedTwice();
    void refuses_data();
    void refuses();
};

void TestTick::readsRowsInRanges()
{
    const auto model = tinyModel(tinyGpt2());
    const auto ticks = ticksOf({{}, {}, {"layers.2.mlp.out:7,9-12"}, {}, {}}, NeuronSide::Out, *model);
    QCOMPARE(ticks.size(), std::size_t{1});
    QCOMPARE(ticks.front().parameter, std::string("layers.2.mlp.out"));
    QVERIFY(ticks.front().part == Part::Rows);
    QCOMPARE(ticks.front().places, (Places{7, 9, 10, 11, 12}));
}

void TestTick::readsWeightsByRowAndColumn()
{
    const auto model = tinyModel(tinyGpt2());
    const std::int64_t columns = model->spec().hidden;
    const auto ticks = ticksOf({{}, {}, {}, {}, {"layers.2.mlp.out:7/3,1/2"}}, NeuronSide::Out, *model);
    QCOMPARE(ticks.front().places, (Places{columns + 2, 7 * columns + 3}));
}

void TestTick::aNeuronIsAColumnAndRows()
{
    const auto model = withoutBiases();
    const TickWords words{{}, {}, {}, {"layers.3:2,5"}, {}};
    const auto out = ticksOf(words, NeuronSide::Out, *model);
    QCOMPARE(out.size(), std::size_t{1});
    QVERIFY(found(out, "layers.3.mlp.out", Part::Columns));
    const auto both = ticksOf(words, NeuronSide::Both, *model);
    for (const char *map : {"layers.3.mlp.in", "layers.3.mlp.gate"})
        QCOMPARE(found(both, map, Part::Rows)->places, (Places{2, 5}));
    QCOMPARE(both.size(), std::size_t{3});
}

void TestTick::aLayerIsItsModules()
{
    const auto model = tinyModel(tinyGpt2());
    const auto ticks = ticksOf({{"1-2"}, {}, {}, {}, {}}, NeuronSide::Out, *model);
    QCOMPARE(ticks.size(), std::size_t{12});
    QCOMPARE(ticks.front().parameter, std::string("layers.1.attn.q"));
    QCOMPARE(ticks.back().parameter, std::string("layers.2.mlp.out"));
}

void TestTick::aStarStandsForAllThatMatch()
{
    const auto model = tinyModel(tinyGpt2());
    const auto maps = ticksOf({{}, {"layers.*.mlp.out"}, {}, {}, {}}, NeuronSide::Out, *model);
    QCOMPARE(maps.size(), static_cast<std::size_t>(model->spec().layers));
    QVERIFY(found(maps, "layers.3.mlp.out", Part::All));
    // The dots are dots, and what is named twice is one.
    const auto layer = ticksOf({{}, {"layers.1.*", "*.1.attn.q"}, {}, {}, {}}, NeuronSide::Out, *model);
    QCOMPARE(layer.size(), std::size_t{6});
    QCOMPARE(layer.front().parameter, std::string("layers.1.attn.q"));
    // The embedding is in no layer.
    QVERIFY(!found(ticksOf({{}, {"*"}, {}, {}, {}}, NeuronSide::Out, *model), "embed", Part::All));
}

void TestTick::takesBiasesAlong()
{
    const auto model = tinyModel(tinyGpt2());
    TickWords words{{}, {"layers.0.attn.k"}, {"layers.2.mlp.out:7"}, {}, {"layers.1.mlp.in:0/0"}};
    words.withBias = true;
    const auto ticks = ticksOf(words, NeuronSide::Out, *model);
    QCOMPARE(found(ticks, "layers.2.mlp.out.bias", Part::Rows)->places, Places{7});
    QVERIFY(found(ticks, "layers.0.attn.k.bias", Part::All));
    QVERIFY(!found(ticks, "layers.1.mlp.in.bias", Part::Weights));
    // A model without biases has none to take along.
    const auto llama = withoutBiases();
    TickWords row{{}, {}, {"layers.2.mlp.out:7"}, {}, {}};
    row.withBias = true;
    QCOMPARE(ticksOf(row, NeuronSide::Out, *llama).size(), std::size_t{1});
}

void TestTick::joinsWhatIsNamedTwice()
{
    const auto model = tinyModel(tinyGpt2());
    const auto ticks =
        ticksOf({{}, {}, {"layers.0.mlp.out:3-5", "layers.0.mlp.out:1,4"}, {}, {}}, NeuronSide::Out, *model);
    QCOMPARE(ticks.size(), std::size_t{1});
    QCOMPARE(ticks.front().places, (Places{1, 3, 4, 5}));
}

void TestTick::refuses_data()
{
    QTest::addColumn<int>("where");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such module") << 2 << "layers.9.mlp.out:1";
    QTest::newRow("no module matches") << 1 << "layers.*.mlp.outer";
    QTest::newRow("a row too many") << 2 << "layers.0.mlp.out:100000";
    QTest::newRow("an endless range") << 2 << "layers.0.mlp.out:0-99999999999999";
    QTest::newRow("a falling range") << 2 << "layers.0.mlp.out:5-2";
    QTest::newRow("no number") << 2 << "layers.0.mlp.out:x";
    QTest::newRow("no list") << 2 << "layers.0.mlp.out:";
    QTest::newRow("no colon") << 2 << "layers.0.mlp.out";
    QTest::newRow("no such layer") << 0 << "4";
    QTest::newRow("negative layer") << 0 << "-1";
    QTest::newRow("no neuron there") << 3 << "embed:0";
    QTest::newRow("no column") << 4 << "layers.0.mlp.out:5";
    QTest::newRow("a column too many") << 4 << "layers.0.mlp.out:5/100000";
}

void TestTick::refuses()
{
    QFETCH(int, where);
    QFETCH(QString, words);
    const std::vector<std::string> given{words.toStdString()};
    TickWords ticked;
    std::vector<std::string> *const lists[] = {&ticked.layers, &ticked.modules, &ticked.rows, &ticked.neurons,
                                               &ticked.weights};
    *lists[where] = given;
    try {
        ticksOf(ticked, NeuronSide::Out, *tinyModel(tinyGpt2()));
        QFAIL("it was taken");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), Error::Kind::Input);
        QVERIFY(words.startsWith(QString::fromStdString(error.arguments().front()).left(5)) ||
                error.arguments().front() == "embed.mlp.out");
    }
    QVERIFY_THROWS_EXCEPTION(Error, ticksOf({}, NeuronSide::Out, *tinyModel(tinyGpt2())));
}

QTEST_APPLESS_MAIN(TestTick)
#include "TestTick.moc"
