// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobFile.h"
#include "core/jobs/LoadModelJob.h"
#include "core/measures/Subset.h"
#include "core/project/MeasureArchive.h"
#include "core/project/ProjectExport.h"
#include "tests/support/MeasureJobs.h"
#include "tests/support/ParsedSettings.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

/// Cancels when so many items are done.
class StopsAt final : public Monitor {
public:
    explicit StopsAt(std::int64_t items) : m_items(items) {}
    void stage(const char *) override {}
    void step(std::int64_t done, std::int64_t total) override
    {
        if (total > 1 && done >= m_items)
            throw Error(Error::Kind::Cancelled, "stopped");
    }

private:
    std::int64_t m_items;
};

bool sameNumbers(const MeasureProgress &a, const MeasureProgress &b)
{
    for (std::size_t column = 0; column < a.columns.size(); ++column)
        for (std::size_t item = 0; item < a.states.size(); ++item)
            if (std::memcmp(&a.columns[column][item], &b.columns[column][item], sizeof(float)) != 0)
                return false;
    return a.columns.size() == b.columns.size() && a.states == b.states;
}

} // namespace

class TestMeasureJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsComeBackFromEveryForm();
    void badSettingsAreRefused();
    void theDemoModelLeansAsPlanted();
    void aPartIsDrawnFromAllClusters();
    void theBatchChangesNothing();
    void aStoppedMeasureGoesOnToTheSameNumbers();
    void aModelOfTheWrongKindIsRefused();
    void missingDataIsNamed();
    void aSureMeasureStopsEarly();
    void goalsMoveTheTarget();
    void badGoalsAreRefused();
    void aProjectKeepsAMeasure();
    void aDamagedMeasureIsRefused();
};

void TestMeasureJob::settingsComeBackFromEveryForm()
{
    const MeasureSettings all =
        parsed<MeasureSettings>({QStringLiteral("gap,fb"), QStringLiteral("a"), QStringLiteral("b c"),
                                 QStringLiteral("--against"), QStringLiteral("d"), QStringLiteral("--limit"),
                                 QStringLiteral("7"), QStringLiteral("--goal"), QStringLiteral("share")});
    QCOMPARE(all.models, (QStringList{QStringLiteral("a"), QStringLiteral("b c")}));
    QCOMPARE(all.names(), (QStringList{QStringLiteral("gap"), QStringLiteral("fb")}));
    QCOMPARE(fromJson<MeasureSettings>(toJson(all)), all);
    QCOMPARE(parsed<MeasureSettings>(toArguments(all)), all);
    QVERIFY(all.command().startsWith(QLatin1String("counterweight measure gap,fb a 'b c' --against d")));
    const JobFile file{measureJob, toJson(all)};
    QCOMPARE(JobFile::read(file.text(), QStringLiteral("x")).command(), all.command());
    MeasureSettings every = all;
    every.measures = QStringLiteral("all");
    QCOMPARE(every.names().size(), static_cast<qsizetype>(measures().size()));
}

void TestMeasureJob::badSettingsAreRefused()
{
    MeasureSettings unknown = settings(QStringLiteral("gap,nonsense"));
    QVERIFY(thrown([&] { unknown.check(); }).startsWith(QLatin1String("Input: ")));
    MeasureSettings none = settings(QStringLiteral(","));
    QVERIFY(thrown([&] { none.check(); }).contains(QLatin1String("No measure is named")));
    MeasureSettings alone = settings();
    alone.models.clear();
    QVERIFY(thrown([&] { alone.check(); }).contains(QLatin1String("needs a model")));
}

void TestMeasureJob::theDemoModelLeansAsPlanted()
{
    const MeasureProgress progress = measured(settings());
    QVERIFY(progress.isComplete());
    QCOMPARE(progress.count(ItemState::Done), 95 * 17);
    QVERIFY(numberOf(progress, "abs_gap") > 0.5);
    QVERIFY(numberOf(progress, "aligned_gap") > 0.5);
    QVERIFY(numberOf(progress, "share_correlation") < -0.9);
    QVERIFY(std::abs(numberOf(progress, "mass") - 0.9) < 0.05);
    const MeasureSummary summary = summarise(progress, 500);
    QCOMPARE(summary.clusters, (std::vector<int>{95, 17}));
    for (const MeasuredNumber &number : summary.numbers)
        if (!std::isnan(number.value))
            QVERIFY(number.interval.low <= number.value && number.value <= number.interval.high);
}

