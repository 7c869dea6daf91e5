// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Attention.h"

#include <ATen/ATen.h>
#include <QtTest>
#include <cmath>

using namespace cw;

namespace {

/// The definition, in double, one query at a time.
at::Tensor plain(const Heads &own, const Heads &borrowed, const AttentionRule &rule)
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
                const std::int64_t position = keys - own.q.size(1) + i;
                const at::Tensor scores = at::full({keys}, -INFINITY, at::kDouble);
                const std::int64_t missing =
                    rule.missing.defined() ? rule.missing[n % rule.missing.size(0)].item<std::int64_t>() : 0;
                for (std::int64_t j = missing; j < keys; ++j) {
                    const bool isSeen =
                        rule.bidirectional || (j <= position && (rule.window == 0 || position - j < rule.window));
                    if (!isSeen)
                        continue;
                    at::Tensor score = own.q[n][i][h].to(at::kDouble).dot(row(own.k, borrowed.k, j)) * rule.scale;
                    if (rule.cap > 0)
                        score = at::tanh(score / rule.cap) * rule.cap;
                    scores[j] = rule.keyBiases.defined() ? score + rule.keyBiases[h][j - missing] : score;
                }
                const at::Tensor weights = at::softmax(scores, 0);
                for (std::int64_t j = 0; j < keys; ++j)
                    result[n][i][h] += weights[j] * row(own.v, borrowed.v, j);
            }
    return result.flatten(2);
}

AttentionRule ruleNamed(const QString &name, std::int64_t keys)
{
    AttentionRule rule;
    rule.scale = 0.3;
    rule.window = name.contains(QLatin1String("window")) ? 2 : 0;
    rule.cap = name == QLatin1String("cap") ? 0.5 : 0;
    rule.bidirectional = name == QLatin1String("bidirectional");
    if (name.contains(QLatin1String("biases")))
        rule.keyBiases = at::randn({4, keys});
    if (name.contains(QLatin1String("missing")))
        rule.missing = at::tensor(std::vector<std::int64_t>{0, 2});
    return rule;
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
    QTest::addColumn<QString>("rule");
    const QString plainly;
    QTest::newRow("whole text") << 1 << 5 << 5 << 0 << 4 << 8 << plainly;
    QTest::newRow("borrowed keys") << 3 << 4 << 4 << 3 << 4 << 8 << plainly;
    QTest::newRow("grouped queries") << 2 << 4 << 4 << 2 << 2 << 16 << plainly;
    QTest::newRow("one key head") << 2 << 3 << 3 << 1 << 1 << 20 << plainly;
    QTest::newRow("last query only") << 3 << 1 << 6 << 2 << 4 << 33 << plainly;
    QTest::newRow("one position") << 2 << 1 << 1 << 0 << 4 << 7 << plainly;
    QTest::newRow("window") << 1 << 6 << 6 << 0 << 4 << 8 << QStringLiteral("window");
    QTest::newRow("window over borrowed keys") << 2 << 3 << 3 << 4 << 2 << 8 << QStringLiteral("window");
    QTest::newRow("window of the last query") << 2 << 1 << 6 << 1 << 4 << 8 << QStringLiteral("window");
    QTest::newRow("cap") << 2 << 4 << 4 << 2 << 4 << 8 << QStringLiteral("cap");
    QTest::newRow("biases") << 2 << 4 << 4 << 3 << 4 << 8 << QStringLiteral("biases");
    QTest::newRow("missing keys") << 2 << 4 << 4 << 3 << 4 << 8 << QStringLiteral("missing");
    QTest::newRow("missing keys and biases") << 2 << 4 << 4 << 3 << 2 << 8 << QStringLiteral("missing biases");
    QTest::newRow("missing keys and a window") << 2 << 2 << 2 << 3 << 4 << 8 << QStringLiteral("missing window");
    QTest::newRow("both sides") << 2 << 5 << 5 << 0 << 4 << 8 << QStringLiteral("bidirectional");
    QTest::newRow("one query that sees both sides") << 2 << 1 << 5 << 0 << 2 << 8 << QStringLiteral("bidirectional");
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
    QFETCH(QString, rule);
    const AttentionRule wanted = ruleNamed(rule, lentKeys + ownKeys);
    const at::Tensor expected = plain(own, borrowed, wanted);
    QVERIFY((attention(own, borrowed, wanted).to(at::kDouble) - expected).abs().max().item<double>() < 1e-5);
    const auto wide = [](const at::Tensor &x) { return x.defined() ? x.to(at::kDouble) : x; };
    const Heads wideOwn{wide(own.q), wide(own.k), wide(own.v)};
    const Heads wideBorrowed{{}, wide(borrowed.k), wide(borrowed.v)};
    // Doubles take the composed path, whose softmax is in fp32.
    QVERIFY((attention(wideOwn, wideBorrowed, wanted) - expected).abs().max().item<double>() < 1e-5);
}

void TestAttention::hugeScoresDoNotOverflow()
{
    const Heads own{at::full({1, 2, 1, 4}, 200.0F), at::full({1, 2, 1, 4}, 200.0F), at::ones({1, 2, 1, 4})};
    const at::Tensor result = attention(own, {}, {});
    QVERIFY((result - 1).abs().max().item<float>() < 1e-6F);
}

QTEST_APPLESS_MAIN(TestAttention)
#include "TestAttention.moc"
