// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LayerSuggestion.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace cw;

namespace {

constexpr float missing = std::numeric_limits<float>::quiet_NaN();

/// Three tokens, one sample. A clean gap of 0.5 - 0.1 and none where nothing is restored: an effect is what stands in
/// effects, of the layers at token 1; all other cells move nothing.
TraceResult traceOf(const std::vector<std::pair<TraceKind, std::vector<float>>> &effects)
{
    TraceInput input;
    input.ids = {1, 2, 3};
    input.targets = {{4}, {5}};
    input.samples = 1;
    input.kinds.clear();
    for (const auto &kind : effects)
        input.kinds.push_back(kind.first);
    const auto layers = static_cast<int>(effects.front().second.size());
    TraceResult result;
    result.prepare(input, layers);
    result.base.high = {0.5, 0.1};
    result.base.low = {{0.2}, {0.2}};
    for (std::size_t kind = 0; kind < effects.size(); ++kind)
        for (int token = 0; token < 3; ++token)
            for (int layer = 0; layer < layers; ++layer) {
                const float effect = token == 1 ? effects[kind].second[static_cast<std::size_t>(layer)] : 0;
                result.probabilities[kind][result.index(0, 0, token, layer)] = 0.2F + effect;
                result.probabilities[kind][result.index(1, 0, token, layer)] = 0.2F;
            }
    return result;
}

} // namespace

/// What a trace says of the layer to edit.
class TestLayerSuggestion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLargestOfTheLowerHalfIsSuggested();
    void thoseBesideItWithHalfOfItBelongToIt_data();
    void thoseBesideItWithHalfOfItBelongToIt();
    void theMlpGoesBeforeTheState();
    void theStateStandsInForTheMlp();
    void nothingIsSuggestedWithoutEvidence();
    void missingCellsAreNoEvidence();
};

void TestLayerSuggestion::theLargestOfTheLowerHalfIsSuggested()
{
    const TraceResult six = traceOf({{TraceKind::Mlp, {0.1F, 0.15F, 0.31F, 0.4F, 0.4F, 0.4F}}});
    const auto found = suggestedLayers(six, 1);
    QVERIFY(found);
    QCOMPARE(found->layer, 2);
    QVERIFY(found->kind == TraceKind::Mlp);
    QVERIFY(std::abs(found->effect - 0.31) < 1e-6);
    // Of five layers the middle one belongs to the lower half, of two the first alone.
    QCOMPARE(suggestedLayers(traceOf({{TraceKind::Mlp, {0.1F, 0.2F, 0.3F, 0.4F, 0.5F}}}), 1)->layer, 2);
    QCOMPARE(suggestedLayers(traceOf({{TraceKind::Mlp, {0.1F, 0.2F}}}), 1)->layer, 0);
}

void TestLayerSuggestion::thoseBesideItWithHalfOfItBelongToIt_data()
{
    QTest::addColumn<QVector<float>>("effects");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::newRow("all") << QVector<float>{0.3F, 0.4F, 0.25F, 0, 0, 0} << 0 << 2;
    QTest::newRow("alone") << QVector<float>{0.1F, 0.4F, 0.1F, 0, 0, 0} << 1 << 1;
    QTest::newRow("the other side of a gap is another place") << QVector<float>{0.3F, 0.1F, 0.4F, 0, 0, 0} << 2 << 2;
    QTest::newRow("a missing cell is a gap") << QVector<float>{0.3F, missing, 0.4F, 0, 0, 0} << 2 << 2;
    QTest::newRow("not into the upper half") << QVector<float>{0.1F, 0.3F, 0.4F, 0.4F, 0.4F, 0.4F} << 1 << 2;
}

void TestLayerSuggestion::thoseBesideItWithHalfOfItBelongToIt()
{
    QFETCH(QVector<float>, effects);
    QFETCH(int, first);
    QFETCH(int, last);
    const auto found = suggestedLayers(traceOf({{TraceKind::Mlp, {effects.begin(), effects.end()}}}), 1);
    QVERIFY(found);
    QCOMPARE(found->first, first);
    QCOMPARE(found->last, last);
    QVERIFY(first <= found->layer && found->layer <= last);
}

void TestLayerSuggestion::theMlpGoesBeforeTheState()
{
    const auto found =
        suggestedLayers(traceOf({{TraceKind::State, {0.3F, 0.1F, 0, 0}}, {TraceKind::Mlp, {0.1F, 0.2F, 0, 0}}}), 1);
    QVERIFY(found->kind == TraceKind::Mlp);
    QCOMPARE(found->layer, 1);
}

void TestLayerSuggestion::theStateStandsInForTheMlp()
{
    const auto found =
        suggestedLayers(traceOf({{TraceKind::Attn, {0.4F, 0, 0, 0}}, {TraceKind::State, {0.1F, 0.2F, 0, 0}}}), 1);
    QVERIFY(found->kind == TraceKind::State);
    QCOMPARE(found->layer, 1);
    QVERIFY(!suggestedLayers(traceOf({{TraceKind::Attn, {0.4F, 0.3F}}}), 1));
}

void TestLayerSuggestion::nothingIsSuggestedWithoutEvidence()
{
    QVERIFY(!suggestedLayers(traceOf({{TraceKind::Mlp, {-0.1F, -0.15F, 0.3F, 0.3F}}}), 1));
    const TraceResult result = traceOf({{TraceKind::Mlp, {0.1F, 0.15F}}});
    QVERIFY(!suggestedLayers(result, 0)); // another token
    QVERIFY(!suggestedLayers(result, -1));
    QVERIFY(!suggestedLayers(result, 3));
}

void TestLayerSuggestion::missingCellsAreNoEvidence()
{
    QCOMPARE(suggestedLayers(traceOf({{TraceKind::Mlp, {missing, 0.1F, 0, 0}}}), 1)->layer, 1);
    QVERIFY(!suggestedLayers(traceOf({{TraceKind::Mlp, {missing, missing, 0.3F, 0.3F}}}), 1));
}

QTEST_GUILESS_MAIN(TestLayerSuggestion)
#include "TestLayerSuggestion.moc"
