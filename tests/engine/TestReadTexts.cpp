// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"
#include "core/engine/ReadTexts.h"
#include "core/engine/TextPack.h"
#include "tests/support/ModelRows.h"
#include "tests/support/StoppingMonitor.h"

#include <ATen/ATen.h>
#include <QTest>
#include <random>

using namespace cw;
using namespace cw::test;

namespace {

using Ids = std::vector<std::int64_t>;

Ids drawn(std::mt19937 &random, int count, int vocabulary)
{
    Ids ids;
    for (int i = 0; i < count; ++i)
        ids.push_back(static_cast<std::int64_t>(random() % static_cast<unsigned>(vocabulary)));
    return ids;
}

Ids joined(Ids a, const Ids &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// Texts that share begins in all ways: none, some, all of another one, and the same text twice.
std::vector<Ids> texts(const ModelSpec &spec)
{
    std::mt19937 random(7);
    const int longest = std::min(spec.context, 24);
    const Ids begin = drawn(random, 9, spec.vocabulary);
    const Ids further = joined(begin, drawn(random, 6, spec.vocabulary));
    std::vector<Ids> all{drawn(random, 3, spec.vocabulary), begin, further, begin,
                         drawn(random, longest, spec.vocabulary)};
    for (const int tail : {1, 2, 5, 5, 7})
        all.push_back(joined(further, drawn(random, tail, spec.vocabulary)));
    for (const int tail : {4, 4, 8})
        all.push_back(joined(begin, drawn(random, tail, spec.vocabulary)));
    for (Ids &ids : all)
        ids.resize(std::min<std::size_t>(ids.size(), static_cast<std::size_t>(spec.context)));
    return all;
}

/// Every position reads two tokens: one drawn and the likeliest.
std::vector<Query> queries(const Model &model, std::vector<std::vector<double>> &expected)
{
    std::mt19937 random(11);
    std::vector<Query> all;
    for (const Ids &ids : texts(model.spec())) {
        const at::Tensor wanted = textLogits(model, ids).to(at::kDouble).log_softmax(-1);
        Query query{ids, {}};
        expected.emplace_back();
        for (int row = 0; row < static_cast<int>(ids.size()); ++row) {
            const auto any = static_cast<std::int64_t>(random() % static_cast<unsigned>(model.spec().vocabulary));
            for (const std::int64_t id : {any, wanted[row].argmax().item<std::int64_t>()}) {
                query.reads.push_back({row, id});
                expected.back().push_back(wanted[row][id].item<double>());
            }
        }
        all.push_back(query);
    }
    return all;
}

} // namespace

class TestReadTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatOneTextAtATimeGives_data() { addModelRows(); }
    void readsWhatOneTextAtATimeGives();
    void statesAreThoseOfTheForwardPass_data() { addModelRows(); }
    void statesAreThoseOfTheForwardPass();
    void beginsAreComputedOnce();
    void everyPositionHasItsRow();
    void refusesWhatTheModelCannotRead();
    void stopsWhenAsked();
};

void TestReadTexts::readsWhatOneTextAtATimeGives()
{
    QFETCH(QString, folder);
    const auto model = Checkpoint::open(folder)->model({});
    std::vector<std::vector<double>> expected;
    const std::vector<Query> asked = queries(*model, expected);
    SilentMonitor silent;
    for (const PackLimits &limits : {PackLimits(), PackLimits{4096, 1}, PackLimits{20, 1000}}) {
        const std::vector<Readings> read = readTexts(*model, asked, limits, silent);
        QCOMPARE(read.size(), asked.size());
        for (std::size_t i = 0; i < asked.size(); ++i) {
            for (std::size_t j = 0; j < asked[i].reads.size(); ++j) {
                const double difference = std::abs(read[i][j].logProbability - expected[i][j]);
                QVERIFY2(difference < 2e-5,
                         qPrintable(QStringLiteral("text %1, read %2: %3").arg(i).arg(j).arg(difference)));
                if (j % 2 == 1)
                    QVERIFY(read[i][j].isTop);
            }
        }
    }
}

