// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/SweepCopy.h"
#include "core/analysis/TraceCost.h"

#include <QtTest>

using namespace cw;

namespace {

TraceInput windows(int window)
{
    TraceInput input;
    input.kinds = {TraceKind::Mlp};
    input.window = window;
    return input;
}

} // namespace

class TestSweepCopy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCellJoinsOnce();
    void clippedWindowsShareATrunk();
    void aForkTakesTheCellsThatEnd();
    void aStateIsFreeAboveItsLayer();
    void theCostCountsSharedTrunksOnce();
};

void TestSweepCopy::everyCellJoinsOnce()
{
    TraceInput input = windows(4);
    input.kinds = {TraceKind::State, TraceKind::Mlp, TraceKind::Attn};
    int cells = 0;
    for (int layer = 0; layer < 7; ++layer)
        for (const SweepCopy &copy : joiningCopies(input, 7, layer))
            cells += static_cast<int>(copy.cells.size());
    QCOMPARE(cells, 3 * 7);
}

void TestSweepCopy::clippedWindowsShareATrunk()
{
    const std::vector<SweepCopy> first = joiningCopies(windows(10), 12, 0);
    QCOMPARE(first.size(), std::size_t{1});
    QCOMPARE(first[0].cells.size(), std::size_t{6}); // cells 0 to 5 of a window of 10 begin at layer 0
    QCOMPARE(first[0].cells[0].end, 5);
    QCOMPARE(joiningCopies(windows(10), 12, 1)[0].cells.size(), std::size_t{1});
    QVERIFY(joiningCopies(windows(10), 12, 7).empty());
}

void TestSweepCopy::aForkTakesTheCellsThatEnd()
{
    SweepCopy trunk = joiningCopies(windows(10), 12, 0)[0];
    QVERIFY(!trunk.forks(4));
    QVERIFY(trunk.forks(5));
    const SweepCopy ended = trunk.fork(5, 3);
    QCOMPARE(ended.cells.size(), std::size_t{1});
    QCOMPARE(ended.cells[0].layer, 0);
    QCOMPARE(ended.parent, 3);
    QVERIFY(!ended.restores(5));
    QVERIFY(trunk.restores(5));
    QCOMPARE(trunk.cells.size(), std::size_t{5});
    // The last cell of a trunk ends without a fork: the trunk itself goes on freely.
    for (int layer = 6; layer < 10; ++layer)
        trunk.fork(layer, 0);
    QVERIFY(!trunk.forks(10));
    QVERIFY(!trunk.restores(10));
}

void TestSweepCopy::aStateIsFreeAboveItsLayer()
{
    TraceInput input = windows(1);
    input.kinds = {TraceKind::State};
    const SweepCopy copy = joiningCopies(input, 4, 2)[0];
    QVERIFY(!copy.restores(3));
}

void TestSweepCopy::theCostCountsSharedTrunksOnce()
{
    TraceInput input = windows(10);
    // The trunk of layer 0 walks 11 layers, its forks at 5 to 9 another 6 + 5 + 4 + 3 + 2, single windows 10 + ... + 5.
    QCOMPARE(sweepLayers(input, 12), std::int64_t{11 + 20 + 45});
    input.kinds = {TraceKind::State};
    QCOMPARE(sweepLayers(input, 12), std::int64_t{66});
}

QTEST_APPLESS_MAIN(TestSweepCopy)
#include "TestSweepCopy.moc"
