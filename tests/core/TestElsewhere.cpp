// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditLevel.h"
#include "core/analysis/EditMover.h"
#include "core/analysis/RelocatedTicks.h"
#include "core/engine/Model.h"
#include "core/engine/ParameterRows.h"
#include "core/jobs/LoadModelJob.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QTest>
#include <set>

using namespace cw;
using namespace cw::test;

namespace {

const std::string parameter = "layers.1.mlp.out"; // of the demo model: 128 rows of 512

Edit rowEdit()
{
    return {{Delta::ofRows(parameter, {2, 3, 60}, at::arange(3 * 512, at::kFloat).view({3, 512}))}};
}

Edit weightEdit()
{
    return {{Delta::sparse(parameter, at::tensor({5, 700, 40000}, at::kLong), at::tensor({0.5F, -1.0F, 2.0F}))}};
}

/// Two neurons: whole columns but for one number that is nought.
Edit columnEdit()
{
    const at::Tensor rows = at::arange(128, at::kLong).unsqueeze(1) * 512;
    const at::Tensor places = (rows + at::tensor({7, 300}, at::kLong).unsqueeze(0)).flatten();
    return {{Delta::sparse(parameter, places.narrow(0, 1, 255), at::arange(1, 256, at::kFloat))}};
}

at::Tensor weights(const Model &model)
{
    const ParameterView view = parameterView(model, parameter);
    return rowsOf(model, view, allRows(view)).to(at::kDouble);
}

double normOf(const Delta &delta)
{
    return delta.values.norm().item<double>();
}

} // namespace

/// Placebos that do the same elsewhere.
class TestElsewhere : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void changesMoveElsewhere();
    void columnsMoveAsColumns();
    void theyMoveToWhatIsAboutAsLong();
    void whatFillsAParameterCannotMove();
    void rowsAreTickedBeside();
    void bothSidesOfANeuronAreTickedTogether();
    void wholeParametersChangeTheirLayer();
    void whereNothingElseIsNothingIsTicked();

private:
    LoadedModel m_demo;
};

void TestElsewhere::initTestCase()
{
    m_demo = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
}

void TestElsewhere::changesMoveElsewhere()
{
    for (const Edit &edit : {rowEdit(), weightEdit()}) {
        const Delta &before = edit.deltas.front();
        const Edit moved = EditMover(*m_demo.model, edit).moved(7);
        const Delta &after = moved.deltas.front();
        check(after, parameterView(*m_demo.model, parameter));
        QVERIFY(at::equal(std::get<0>(after.values.flatten().sort()), std::get<0>(before.values.flatten().sort())));
        QCOMPARE(after.others.numel(), before.others.numel());
        for (std::int64_t i = 0; i < after.others.numel(); ++i)
            QVERIFY(!(before.others == after.others[i]).any().item<bool>());
        QVERIFY(at::equal(EditMover(*m_demo.model, edit).moved(7).deltas.front().others, after.others));
        QVERIFY(!at::equal(EditMover(*m_demo.model, edit).moved(8).deltas.front().others, after.others));
    }
}

void TestElsewhere::columnsMoveAsColumns()
{
    const Edit edit = columnEdit();
    const Edit moved = EditMover(*m_demo.model, edit).moved(3);
    const Delta &after = moved.deltas.front();
    check(after, parameterView(*m_demo.model, parameter));
    const at::Tensor columns = std::get<0>(at::_unique(after.others.remainder(512)));
    QCOMPARE(columns.numel(), std::int64_t{2});
    QVERIFY(!at::isin(columns, at::tensor({7, 300}, at::kLong)).any().item<bool>());
    QVERIFY(qAbs(normOf(after) - normOf(edit.deltas.front())) < 1e-3);
    // Of one column the first number is nought, and the second column's follow those of the first row by row.
    const at::Tensor whole = wholeDelta(after, parameterView(*m_demo.model, parameter));
    at::Tensor pair = whole.index_select(1, columns);
    if (pair[1][0].item<double>() > pair[1][1].item<double>())
        pair = pair.flip(1);
    QVERIFY(at::equal(pair.flatten(), at::arange(256, at::kDouble)));
}

void TestElsewhere::theyMoveToWhatIsAboutAsLong()
{
    const at::Tensor lengths = weights(*m_demo.model).norm(2, 1);
    const at::Tensor order = lengths.argsort();
    // The shortest row and the longest: what they move to is among the nearest.
    for (const bool isLongest : {false, true}) {
        const std::int64_t row = order[isLongest ? 127 : 0].item<std::int64_t>();
        const Edit edit{{Delta::ofRows(parameter, {row}, at::ones({1, 512}))}};
        std::set<std::int64_t> places;
        for (std::uint32_t seed = 1; seed <= 20; ++seed) {
            const Edit moved = EditMover(*m_demo.model, edit).moved(seed);
            const std::int64_t place = moved.deltas.front().others[0].item<std::int64_t>();
            const std::int64_t rank = at::nonzero(order == place)[0][0].item<std::int64_t>();
            QVERIFY(isLongest ? rank >= 127 - 7 : rank <= 7);
            places.insert(place);
        }
        QVERIFY(places.size() > 1);
    }
}

