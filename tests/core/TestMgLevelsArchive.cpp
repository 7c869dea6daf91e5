// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/MgLevelsJob.h"
#include "core/project/MgLevelsArchive.h"
#include "tests/support/QuickLevels.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

/// Comparisons of levels in a project.
class TestMgLevelsArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aComparisonComesBack();
    void aStoppedComparisonKeepsItsLevels();
    void stoppedInItsFirstLevelItHasNone();
    void aComparisonThatFailsSaysWhy();
    void whatIsNoComparisonIsRefused();

private:
    RunRecord lastRun() const;

    QTemporaryDir m_dir;
    std::unique_ptr<Project> m_project;
    LoadedModel m_demo;
};

void TestMgLevelsArchive::initTestCase()
{
    m_project = std::make_unique<Project>(m_dir.path());
    QVERIFY(m_project->create(m_dir.filePath(QStringLiteral("levels.cwp"))));
    m_demo = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
}

RunRecord TestMgLevelsArchive::lastRun() const
{
    return m_project->flush() ? m_project->runs()->last() : RunRecord();
}

void TestMgLevelsArchive::aComparisonComesBack()
{
    MgLevelsJob job(quickLevels(), m_demo);
    const auto ticket = keepLevels(job, *m_project);
    QVERIFY(!*ticket);
    QJsonObject compared;
    QVector<std::size_t> kept; // lines in the project whenever there was one more
    connect(&job, &MgLevelsJob::grown, this, [&](const MgLevels &levels) {
        compared = toJson(levels);
        QVERIFY(m_project->flush());
        kept << loadLevels(*m_project, (*ticket)->id)->levels.lines.size();
    });
    SilentMonitor monitor;
    QVERIFY(job.runHere(monitor));
    QCOMPARE(kept, (QVector<std::size_t>{2, 3, 4, 5, 6}));
    const QString file = m_project->path();
    m_project->close();
    QVERIFY(m_project->open(file));
    const RunRecord run = lastRun();
    QCOMPARE(run.id, (*ticket)->id);
    QCOMPARE(run.job, QString(mgLevelsJob));
    QCOMPARE(run.state, RunState::Done);
    QVERIFY(!run.measured.contains(QLatin1String("model")));
    const Result<KeptLevels> back = loadLevels(*m_project, run.id);
    QVERIFY(back);
    QCOMPARE(back->run.settings, quickLevels());
    QCOMPARE(back->run.folder, demoModel());
    QVERIFY(!back->run.fingerprint.isEmpty() && back->run.stack.isEmpty());
    QVERIFY(back->levels.isComplete);
    QCOMPARE(toJson(back->levels), compared);
}

void TestMgLevelsArchive::aStoppedComparisonKeepsItsLevels()
{
    MgLevelsJob job(quickLevels(), m_demo);
    keepLevels(job, *m_project);
    connect(&job, &MgLevelsJob::grown, this, [&job] { job.cancel(); });
    SilentMonitor monitor;
    QVERIFY(!job.runHere(monitor));
    const RunRecord run = lastRun();
    QCOMPARE(run.state, RunState::Stopped);
    const Result<KeptLevels> back = loadLevels(*m_project, run.id);
    QVERIFY(back && !back->levels.isComplete);
    QCOMPARE(back->levels.lines.size(), std::size_t{2});
    QCOMPARE(back->levels.lines[1].level, QStringLiteral("full"));
}

void TestMgLevelsArchive::stoppedInItsFirstLevelItHasNone()
{
    MgLevelsJob job(quickLevels(), m_demo);
    keepLevels(job, *m_project);
    connect(&job, &MgLevelsJob::begun, this, [&job] { job.cancel(); });
    SilentMonitor monitor;
    QVERIFY(!job.runHere(monitor));
    const RunRecord run = lastRun();
    QCOMPARE(run.state, RunState::Stopped);
    const Result<KeptLevels> back = loadLevels(*m_project, run.id);
    QVERIFY(back && back->levels.lines.empty() && !back->levels.isComplete);
    QCOMPARE(back->levels.model, demoModel());
}

void TestMgLevelsArchive::aComparisonThatFailsSaysWhy()
{
    MgEditSettings settings = quickLevels();
    settings.text = QStringLiteral("/nowhere/text.txt");
    MgLevelsJob job(settings, m_demo);
    keepLevels(job, *m_project);
    SilentMonitor monitor;
    QVERIFY(!job.runHere(monitor));
    const RunRecord run = lastRun();
    QCOMPARE(run.state, RunState::Failed);
    QVERIFY2(run.message.contains(QStringLiteral("/nowhere/text.txt")), qPrintable(run.message));
}

void TestMgLevelsArchive::whatIsNoComparisonIsRefused()
{
    RunRecord record;
    record.job = traceJob;
    record.model = QStringLiteral("fingerprint");
    record.device = QStringLiteral("cpu");
    record.dtype = QStringLiteral("fp32");
    const ModelRecord model{record.model, demoModel(), {}, {}};
    const RunTicket trace = m_project->beginRun(model, record, {});
    record.job = mgLevelsJob;
    const RunTicket damaged = m_project->beginRun(model, record, {});
    QVERIFY(m_project->flush());
    const auto refused = [this](std::int64_t id) { return thrown([&] { valueOrThrow(loadLevels(*m_project, id)); }); };
    QCOMPARE(refused(trace.id), QStringLiteral("Input: Run %1 is no comparison of levels.").arg(trace.id));
    QVERIFY(refused(9999).startsWith(QLatin1String("Input")));
    QVERIFY(refused(damaged.id).startsWith(QLatin1String("Format")));
}

QTEST_GUILESS_MAIN(TestMgLevelsArchive)
#include "TestMgLevelsArchive.moc"
