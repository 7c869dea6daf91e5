// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/EditStack.h"
#include "core/project/PackedEdit.h"
#include "core/project/Project.h"
#include "core/project/ProjectExport.h"
#include "tests/support/Edits.h"
#include "tests/support/TestFiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

/// Runs that are removed and brought back.
class TestRemovedRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void removingIsAStep();
    void stepsOfEditsAndRunsMix();
    void whenTheFileIsLeftTheyAreGone();
    void savedElsewhereTheyCanStillBeBroughtBack();
    void whatIsNeededIsNoStep();

private:
    QString path(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    std::int64_t add(const char *job)
    {
        RunRecord run;
        run.job = QLatin1String(job);
        run.model = QStringLiteral("model");
        const RunTicket ticket = m_project->beginRun({QStringLiteral("model"), {}, {}, {}}, run, {});
        m_project->endRun(ticket, RunState::Done);
        valueOrThrow(m_project->flush());
        return ticket.id;
    }
    QString runs() const { return runsOf(*m_project); }
    static QString runsOf(const Project &project)
    {
        QStringList jobs;
        for (const RunRecord &run : valueOrThrow(project.runs()))
            jobs << run.job;
        return jobs.join(u' ');
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Project> m_project;
    std::unique_ptr<EditStack> m_stack;
};

void TestRemovedRuns::init()
{
    m_stack.reset();
    m_project.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<Project>(m_dir->path());
    valueOrThrow(m_project->create(path("runs.cwp")));
    m_stack = std::make_unique<EditStack>(*m_project);
}

void TestRemovedRuns::removingIsAStep()
{
    add("first");
    const std::int64_t second = add("second");
    const QByteArray before = exportedProject(*m_project);
    int changes = 0;
    connect(m_project.get(), &Project::changed, this, [&changes] { ++changes; });
    m_stack->removeRun(second);
    QVERIFY(changes > 0);
    QCOMPARE(runs(), QStringLiteral("first"));
    QVERIFY(!m_project->run(second));
    QCOMPARE(m_stack->undoText(), QStringLiteral("Remove run 2"));
    const QByteArray without = exportedProject(*m_project);
    QVERIFY(without != before);
    m_stack->undo();
    QCOMPARE(runs(), QStringLiteral("first second"));
    QCOMPARE(exportedProject(*m_project), before);
    QVERIFY(!m_stack->canUndo());
    m_stack->redo();
    QCOMPARE(runs(), QStringLiteral("first"));
    QCOMPARE(exportedProject(*m_project), without);
}

void TestRemovedRuns::stepsOfEditsAndRunsMix()
{
    const std::int64_t first = add("first");
    const std::int64_t second = add("second");
    const QString id = m_stack->add(editOf(opened(fixture(QStringLiteral("models/gpt2")))));
    m_stack->removeRun(first);
    m_stack->setAlpha(id, 0.5, EditStack::Pace::GoesOn);
    m_stack->setAlpha(id, 0.25);
    m_stack->removeRun(second);
    QCOMPARE(runs(), QString());
    m_stack->undo();
    QCOMPARE(runs(), QStringLiteral("second"));
    QCOMPARE(m_stack->edits()[0].alpha, 0.25);
    m_stack->undo(); // the slider
    QCOMPARE(runs(), QStringLiteral("second"));
    QCOMPARE(m_stack->edits()[0].alpha, 1.0);
    m_stack->undo();
    QCOMPARE(runs(), QStringLiteral("first second"));
    m_stack->undo();
    QVERIFY(m_stack->edits().isEmpty());
    for (int i = 0; i < 4; ++i)
        m_stack->redo();
    QCOMPARE(runs(), QString());
    QCOMPARE(m_stack->edits()[0].alpha, 0.25);
}

void TestRemovedRuns::whenTheFileIsLeftTheyAreGone()
{
    add("first");
    m_stack->removeRun(add("second"));
    valueOrThrow(m_project->create(path("other.cwp")));
    QVERIFY(!m_stack->canUndo());
    add("of the other");
    QCOMPARE(runs(), QStringLiteral("of the other"));
    valueOrThrow(m_project->open(path("runs.cwp")));
    QCOMPARE(runs(), QStringLiteral("first"));
    m_stack->removeRun(1);
    m_project->close();
    valueOrThrow(m_project->open(path("runs.cwp")));
    QCOMPARE(runs(), QString());
}

void TestRemovedRuns::savedElsewhereTheyCanStillBeBroughtBack()
{
    add("first");
    m_stack->removeRun(add("second"));
    valueOrThrow(m_project->saveAs(path("copy.cwp")));
    QCOMPARE(runs(), QStringLiteral("first"));
    m_stack->undo();
    QCOMPARE(runs(), QStringLiteral("first second"));
    m_project->close();
    Project old(m_dir->path());
    valueOrThrow(old.open(path("runs.cwp")));
    QCOMPARE(runsOf(old), QStringLiteral("first")); // it was left without it
}

void TestRemovedRuns::whatIsNeededIsNoStep()
{
    const std::int64_t run = add("awaited");
    const RunTicket ticket = m_project->resumeRun(run);
    m_project->setAwaited(ticket, true);
    m_stack->removeRun(run);
    QVERIFY(!m_stack->canUndo());
    QCOMPARE(runs(), QStringLiteral("awaited"));
    // What another window has open is that one's.
    Project reader(m_dir->path());
    valueOrThrow(reader.open(path("runs.cwp")));
    QStringList said;
    connect(&reader, &Project::failed, this, [&said](const Error &error) { said << describe(error); });
    QVERIFY(reader.readOnlyReason());
    QVERIFY(!reader.setRemoved(run, true));
    QCOMPARE(said.size(), 1);
}

QTEST_GUILESS_MAIN(TestRemovedRuns)
#include "TestRemovedRuns.moc"
