// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/MgEditJob.h"
#include "core/jobs/MgLevelsJob.h"
#include "tests/support/QuickLevels.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <limits>

using namespace cw;
using namespace cw::test;

/// MG-Editing at all levels at once.
class TestMgLevels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allLevelsAreCompared();
    void aLevelAloneIsTheSame();
    void theyAreJsonLinesAndATable();
    void jsonIsReadBack();
    void olderFilesAreRead();
    void whatIsNoComparisonIsRefused_data();
    void whatIsNoComparisonIsRefused();
    void theyAreWrittenByTheirName();
    void theCommandComparesThem();
    void whatNarrowsALevelIsRefused();
    void canBeCancelled();

private:
    MgLevels m_levels;
    QHash<QString, QString> m_hashes; ///< by level
};

void TestMgLevels::allLevelsAreCompared()
{
    MgLevelsJob job(quickLevels());
    QStringList heard;
    QObject::connect(&job, &MgLevelsJob::begun, &job, [&heard](const MgLevelsRun &run) {
        QCOMPARE(run.settings, quickLevels());
        QVERIFY(!run.fingerprint.isEmpty());
        heard << QStringLiteral("begun");
    });
    QObject::connect(&job, &MgLevelsJob::grown, &job, [this, &heard](const MgLevels &levels) {
        m_levels = levels;
        heard << QString::number(levels.lines.size());
    });
    QObject::connect(&job, &MgLevelsJob::made, &job, [this](const MadeEdit &edit) {
        m_hashes.insert(edit.facts[QLatin1String("level")].toString(), edit.hash);
    });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    QCOMPARE(heard.join(u' '), QStringLiteral("begun 2 3 4 5 6"));
    QCOMPARE(m_hashes.size(), 5);
    QStringList names;
    for (const MgLevelLine &line : m_levels.lines)
        names << line.level;
    QCOMPARE(names.join(u','), QStringLiteral("unedited,full,layer,module,row,weight"));
    const MgLevelLine &before = m_levels.lines.front();
    QCOMPARE(before.changed, qint64{0});
    for (std::size_t i = 1; i < m_levels.lines.size(); ++i) {
        const MgLevelLine &line = m_levels.lines[i];
        QVERIFY(line.changed > 0 && line.changed <= line.trained);
        QVERIFY(i == 1 || line.trained < m_levels.lines[i - 1].trained);
        QVERIFY(line.train.fb < before.train.fb);
        QVERIFY(line.perplexity > 0.5 && line.perplexity < 2);
        QVERIFY(line.seconds > 0);
    }
}

void TestMgLevels::theyAreJsonLinesAndATable()
{
    const QJsonObject json = toJson(m_levels);
    QCOMPARE(json[QLatin1String("complete")], QJsonValue(true));
    QCOMPARE(json[QLatin1String("model")].toString(), demoModel());
    QCOMPARE(json[QLatin1String("levels")][3][QLatin1String("test")][QLatin1String("fb")].toDouble(),
             m_levels.lines[3].test.fb);
    const QList<QByteArray> lines = toCsv(m_levels).trimmed().split('\n');
    QCOMPARE(lines.size(), 7);
    for (const QByteArray &line : lines)
        QCOMPARE(line.split(',').size(), 17);
    QVERIFY(lines[5].startsWith("row,"));
    QVERIFY(describe(m_levels).contains(QLatin1String("unedited")));
}

void TestMgLevels::aLevelAloneIsTheSame()
{
    MgEditSettings settings = quickLevels();
    settings.level = EditLevel::Row;
    MgEditJob job(settings);
    QString hash;
    QObject::connect(&job, &MgEditJob::made, &job, [&hash](const MadeEdit &edit) { hash = edit.hash; });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    QCOMPARE(hash, m_hashes.value(QStringLiteral("row")));
}

void TestMgLevels::jsonIsReadBack()
{
    MgLevels levels = m_levels;
    levels.lines[1].perplexity = std::numeric_limits<double>::quiet_NaN(); // a level that went astray
    levels.lines[2].guards = GuardVerdict::Undecided;
    levels.lines[4].placebo = MgLevelLine::Placebo{QStringLiteral("moved"), 0.25, 0.5, 0.125};
    // As a file has it.
    const QJsonObject json = QJsonDocument::fromJson(QJsonDocument(toJson(levels)).toJson()).object();
    const MgLevels back = levelsFromJson(json, QStringLiteral("here"));
    QVERIFY(std::isnan(back.lines[1].perplexity));
    QCOMPARE(QJsonDocument(toJson(back)).toJson(), QJsonDocument(json).toJson());
    QCOMPARE(toCsv(back), toCsv(levels));
    QVERIFY(back.lines[2].guards == GuardVerdict::Undecided && !back.lines[2].placebo);
    QCOMPARE(back.lines[4].placebo->high, 0.5);
    // Of nothing yet.
    QVERIFY(levelsFromJson(toJson(MgLevels()), QStringLiteral("here")).lines.empty());
}

