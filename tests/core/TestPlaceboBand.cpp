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

/// The sum, and twice as much below 0.
TrialScore sumScore()
{
    return {{QStringLiteral("sum"), QStringLiteral("below")}, false, [](const Model &model, Monitor &) {
                const auto sum = static_cast<float>(sumOf(model));
                return ItemTable{{{sum, sum}, {-2 * sum, -2 * sum}, {1, 1}}, {}, {{0, 1}}};
            }};
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
    void whatHoldsNoGuardIsNoReduction();
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

void TestPlaceboBand::whatHoldsNoGuardIsNoReduction()
{
    PlaceboBand band;
    band.before = 0.6;
    QCOMPARE(band.counted({0.2, GuardVerdict::Held}), 0.2);
    QCOMPARE(band.counted({0.1, GuardVerdict::Broken}), 0.6);
    QCOMPARE(band.counted({0.1, GuardVerdict::Undecided}), 0.6);
    QCOMPARE(band.counted({0.1, GuardVerdict::None}), 0.1); // there is nothing to guard
}

void TestPlaceboBand::theRankCountsDrawsAtLeastAsGood()
{
    PlaceboBand band;
    band.before = 0.6;
    band.edited = {0.3};
    band.draws = {{0.5}, {0.3}, {0.1, GuardVerdict::Broken}, {0.55}};
    QCOMPARE(band.rank(), 2.0 / 5);
    const QJsonObject json = toJson(band);
    QCOMPARE(json[QLatin1String("rank")].toDouble(), 2.0 / 5);
    QCOMPARE(json[QLatin1String("broken")].toInt(), 1);
    QCOMPARE(json[QLatin1String("undecided")].toInt(-1), 0);
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
    const std::vector<PlaceboBand> bands = trial.bands(draws, monitor);
    QCOMPARE(bands.size(), std::size_t(2));
    const PlaceboBand &band = bands[0];
    QCOMPARE(band.kind, QStringLiteral("content"));
    QCOMPARE(band.score, QStringLiteral("sum"));
    QCOMPARE(band.asked, 5);
    QVERIFY(near(band.before, sumOf(*m_demo.model)));
    QVERIFY(near(band.edited.value - band.before, 3 * 3 * 512));
    QVERIFY(near(band.draws[0].value - band.before, 3 * 512));
    QVERIFY(near(band.draws[1].value - band.before, 2 * 3 * 512));
    QCOMPARE(bands[1].score, QStringLiteral("below"));
    QVERIFY(near(bands[1].before, -2 * band.before));
    QVERIFY(near(bands[1].edited.value, -2 * band.edited.value));
    QVERIFY(near(bands[1].draws[1].value, -2 * band.draws[1].value));
    QJsonObject facts;
    trial.addTo(facts, {draws, draws}, monitor);
    QCOMPARE(facts[QLatin1String("placebo")].toArray().size(), 4);
    QCOMPARE(facts[QLatin1String("score2")][QLatin1String("name")].toString(), QStringLiteral("below"));
    QCOMPARE(facts[QLatin1String("score")][QLatin1String("name")].toString(), QStringLiteral("sum"));
    QVERIFY(near(facts[QLatin1String("score")][QLatin1String("low")].toDouble(), 3 * 3 * 512));
    QCOMPARE(facts[QLatin1String("guards")].toObject().size(), 4);
}

void TestPlaceboBand::aModelThatIsDestroyedBreaksItsGuards()
{
    SilentMonitor monitor;
    const EditTrial trial(made(rowsOfOnes(100)), sumScore(), {}, 1, monitor);
    for (const GuardLine &line : trial.guards())
        QCOMPARE(line.verdict, line.name == QLatin1String("mass") ? GuardVerdict::Held // which the score makes up
                                                                  : GuardVerdict::Broken);
    const PlaceboDraws same{QStringLiteral("content"), 1, 1, [](int, Monitor &) { return rowsOfOnes(-100); }};
    const PlaceboBand band = trial.bands(same, monitor)[0];
    QVERIFY(band.draws[0].value < band.before);
    QCOMPARE(band.counted(band.draws[0]), band.before);
    QCOMPARE(toJson(band)[QLatin1String("broken")].toInt(), 1);
    QCOMPARE(toJson(band)[QLatin1String("editedCounts")].toDouble(), band.before);
    const EditTrial none(made(rowsOfOnes(1e-6)), sumScore(), {}, 1, monitor);
    QCOMPARE(verdictOf(none.guards()), GuardVerdict::Held);
}

void TestPlaceboBand::stopsBetweenDraws()
{
    struct Stopping final : Monitor {
        void stage(const char *) override { isDrawing = true; }
        void step(std::int64_t done, std::int64_t total) override
        {
            if (isDrawing && total == 5000 && done == 2000)
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
    QVERIFY(thrown([&] { trial.bands(draws, monitor); }).startsWith(QLatin1String("Cancelled")));
    QCOMPARE(drawn, 2);
}

QTEST_GUILESS_MAIN(TestPlaceboBand)
#include "TestPlaceboBand.moc"
