// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Edit.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"
#include "core/jobs/EditJob.h"
#include "core/jobs/EditTrial.h"
#include "core/jobs/LoadModelJob.h"
#include "tests/support/TestFiles.h"

#include <ATen/ATen.h>
#include <QJsonArray>
#include <QTest>
#include <limits>

using namespace cw;
using namespace cw::test;

namespace {

const std::string parameter = "layers.1.mlp.out"; // of the demo model: 128 rows of 512

std::shared_ptr<const Edit> rowsOfOnes(double size)
{
    return std::make_shared<const Edit>(Edit{{Delta::ofRows(parameter, {2, 3, 60}, at::full({3, 512}, size))}});
}

double sumOf(const Model &model)
{
    const ParameterView view = parameterView(model, parameter);
    return rowsOf(model, view, allRows(view)).to(at::kDouble).sum().item<double>();
}

TrialScore sumScore()
{
    return {QStringLiteral("sum"), 1, false, [](const Model &model, Monitor &) {
                return TrialScore::Value{sumOf(model), 1};
            }};
}

PlaceboScore scored(double value, double mass)
{
    return {value, {mass, 1, 1}};
}

bool near(double a, double b)
{
    return qAbs(a - b) < 1e-3 * qAbs(b);
}

} // namespace

/// What edits and their placebos are compared by.
class TestPlaceboBand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void brokenGuardsCountAsNoReduction();
    void theRankCountsDrawsAtLeastAsGood();
    void everyDrawIsScoredInTheEditsPlace();
    void aModelThatIsDestroyedBreaksItsGuards();
    void stopsBetweenDraws();

private:
    MadeEdit made(const std::shared_ptr<const Edit> &edit) const
    {
        SilentMonitor monitor;
        return applied(m_demo, {}, edit, 1, monitor);
    }

    LoadedModel m_demo;
};

void TestPlaceboBand::initTestCase()
{
    m_demo = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
}

void TestPlaceboBand::brokenGuardsCountAsNoReduction()
{
    PlaceboBand band;
    band.before = scored(0.6, 0.9);
    QCOMPARE(band.counted(scored(0.2, 0.85)), 0.2);
    QCOMPARE(band.counted(scored(0.1, 0.5)), 0.6);
    QCOMPARE(band.counted(scored(0.1, 1.0)), 0.6);
    QCOMPARE(band.counted({0.1, {0.9, 1.019, 1}}), 0.1);
    QCOMPARE(band.counted({0.1, {0.9, 1.021, 1}}), 0.6);
    QCOMPARE(band.counted({0.1, {0.9, 1, 0.91}}), 0.1);
    QCOMPARE(band.counted({0.1, {0.9, 1, 0.89}}), 0.6);
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    for (const GuardValues &values : {GuardValues{none, 1, 1}, GuardValues{0.9, none, 1}, GuardValues{0.9, 1, none}})
        QCOMPARE(band.counted({0.1, values}), 0.6);
    band.mayGain = true;
    QCOMPARE(band.counted(scored(0.1, 1.0)), 0.1);
    QCOMPARE(band.counted(scored(0.1, 0.5)), 0.6);
    QCOMPARE(band.counted(scored(0.1, none)), 0.6);
}

void TestPlaceboBand::theRankCountsDrawsAtLeastAsGood()
{
    PlaceboBand band;
    band.before = scored(0.6, 0.9);
    band.edited = scored(0.3, 0.9);
    band.draws = {scored(0.5, 0.9), scored(0.3, 0.9), scored(0.1, 0.2), scored(0.55, 0.9)};
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
    SilentMonitor monitor;
    const EditTrial trial(made(rowsOfOnes(3)), sumScore(), {}, 1, monitor);
    const PlaceboDraws draws{QStringLiteral("content"), 5, 2, [](int i, Monitor &) { return rowsOfOnes(i + 1); }};
    const PlaceboBand band = trial.band(draws, monitor);
    QCOMPARE(band.kind, QStringLiteral("content"));
    QCOMPARE(band.asked, 5);
    QCOMPARE(band.before.value, sumOf(*m_demo.model));
    QVERIFY(near(band.edited.value - band.before.value, 3 * 3 * 512));
    QVERIFY(near(band.draws[0].value - band.before.value, 3 * 512));
    QVERIFY(near(band.draws[1].value - band.before.value, 2 * 3 * 512));
    QCOMPARE(trial.bands({draws, draws}, monitor).size(), 2);
}

void TestPlaceboBand::aModelThatIsDestroyedBreaksItsGuards()
{
    SilentMonitor monitor;
    const EditTrial trial(made(rowsOfOnes(100)), sumScore(), {}, 1, monitor);
    for (const GuardLine &line : trial.guards())
        QCOMPARE(line.isHeld, line.name == QLatin1String("mass")); // which the score above makes up
    const PlaceboDraws same{QStringLiteral("content"), 1, 1, [](int, Monitor &) { return rowsOfOnes(-100); }};
    const PlaceboBand band = trial.band(same, monitor);
    QVERIFY(band.draws[0].value < band.before.value);
    QCOMPARE(band.counted(band.draws[0]), band.before.value);
    QCOMPARE(toJson(band)[QLatin1String("broken")].toInt(), 1);
    QCOMPARE(toJson(band)[QLatin1String("editedCounts")].toDouble(), band.before.value);
    const EditTrial none(made(rowsOfOnes(1e-6)), sumScore(), {}, 1, monitor);
    QVERIFY(areHeld(none.guards()));
}

void TestPlaceboBand::stopsBetweenDraws()
{
    struct Stopping final : Monitor {
        void stage(const char *) override { isDrawing = true; }
        void step(std::int64_t done, std::int64_t total) override
        {
            if (isDrawing && total == 5 && done == 2)
                throw Error(Error::Kind::Cancelled, "");
        }
        bool isDrawing = false;
    } monitor;
    const EditTrial trial(made(rowsOfOnes(1)), sumScore(), {}, 1, monitor);
    int drawn = 0;
    const PlaceboDraws draws{QStringLiteral("content"), 5, 5, [&](int, Monitor &) {
                                 ++drawn;
                                 return rowsOfOnes(1);
                             }};
    QVERIFY(thrown([&] { trial.band(draws, monitor); }).startsWith(QLatin1String("Cancelled")));
    QCOMPARE(drawn, 2);
}

QTEST_GUILESS_MAIN(TestPlaceboBand)
#include "TestPlaceboBand.moc"