/// Before guards had three verdicts.
void TestMgLevels::olderFilesAreRead()
{
    QJsonObject json = toJson(m_levels);
    QJsonArray lines = json[QLatin1String("levels")].toArray();
    for (const int line : {1, 2}) {
        QJsonObject older = lines[line].toObject();
        older.remove(QStringLiteral("guards"));
        older.insert(QStringLiteral("guardsHeld"), line == 1);
        lines[line] = older;
    }
    json.insert(QStringLiteral("levels"), lines);
    const MgLevels levels = levelsFromJson(json, QStringLiteral("here"));
    QCOMPARE(levels.lines[1].guards, GuardVerdict::Held);
    QCOMPARE(levels.lines[2].guards, GuardVerdict::Broken);
}

void TestMgLevels::whatIsNoComparisonIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("no lines") << QByteArray(R"({"levels": 3})");
    QTest::newRow("another level") << QByteArray(
        R"({"levels": [{"level": "head", "train": {}, "dev": {}, "test": {}}]})");
    QTest::newRow("a fold less") << QByteArray(R"({"levels": [{"level": "row", "train": {}, "dev": {}}]})");
    QTest::newRow("votes") << QByteArray(R"({"places": [], "complete": true})");
}

void TestMgLevels::whatIsNoComparisonIsRefused()
{
    QFETCH(QByteArray, json);
    QCOMPARE(thrown([&] { levelsFromJson(QJsonDocument::fromJson(json).object(), QStringLiteral("here.json")); }),
             QStringLiteral("Format: here.json holds no comparison of MG-Editing's levels."));
}

void TestMgLevels::theyAreWrittenByTheirName()
{
    const QTemporaryDir dir;
    writeLevels(dir.filePath(QStringLiteral("levels.csv")), m_levels);
    QCOMPARE(test::read(dir.filePath(QStringLiteral("levels.csv"))), toCsv(m_levels));
    writeLevels(dir.filePath(QStringLiteral("levels.json")), m_levels);
    QCOMPARE(QJsonDocument::fromJson(test::read(dir.filePath(QStringLiteral("levels.json")))).object(),
             toJson(m_levels));
    QVERIFY(thrown([&] {
                writeLevels(QStringLiteral("/nowhere/levels.csv"), m_levels);
            }).startsWith(QLatin1String("File")));
}

void TestMgLevels::theCommandComparesThem()
{
    MgEditSettings settings = quickLevels();
    settings.level = EditLevel::Weight; // says nothing here
    const QString command = JobFile{mgLevelsJob, toJson(settings)}.command();
    QVERIFY(command.startsWith(QStringLiteral("counterweight edit mg")));
    QVERIFY(command.endsWith(QStringLiteral(" --compare")));
    QVERIFY(command.contains(QStringLiteral("--limit 6")) && !command.contains(QStringLiteral("--level")));
    const JobFile file{mgLevelsJob, toJson(settings)};
    QCOMPARE(JobFile::read(file.text(), QStringLiteral("job.json")).job, QString(mgLevelsJob));
    QVERIFY(!settings.measured().contains(QLatin1String("data")));
    QCOMPARE(settings.measured()[QLatin1String("limit")].toInt(), 6);
}

void TestMgLevels::whatNarrowsALevelIsRefused()
{
    MgEditSettings settings = quickLevels();
    settings.modules = QStringList{QStringLiteral("layers.5.mlp.out")};
    SilentMonitor monitor;
    const Result<void> result = MgLevelsJob(settings).runHere(monitor);
    QVERIFY(!result && result.error().kind() == Error::Kind::Input);
    settings = quickLevels();
    settings.placebo = 2;
    settings.placeboKind = PlaceboChoice::Moved;
    QVERIFY(thrown([&] { MgLevelsJob::check(settings); }).startsWith(QLatin1String("Input")));
}

void TestMgLevels::canBeCancelled()
{
    MgEditSettings settings = quickLevels();
    settings.epochs = 1000;
    settings.patience = 1000;
    JobQueue queue;
    auto *job = queue.add(std::make_unique<MgLevelsJob>(settings));
    QSignalSpy cancelled(job, &Job::cancelled);
    QSignalSpy progressed(job, &Job::progressed);
    QTRY_VERIFY_WITH_TIMEOUT(progressed.size() > 5, 60000);
    job->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.size(), 1, 10000);
}

QTEST_GUILESS_MAIN(TestMgLevels)
#include "TestMgLevels.moc"
