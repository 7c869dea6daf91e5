// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RandomState.h"
#include "core/engine/Sampler.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace cw;

namespace {

std::vector<float> someLogits(std::size_t count)
{
    RandomState random(7);
    std::vector<float> logits;
    for (const double value : random.normals(count))
        logits.push_back(static_cast<float>(3 * value));
    return logits;
}

/// The definition written down without any short cut: probability per id, 0 where a token may not be drawn.
std::vector<double> reference(const std::vector<float> &logits, const Sampling &sampling)
{
    std::vector<double> p(logits.size());
    double total = 0;
    for (std::size_t i = 0; i < p.size(); ++i)
        total += p[i] = std::exp(static_cast<double>(logits[i]) / sampling.temperature);
    std::vector<std::size_t> order(p.size());
    for (std::size_t i = 0; i < p.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&p](std::size_t a, std::size_t b) { return p[a] > p[b]; });
    if (sampling.topK > 0 && static_cast<std::size_t>(sampling.topK) < order.size())
        order.resize(static_cast<std::size_t>(sampling.topK));
    double kept = 0;
    for (const std::size_t id : order)
        kept += p[id];
    std::vector<double> result(p.size(), 0);
    double reached = 0;
    double mass = 0;
    for (const std::size_t id : order) {
        if (sampling.topP < 1 && reached / kept >= sampling.topP)
            break;
        reached += p[id];
        result[id] = p[id];
        mass += p[id];
    }
    for (double &value : result)
        value /= mass;
    return result;
}

} // namespace

/// Which tokens may be drawn, with which probabilities, and that a seed is all that chance is made of.
class TestSampler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chancesEqualTheDefinition_data();
    void chancesEqualTheDefinition();
    void drawsFollowTheChances();
    void aSeedGivesTheSameTokens();
    void withoutTemperatureTheLikeliestIsTaken();
    void equallyLikelyTokensGoById();
};

void TestSampler::chancesEqualTheDefinition_data()
{
    QTest::addColumn<double>("temperature");
    QTest::addColumn<int>("topK");
    QTest::addColumn<double>("topP");
    QTest::newRow("all") << 1.0 << 0 << 1.0;
    QTest::newRow("hot") << 2.5 << 0 << 1.0;
    QTest::newRow("top-k") << 1.0 << 5 << 1.0;
    QTest::newRow("top-k of more than there are") << 1.0 << 5000 << 1.0;
    QTest::newRow("top-p") << 1.0 << 0 << 0.9;
    QTest::newRow("top-p of nearly all") << 1.5 << 0 << 0.999;
    QTest::newRow("top-p of one token") << 0.7 << 0 << 1e-6;
    QTest::newRow("both") << 0.8 << 40 << 0.7;
}

void TestSampler::chancesEqualTheDefinition()
{
    QFETCH(double, temperature);
    QFETCH(int, topK);
    QFETCH(double, topP);
    const std::vector<float> logits = someLogits(600);
    const Sampling sampling{temperature, topK, topP, 1};
    const std::vector<double> expected = reference(logits, sampling);
    std::vector<double> got(logits.size(), 0);
    double before = 1;
    for (const TokenChance &chance : chances(logits, sampling)) {
        QVERIFY(chance.probability > 0 && chance.probability <= before);
        before = chance.probability;
        got[static_cast<std::size_t>(chance.id)] = chance.probability;
    }
    for (std::size_t id = 0; id < got.size(); ++id)
        QVERIFY2(std::abs(got[id] - expected[id]) < 1e-12, qPrintable(QString::number(id)));
}

void TestSampler::drawsFollowTheChances()
{
    const std::vector<float> logits = someLogits(30);
    const Sampling sampling{1.2, 12, 0.95, 3};
    constexpr int draws = 20000;
    std::vector<int> counts(logits.size(), 0);
    Sampler sampler(sampling);
    for (int i = 0; i < draws; ++i)
        ++counts[static_cast<std::size_t>(sampler.choose(logits))];
    const std::vector<double> expected = reference(logits, sampling);
    for (std::size_t id = 0; id < counts.size(); ++id) {
        const double share = static_cast<double>(counts[id]) / draws;
        QVERIFY2(std::abs(share - expected[id]) <= 5 * std::sqrt(expected[id] * (1 - expected[id]) / draws),
                 qPrintable(QStringLiteral("%1: %2, not %3").arg(id).arg(share).arg(expected[id])));
    }
}

void TestSampler::aSeedGivesTheSameTokens()
{
    const std::vector<float> logits = someLogits(200);
    const auto drawn = [&logits](std::uint32_t seed) {
        Sampler sampler({1, 0, 1, seed});
        std::vector<std::int64_t> ids;
        for (int i = 0; i < 20; ++i)
            ids.push_back(sampler.choose(logits));
        return ids;
    };
    QVERIFY(drawn(5) == drawn(5));
    QVERIFY(drawn(5) != drawn(6));
    // As the documentation says: the first token at which the probabilities reach RandomState's number.
    const std::vector<TokenChance> ranked = chances(logits, {1, 0, 1, 5});
    RandomState random(5);
    for (const std::int64_t id : drawn(5)) {
        const double u = random.uniform();
        double reached = 0;
        const auto found = std::find_if(ranked.begin(), ranked.end(), [&](const TokenChance &chance) {
            return (reached += chance.probability) >= u;
        });
        QCOMPARE(id, found->id);
    }
}

void TestSampler::withoutTemperatureTheLikeliestIsTaken()
{
    const std::vector<float> logits = someLogits(200);
    const auto likeliest = std::max_element(logits.begin(), logits.end()) - logits.begin();
    Sampler greedy({0, 3, 0.5, 1});
    for (int i = 0; i < 5; ++i)
        QCOMPARE(greedy.choose(logits), std::int64_t{likeliest});
    QCOMPARE(chances(logits, {0, 3, 0.5, 1}).size(), std::size_t{1});
}

void TestSampler::equallyLikelyTokensGoById()
{
    const std::vector<float> logits{0, 2, 1, 2, 1};
    const std::vector<TokenChance> ranked = chances(logits, {1, 3, 1, 1});
    QCOMPARE(ranked.size(), std::size_t{3});
    QCOMPARE(ranked[0].id, std::int64_t{1});
    QCOMPARE(ranked[1].id, std::int64_t{3});
    QCOMPARE(ranked[2].id, std::int64_t{2});
    QCOMPARE(Sampler({0, 0, 1, 1}).choose(logits), std::int64_t{1});
}

QTEST_APPLESS_MAIN(TestSampler)
#include "TestSampler.moc"