void TestMeasureJob::aPartIsDrawnFromAllClusters()
{
    const MeasureProgress progress = measured(settings(gap, 95));
    QSet<QString> occupations;
    for (const MeasureItem &item : progress.run.items)
        occupations.insert(item.clusters[0]);
    QCOMPARE(occupations.size(), 95);
    QCOMPARE(progress.run.items.size(), std::size_t{95});
    QCOMPARE(stratifiedSubset(progress.run.items, 1000, 1).size(), std::size_t{95});
    QVERIFY(stratifiedSubset(progress.run.items, 10, 1) != stratifiedSubset(progress.run.items, 10, 2));
}

void TestMeasureJob::theBatchChangesNothing()
{
    MeasureSettings one = settings(gap, 40);
    one.batch = 1;
    MeasureSettings many = one;
    many.batch = 64;
    const MeasureProgress a = measured(one);
    const MeasureProgress b = measured(many);
    for (std::size_t item = 0; item < a.states.size(); ++item)
        QVERIFY(std::abs(a.columns[0][item] - b.columns[0][item]) < 1e-5);
}

void TestMeasureJob::aStoppedMeasureGoesOnToTheSameNumbers()
{
    const MeasureSettings asked = settings(QStringLiteral("fb"));
    const MeasureProgress undisturbed = measured(asked);
    MeasureJob stopped(asked);
    const Collected first(stopped);
    StopsAt monitor(static_cast<std::int64_t>(undisturbed.states.size() / 2));
    QVERIFY(!stopped.runHere(monitor));
    QVERIFY(first.progress.settled() > 0 && !first.progress.isComplete() && !first.summary);

    MeasureJob again(asked, {}, first.progress);
    const Collected rest(again, first.progress);
    SilentMonitor silent;
    valueOrThrow(again.runHere(silent));
    QVERIFY(rest.progress.isComplete());
    QVERIFY(sameNumbers(rest.progress, undisturbed));

    MeasureJob finished(asked, {}, undisturbed);
    const Collected nothing(finished, undisturbed);
    valueOrThrow(finished.runHere(silent));
    QCOMPARE(nothing.blocks, 0);
    for (const Collected *whole : {&rest, &nothing}) {
        QVERIFY(whole->summary);
        QCOMPARE(whole->summary->numbers.front().value, summarise(undisturbed).numbers.front().value);
        QCOMPARE(whole->summary->numbers.front().interval.high, summarise(undisturbed).numbers.front().interval.high);
    }

    MeasureJob other(settings(QStringLiteral("fb"), 20), {}, undisturbed);
    const Collected anew(other, undisturbed);
    valueOrThrow(other.runHere(silent));
    QCOMPARE(anew.progress.states.size(), std::size_t{20});
}

void TestMeasureJob::aModelOfTheWrongKindIsRefused()
{
    MeasureSettings asked = settings(QStringLiteral("fb"));
    asked.models = QStringList{fixture(QStringLiteral("models/bert"))};
    const QString sentence = thrown([&] { measured(asked); });
    QVERIFY2(sentence.startsWith(QLatin1String("Unsupported: fb needs a model")), qPrintable(sentence));
}

void TestMeasureJob::missingDataIsNamed()
{
    const QString none = thrown([] { measured(settings(QStringLiteral("seat"))); });
    QVERIFY2(none.startsWith(QLatin1String("File: ")) && none.contains(QLatin1String("--data")), qPrintable(none));
    const QTemporaryDir empty;
    MeasureSettings asked = settings(QStringLiteral("seat"));
    asked.data = empty.path();
    const QString missing = thrown([&] { measured(asked); });
    QVERIFY2(missing.contains(empty.path()) && missing.contains(QLatin1String("https://")), qPrintable(missing));
}

void TestMeasureJob::aSureMeasureStopsEarly()
{
    MeasureSettings asked = settings();
    asked.until = 0.2;
    const MeasureProgress progress = measured(asked);
    QVERIFY(progress.isComplete());
    const int spared = progress.count(ItemState::Spared);
    QVERIFY2(spared > 0 && spared < 95 * 17, qPrintable(QString::number(spared)));
    QVERIFY(std::abs(numberOf(progress, "abs_gap") - numberOf(measured(settings()), "abs_gap")) < 0.2);
    asked.until = 0.01; // more than all items give
    QCOMPARE(measured(asked).count(ItemState::Spared), 0);
}