void TestElsewhere::whatFillsAParameterCannotMove()
{
    const Edit dense{{Delta::dense(parameter, at::ones({128, 512}))}};
    QVERIFY(thrown([&] { EditMover(*m_demo.model, dense).moved(1); }).startsWith(QLatin1String("Input")));
    std::vector<std::int64_t> most;
    for (std::int64_t row = 0; row < 100; ++row)
        most.push_back(row);
    const Edit wide{{Delta::ofRows(parameter, most, at::ones({100, 512}))}};
    QVERIFY(thrown([&] { EditMover(*m_demo.model, wide).moved(1); }).startsWith(QLatin1String("Input")));
}

void TestElsewhere::rowsAreTickedBeside()
{
    const std::vector<Tick> ticks{{parameter, Tick::Part::Rows, {1, 5, 9}},
                                  {"layers.2.mlp.out", Tick::Part::Weights, {0, 99}}};
    const auto drawn = relocatedTicks(*m_demo.model, ticks, 4, 1);
    QCOMPARE(drawn.size(), std::size_t{4});
    std::set<std::vector<std::int64_t>> known;
    for (const std::vector<Tick> &others : drawn) {
        QCOMPARE(others.size(), ticks.size());
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            QCOMPARE(others[i].parameter, ticks[i].parameter);
            QCOMPARE(others[i].places.size(), ticks[i].places.size());
            for (const std::int64_t place : others[i].places)
                QVERIFY(std::find(ticks[i].places.begin(), ticks[i].places.end(), place) == ticks[i].places.end());
        }
        QVERIFY(known.insert(others.front().places).second);
    }
    const auto again = relocatedTicks(*m_demo.model, ticks, 4, 1);
    QCOMPARE(again[3].front().places, drawn[3].front().places);
}

void TestElsewhere::bothSidesOfANeuronAreTickedTogether()
{
    const std::vector<Tick> ticks = ticksOf({{}, {}, {}, {"layers.1:12,15"}, {}}, NeuronSide::Both, *m_demo.model);
    QCOMPARE(ticks.size(), std::size_t{3}); // rows of mlp.in and of its bias, columns of mlp.out
    for (const std::vector<Tick> &others : relocatedTicks(*m_demo.model, ticks, 4, 1))
        for (const Tick &tick : others)
            QCOMPARE(tick.places, others.front().places);
}

void TestElsewhere::wholeParametersChangeTheirLayer()
{
    const std::vector<Tick> ticks = wholeModules(*m_demo.model, {"layers.4.mlp.in", "layers.5.mlp.out"});
    const auto drawn = relocatedTicks(*m_demo.model, ticks, 19, 1);
    // Of six layers two neighbours have four other places, and no more are drawn.
    QCOMPARE(drawn.size(), std::size_t{4});
    std::set<int> layers;
    for (const std::vector<Tick> &others : drawn) {
        QCOMPARE(others.size(), ticks.size());
        const int lower = layerOf(others.front().parameter);
        QVERIFY(lower < 4);
        QCOMPARE(others.front().parameter, "layers." + std::to_string(lower) + ".mlp.in");
        QCOMPARE(others.back().parameter, "layers." + std::to_string(lower + 1) + ".mlp.out.bias");
        layers.insert(lower);
    }
    QCOMPARE(layers.size(), std::size_t{4});
}

void TestElsewhere::whereNothingElseIsNothingIsTicked()
{
    const auto refused = [this](const std::vector<Tick> &ticks) {
        return thrown([&] { relocatedTicks(*m_demo.model, ticks, 3, 1); }).startsWith(QLatin1String("Input"));
    };
    QVERIFY(refused(wholeModel(*m_demo.model)));
    QVERIFY(refused(wholeModules(*m_demo.model, {"embed"})));
    QVERIFY(refused(wholeModules(*m_demo.model, {"layers.0.mlp.in", "layers.5.mlp.in"})));
    std::vector<std::int64_t> most;
    for (std::int64_t row = 0; row < 70; ++row)
        most.push_back(row);
    QVERIFY(refused({{parameter, Tick::Part::Rows, most}}));
}

QTEST_GUILESS_MAIN(TestElsewhere)
#include "TestElsewhere.moc"
