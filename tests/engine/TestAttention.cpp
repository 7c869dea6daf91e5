// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Attention.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace cw;

namespace {

/// The definition, in double, one query at a time.
at::Tensor plain(const Heads &own, const Heads &borrowed, double scale)
{
    const std::int64_t heads = own.q.size(2);
    const std::int64_t lent = borrowed.k.defined() ? borrowed.k.size(1) : 0;
    const std::int64_t keys = lent + own.k.size(1);
    const at::Tensor result = at::zeros({own.q.size(0), own.q.size(1), heads, own.q.size(3)}, at::kDouble);
    for (std::int64_t n = 0; n < own.q.size(0); ++n)
        for (std::int64_t i = 0; i < own.q.size(1); ++i)
            for (std::int64_t h = 0; h < heads; ++h) {
                const std::int64_t kvHead = h / (heads / own.k.size(2));
                const auto row = [&](const at::Tensor &mine, const at::Tensor &theirs, std::int64_t j) {
                    return (j < lent ? theirs[n % theirs.size(0)][j][kvHead] : mine[n][j - lent][kvHead])
                        .to(at::kDouble);
                };
                const std::int64_t seen = keys - own.q.size(1) + i + 1;
                const at::Tensor scores = at::empty({seen}, at::kDouble);
                for (std::int64_t j = 0; j < seen; ++j)
                    scores[j] = own.q[n][i][h].to(at::kDouble).dot(row(own.k, borrowed.k, j)) * scale;
                const at::Tensor weights = at::softmax(scores, 0);
                for (std::int64_t j = 0; j < seen; ++j)
                    result[n][i][h] += weights[j] * row(own.v, borrowed.v, j);
            }
    return result.flatten(2);
}

} // namespace

class TestAttention : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kernelAndCompositionEqualTheDefinition_data();
    void kernelAndCompositionEqualTheDefinition();
    void hugeScoresDoNotOverflow();
};

void TestAttention::kernelAndCompositionEqualTheDefinition_data()
{
    QTest::addColumn<int>("copies");
    QTest::addColumn<int>("queries");
    QTest::addColumn<int>("ownKeys");
    QTest::addColumn<int>("lentKeys");
    QTest::addColumn<int>("kvHeads");
    QTest::addColumn<int>("width");
    QTest::newRow("whole text") << 1 << 5 << 5 << 0 << 4 << 8;
    QTest::newRow("borrowed keys") << 3 << 4 << 4 << 3 << 4 << 8;
    QTest::newRow("grouped queries") << 2 << 4 << 4 << 2 << 2 << 16;
    QTest::newRow("one key head") << 2 << 3 << 3 << 1 << 1 << 20;
    QTest::newRow("last query only") << 3 << 1 << 6 << 2 << 4 << 33;
    QTest::newRow("one position") << 2 << 1 << 1 << 0 << 4 << 7;
}

void TestAttention::kernelAndCompositionEqualTheDefinition()
{
    QFETCH(int, copies);
    QFETCH(int, queries);
    QFETCH(int, ownKeys);
    QFETCH(int, lentKeys);
    QFETCH(int, kvHeads);
    QFETCH(int, width);
    at::manual_seed(3);
    constexpr int samples = 2;
    const Heads own{at::randn({copies * samples, queries, 4, width}),
                    at::randn({copies * samples, ownKeys, kvHeads, width}),
                    at::randn({copies * samples, ownKeys, kvHeads, width})};
    const Heads borrowed =
        lentKeys == 0
            ? Heads()
            : Heads{{}, at::randn({samples, lentKeys, kvHeads, width}), at::randn({samples, lentKeys, kvHeads, width})};
    const at::Tensor expected = plain(own, borrowed, 0.3);
    QVERIFY((causalAttention(own, borrowed, 0.3).to(at::kDouble) - expected).abs().max().item<double>() < 1e-5);
    const auto wide = [](const at::Tensor &x) { return x.defined() ? x.to(at::kDouble) : x; };
    const Heads wideOwn{wide(own.q), wide(own.k), wide(own.v)};
    const Heads wideBorrowed{{}, wide(borrowed.k), wide(borrowed.v)};
    // Doubles take the composed path, whose softmax is in fp32.
    QVERIFY((causalAttention(wideOwn, wideBorrowed, 0.3) - expected).abs().max().item<double>() < 1e-5);
}

void TestAttention::hugeScoresDoNotOverflow()
{
    const Heads own{at::full({1, 2, 1, 4}, 200.0F), at::full({1, 2, 1, 4}, 200.0F), at::ones({1, 2, 1, 4})};
    const at::Tensor result = causalAttention(own, {}, 1);
    QVERIFY((result - 1).abs().max().item<float>() < 1e-6F);
}

QTEST_APPLESS_MAIN(TestAttention)
#include "TestAttention.moc"