void TestMeasureJob::goalsMoveTheTarget()
{
    MeasureSettings asked = settings(gap, 60);
    const double parity = numberOf(measured(asked), "distance");
    asked.goal = QStringLiteral("share");
    const MeasureProgress share = measured(asked);
    QCOMPARE(share.run.goal, QStringLiteral("share"));
    QVERIFY(std::abs(numberOf(share, "distance") - parity) > 0.05);
    const QTemporaryDir dir;
    QVERIFY(write(dir.filePath(QStringLiteral("own.csv")), "name,target\nnurse,0.25\n"));
    asked.limit = 0;
    asked.goal = dir.filePath(QStringLiteral("own.csv"));
    const MeasureProgress own = measured(asked);
    QCOMPARE(own.run.files.size(), 1);
    for (std::size_t item = 0; item < own.states.size(); ++item)
        QCOMPARE(std::isnan(own.columns[9][item]), own.run.items[item].clusters[0] != QLatin1String("nurse"));
}

void TestMeasureJob::badGoalsAreRefused()
{
    const QTemporaryDir dir;
    MeasureSettings asked = settings(gap, 5);
    asked.goal = dir.filePath(QStringLiteral("own.csv"));
    QVERIFY(thrown([&] { measured(asked); }).startsWith(QLatin1String("Input: ")));
    for (const char *text : {"nurse,0.5\n", "name,target\nnurse,2\n", "name,target\nnurse\n"}) {
        QVERIFY(write(asked.goal, text));
        const QString sentence = thrown([&] { measured(asked); });
        QVERIFY2(sentence.startsWith(QLatin1String("Format: ")) && sentence.contains(QLatin1String("line ")),
                 qPrintable(sentence));
    }
    QVERIFY(write(asked.goal, "name,target\nn\xFFrse,0.5\n"));
    QVERIFY(thrown([&] { measured(asked); }).contains(QLatin1String("UTF-8")));
}

void TestMeasureJob::aProjectKeepsAMeasure()
{
    const QTemporaryDir dir;
    Project project(dir.path());
    valueOrThrow(project.create(dir.filePath(QStringLiteral("p.cwp"))));
    const MeasureSettings asked = settings(gap, 50);
    MeasureJob job(asked);
    const Collected collected(job);
    keepMeasure(job, project, {});
    SilentMonitor silent;
    valueOrThrow(job.runHere(silent));
    valueOrThrow(project.flush());
    const MeasureProgress loaded = valueOrThrow(loadMeasure(project, 1));
    QVERIFY(sameNumbers(loaded, collected.progress));
    QVERIFY(canContinue(loaded.run, collected.progress.run));
    QCOMPARE(loaded.run.items[3].text, collected.progress.run.items[3].text);
    const RunRecord record = valueOrThrow(project.run(1));
    QCOMPARE(record.state, RunState::Done);
    QVERIFY(record.result[QLatin1String("numbers")].toObject().contains(QLatin1String("abs_gap")));
    QVERIFY(exportedProject(project).contains("\"clusters\""));
    QVERIFY(findMeasure(project, asked, loaded.run.fingerprint).has_value());
    QVERIFY(!findMeasure(project, settings(gap, 51), loaded.run.fingerprint).has_value());
    MeasureRun newer = loaded.run;
    newer.weights = QStringLiteral("later");
    QVERIFY(!canContinue(loaded.run, newer));
}

void TestMeasureJob::aDamagedMeasureIsRefused()
{
    const QTemporaryDir dir;
    Project project(dir.path());
    valueOrThrow(project.create(dir.filePath(QStringLiteral("p.cwp"))));
    const MeasureSettings asked = settings(gap, 5);
    RunRecord record;
    record.job = measureJob;
    record.settings = toJson(asked);
    record.measured = asked.measured();
    record.model = QStringLiteral("f");
    project.beginRun({QStringLiteral("f"), demoModel(), {}, {}}, record, {}, {{QStringLiteral("a"), {}, {}, {}}});
    record.job = traceJob;
    project.beginRun({QStringLiteral("f"), demoModel(), {}, {}}, record, {});
    valueOrThrow(project.flush());
    const auto damaged = loadMeasure(project, 1);
    QVERIFY(!damaged && damaged.error().kind() == Error::Kind::Storage);
    const auto trace = loadMeasure(project, 2);
    QVERIFY(!trace && trace.error().kind() == Error::Kind::Input);
}

QTEST_GUILESS_MAIN(TestMeasureJob)
#include "TestMeasureJob.moc"
