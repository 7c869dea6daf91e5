// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/MovedEdit.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/PlaceboBand.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QJsonArray>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

const std::string parameter = "layers.1.mlp.out";

/// Of a model of 128 rows of 512.
Edit rowEdit()
{
    return {{Delta::ofRows(parameter, {2, 3, 60}, at::arange(3 * 512, at::kFloat).view({3, 512}))}};
}

Edit weightEdit()
{
    return {{Delta::sparse(parameter, at::tensor({5, 700, 40000}, at::kLong), at::tensor({0.5F, -1.0F, 2.0F}))}};
}

} // namespace

/// Controls and what an edit is compared with them by.
class TestPlaceboBand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void changesMoveElsewhere();
    void whatFillsAParameterCannotMove();
    void brokenGuardsCountAsNoReduction();
    void theRankCountsDrawsAtLeastAsGood();
    void everyDrawIsScoredInTheEditsPlace();
    void stopsBetweenDraws();

private:
    LoadedModel m_demo;
};

void TestPlaceboBand::initTestCase()
{
    m_demo = loadModel(QDir(qEnvironmentVariable("CW_TEST_RESOURCES")).filePath(QStringLiteral("demo-model")),
                       QStringLiteral("cpu"), QStringLiteral("fp32"));
}

void TestPlaceboBand::changesMoveElsewhere()
{
    for (const Edit &edit : {rowEdit(), weightEdit()}) {
        const Delta &before = edit.deltas.front();
        const Edit moved = movedEdit(*m_demo.model, edit, 7);
        const Delta &after = moved.deltas.front();
        check(after, parameterView(*m_demo.model, parameter));
        QVERIFY(at::equal(after.values, before.values));
        QCOMPARE(after.others.numel(), before.others.numel());
        for (std::int64_t i = 0; i < after.others.numel(); ++i)
            QVERIFY(!(before.others == after.others[i]).any().item<bool>());
        QVERIFY(at::equal(movedEdit(*m_demo.model, edit, 7).deltas.front().others, after.others));
        QVERIFY(!at::equal(movedEdit(*m_demo.model, edit, 8).deltas.front().others, after.others));
    }
}

void TestPlaceboBand::whatFillsAParameterCannotMove()
{
    const Edit dense{{Delta::dense(parameter, at::ones({128, 512}))}};
    QVERIFY(thrown([&] { movedEdit(*m_demo.model, dense, 1); }).startsWith(QLatin1String("Input")));
    std::vector<std::int64_t> most;
    for (std::int64_t row = 0; row < 100; ++row)
        most.push_back(row);
    const Edit wide{{Delta::ofRows(parameter, most, at::ones({100, 512}))}};
    QVERIFY(thrown([&] { movedEdit(*m_demo.model, wide, 1); }).startsWith(QLatin1String("Input")));
}

void TestPlaceboBand::brokenGuardsCountAsNoReduction()
{
    PlaceboBand band;
    band.before = {0.6, 0.9};
    QCOMPARE(band.counted({0.2, 0.85}), 0.2);
    QCOMPARE(band.counted({0.1, 0.5}), 0.6);
    QCOMPARE(band.counted({0.1, 1.0}), 0.6);
    band.mayGain = true;
    QCOMPARE(band.counted({0.1, 1.0}), 0.1);
    QCOMPARE(band.counted({0.1, 0.5}), 0.6);
}

void TestPlaceboBand::theRankCountsDrawsAtLeastAsGood()
{
    PlaceboBand band;
    band.before = {0.6, 0.9};
    band.edited = {0.3, 0.9};
    band.draws = {{0.5, 0.9}, {0.3, 0.9}, {0.1, 0.2}, {0.55, 0.9}};
    QCOMPARE(band.rank(), 2.0 / 5);
    const QJsonObject json = toJson(band);
    QCOMPARE(json[QLatin1String("rank")].toDouble(), 2.0 / 5);
    QCOMPARE(json[QLatin1String("broken")].toInt(), 1);
    QCOMPARE(json[QLatin1String("draws")].toArray().size(), 4);
    QCOMPARE(json[QLatin1String("tooFew")], QJsonValue(true));
    // Of 0.3, 0.5, 0.55 and 0.6, between the two nearest.
    QVERIFY(qAbs(json[QLatin1String("low")].toDouble() - (0.3 + 0.15 * 0.2)) < 1e-9);
    QVERIFY(qAbs(json[QLatin1String("high")].toDouble() - (0.55 + 0.85 * 0.05)) < 1e-9);
}

void TestPlaceboBand::everyDrawIsScoredInTheEditsPlace()
{
    const auto edit = std::make_shared<const Edit>(rowEdit());
    const ParameterView view = parameterView(*m_demo.model, parameter);
    const auto sum = [&view](const Model &model) {
        return PlaceboScore{rowsOf(model, view, allRows(view)).to(at::kDouble).sum().item<double>(), 1};
    };
    const auto draw = [](int i) {
        Edit drawn = rowEdit();
        drawn.deltas.front().values = drawn.deltas.front().values * 0 + (i + 1);
        return std::make_shared<const Edit>(drawn);
    };
    SilentMonitor monitor;
    const PlaceboBand band = placeboBand(m_demo.model, edit, 2, draw, sum, monitor);
    const auto near = [](double a, double b) { return qAbs(a - b) < 1e-3 * qAbs(b); };
    QVERIFY(near(band.edited.value - band.before.value, rowEdit().deltas.front().values.sum().item<double>()));
    QVERIFY(near(band.draws[0].value - band.before.value, 3 * 512));
    QVERIFY(near(band.draws[1].value - band.before.value, 2 * 3 * 512));
}

void TestPlaceboBand::stopsBetweenDraws()
{
    struct Stopping final : Monitor {
        void stage(const char *) override {}
        void step(std::int64_t done, std::int64_t total) override
        {
            if (total == 5 && done == 2)
                throw Error(Error::Kind::Cancelled, "");
        }
    } monitor;
    const auto edit = std::make_shared<const Edit>(weightEdit());
    int drawn = 0;
    const auto draw = [&](int) {
        ++drawn;
        return edit;
    };
    const auto score = [](const Model &) { return PlaceboScore{1, 1}; };
    QVERIFY(thrown([&] {
                placeboBand(m_demo.model, edit, 5, draw, score, monitor);
            }).startsWith(QLatin1String("Cancelled")));
    QCOMPARE(drawn, 2);
}

QTEST_GUILESS_MAIN(TestPlaceboBand)
#include "TestPlaceboBand.moc"
