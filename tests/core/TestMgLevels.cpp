// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Monitor.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/MgEditJob.h"
#include "core/jobs/MgLevelsJob.h"
#include "tests/support/TestFiles.h"

#include <QHash>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

MgEditSettings quick()
{
    MgEditSettings settings;
    settings.model = demoModel();
    settings.limit = 6;
    settings.epochs = 1;
    settings.batch = 6;
    settings.tokens = 200;
    settings.texts = 1;
    return settings;
}

} // namespace

/// MG-Editing at all levels at once.
class TestMgLevels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allLevelsAreCompared();
    void aLevelAloneIsTheSame();
    void whatNarrowsALevelIsRefused();
    void canBeCancelled();

private:
    MgLevels m_levels;
    QHash<QString, QString> m_hashes; ///< by level
};

void TestMgLevels::allLevelsAreCompared()
{
    MgLevelsJob job(quick());
    QObject::connect(&job, &MgLevelsJob::lineReady, &job,
                     [this](const MgLevelLine &line) { m_levels.lines.push_back(line); });
    QObject::connect(&job, &MgLevelsJob::made, &job, [this](const MadeEdit &edit) {
        m_hashes.insert(edit.facts[QLatin1String("level")].toString(), edit.hash);
    });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
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
    const QJsonObject json = toJson(m_levels);
    QCOMPARE(json[QLatin1String("complete")], QJsonValue(false));
    QCOMPARE(json[QLatin1String("levels")][3][QLatin1String("test")][QLatin1String("fb")].toDouble(),
             m_levels.lines[3].test.fb);
    const QList<QByteArray> lines = toCsv(m_levels).trimmed().split('\n');
    QCOMPARE(lines.size(), 7);
    for (const QByteArray &line : lines)
        QCOMPARE(line.split(',').size(), 13);
    QVERIFY(lines[5].startsWith("row,"));
    QVERIFY(describe(m_levels).contains(QLatin1String("unedited")));
}

void TestMgLevels::aLevelAloneIsTheSame()
{
    MgEditSettings settings = quick();
    settings.level = EditLevel::Row;
    MgEditJob job(settings);
    QString hash;
    QObject::connect(&job, &MgEditJob::made, &job, [&hash](const MadeEdit &edit) { hash = edit.hash; });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    QCOMPARE(hash, m_hashes.value(QStringLiteral("row")));
}

void TestMgLevels::whatNarrowsALevelIsRefused()
{
    MgEditSettings settings = quick();
    settings.modules = QStringList{QStringLiteral("layers.5.mlp.out")};
    SilentMonitor monitor;
    const Result<void> result = MgLevelsJob(settings).runHere(monitor);
    QVERIFY(!result && result.error().kind() == Error::Kind::Input);
    settings = quick();
    settings.placebo = 2;
    settings.placeboKind = PlaceboChoice::Moved;
    QVERIFY(thrown([&] { MgLevelsJob::check(settings); }).startsWith(QLatin1String("Input")));
}

void TestMgLevels::canBeCancelled()
{
    MgEditSettings settings = quick();
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