void TestReadTexts::statesAreThoseOfTheForwardPass()
{
    QFETCH(QString, folder);
    const auto model = Checkpoint::open(folder)->model({});
    const std::vector<Ids> all = texts(model->spec());
    SilentMonitor silent;
    std::size_t taken = 0;
    readStates(
        *model, all, {},
        [&](std::size_t text, int layer, const at::Tensor &states) {
            ++taken;
            if (layer == 0 || layer == model->spec().layers)
                return;
            at::Tensor wanted;
            textLogits(*model, all[text], [&wanted, layer](const Point &point, const at::Tensor &x) {
                if (point.site == Site::State && point.layer == layer - 1)
                    wanted = x[0].clone();
                return x;
            });
            const double difference = (states - wanted).abs().max().item<double>();
            QVERIFY2(difference < 1e-4, qPrintable(QString::number(difference)));
        },
        silent);
    QCOMPARE(taken, all.size() * static_cast<std::size_t>(model->spec().layers + 1));
}

void TestReadTexts::beginsAreComputedOnce()
{
    const auto model = Checkpoint::open(fixture(QStringLiteral("models/gpt2")))->model({});
    std::mt19937 random(3);
    const Ids begin = drawn(random, 12, model->spec().vocabulary);
    std::vector<Query> asked;
    for (int i = 0; i < 8; ++i)
        asked.push_back({joined(begin, {i, i + 1, i + 2}), {}});
    QCOMPARE(packedRows(*model, asked, {}), 12 + 8 * 3);
    QCOMPARE(packedRows(*model, asked, PackLimits{4096, 1}), 8 * 15);
    QCOMPARE(packedRows(*model, asked, PackLimits{20, 1000}), 4 * (12 + 2 * 3));
}

void TestReadTexts::everyPositionHasItsRow()
{
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        std::vector<Ids> all;
        for (int i = 0; i < 12; ++i) {
            const Ids more = drawn(random, 1 + static_cast<int>(random() % 9), 3);
            all.push_back(i > 0 && random() % 3 > 0 ? joined(all[random() % all.size()], more) : more);
        }
        TextPack::Texts pointers;
        for (const Ids &ids : all)
            pointers.push_back(&ids);
        const TextPack pack(pointers, round % 2 == 0);
        const std::vector<std::int64_t> ids = pack.ids();
        const std::vector<std::int64_t> positions = pack.positions();
        QCOMPARE(static_cast<std::int64_t>(ids.size()), pack.rows());
        for (std::size_t text = 0; text < all.size(); ++text) {
            for (std::size_t position = 0; position < all[text].size(); ++position) {
                const auto row = static_cast<std::size_t>(pack.row(text, static_cast<int>(position)));
                QCOMPARE(ids[row], all[text][position]);
                QCOMPARE(positions[row], static_cast<std::int64_t>(position));
            }
        }
    }
}

void TestReadTexts::refusesWhatTheModelCannotRead()
{
    const auto model = Checkpoint::open(fixture(QStringLiteral("models/gpt2")))->model({});
    SilentMonitor silent;
    const Ids tooLong(static_cast<std::size_t>(model->spec().context) + 1, 0);
    QVERIFY(thrown([&] { readTexts(*model, {{{}, {}}}, {}, silent); }).startsWith(QLatin1String("Input: ")));
    QVERIFY(thrown([&] { readTexts(*model, {{tooLong, {}}}, {}, silent); }).startsWith(QLatin1String("Input: ")));
    QVERIFY(thrown([&] { readTexts(*model, {{{-1}, {}}}, {}, silent); }).startsWith(QLatin1String("Input: ")));
}

void TestReadTexts::stopsWhenAsked()
{
    const auto model = Checkpoint::open(fixture(QStringLiteral("models/gpt2")))->model({});
    StoppingMonitor monitor(1);
    QCOMPARE(thrown([&] {
                 readTexts(*model, {{{1, 2, 3}, {{2, 0}}}}, {}, monitor);
             }),
             QStringLiteral("Cancelled: cancelled"));
}

QTEST_GUILESS_MAIN(TestReadTexts)
#include "TestReadTexts.moc"
