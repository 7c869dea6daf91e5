// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/EditStack.h"
#include "core/project/MeasureArchive.h"
#include "core/project/Project.h"
#include "core/project/TraceArchive.h"
#include "tests/support/Edits.h"
#include "tests/support/MeasureJobs.h"
#include "tests/support/TraceFixture.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

const ModelRecord model{QStringLiteral("f1"), QStringLiteral("/models/demo"), {}, {}};

RunRecord run(const QString &prompt)
{
    RunRecord record;
    record.job = QStringLiteral("trace");
    record.settings = {{QStringLiteral("prompt"), prompt}};
    record.model = model.fingerprint;
    return record;
}

/// A finished run of this prompt.
RunTicket add(Project &project, const QString &prompt)
{
    const RunTicket ticket = project.beginRun(model, run(prompt), {});
    project.endRun(ticket, RunState::Done);
    return ticket;
}

QStringList prompts(const Project &project)
{
    QStringList all;
    for (const RunRecord &record : valueOrThrow(project.runs()))
        all << record.settings[QLatin1String("prompt")].toString();
    return all;
}

} // namespace

/// Files that several windows, or several jobs, have to do with.
class TestSharedProjects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void anotherWindowsUntitledProjectStays();
    void aLogThatWasLeftIsNotPlayedOver();
    void whatWasOrderedForAnotherFileIsDropped();
    void jobsOfAnotherFileBeginNothing();
    void aRunThatIsWaitedForIsNotRemoved();
    void editsMadeWhileNothingCouldBeWrittenAreSavedElsewhere();
    void editsThatCannotBeReadAreNotWrittenOver();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSharedProjects::anotherWindowsUntitledProjectStays()
{
    Project first(path("data"));
    QVERIFY(first.create());
    for (const bool isSaved : {false, true}) {
        Project second(path("data"));
        QVERIFY(second.open(first.path()));
        QVERIFY(second.readOnlyReason());
        if (isSaved)
            QVERIFY(second.saveAs(path("copy.cwp")));
    }
    add(first, QStringLiteral("kept"));
    QVERIFY(first.flush());
    QVERIFY(QFile::exists(first.path()));
}

void TestSharedProjects::aLogThatWasLeftIsNotPlayedOver()
{
    {
        Project killed(path("data"));
        QVERIFY(killed.create(path("killed.cwp")));
        add(killed, QStringLiteral("of the killed one"));
        QVERIFY(killed.flush());
        for (const char *ending : {"", "-wal"})
            QVERIFY(QFile::copy(path("killed.cwp") + QLatin1String(ending), path("place.cwp") + QLatin1String(ending)));
    }
    Project project(path("data"));
    QVERIFY(project.create());
    add(project, QStringLiteral("own"));
    QVERIFY(project.saveAs(path("place.cwp")));
    QCOMPARE(prompts(project), QStringList{QStringLiteral("own")});
    QVERIFY(project.open(path("killed.cwp")));
    QVERIFY(project.open(path("place.cwp")));
    QCOMPARE(prompts(project), QStringList{QStringLiteral("own")});
}

void TestSharedProjects::whatWasOrderedForAnotherFileIsDropped()
{
    Project project(path("data"));
    QVERIFY(project.create(path("one.cwp")));
    add(project, QStringLiteral("one"));
    const int file = project.fileNumber();
    QVERIFY(project.create(path("other.cwp")));
    const RunTicket own = add(project, QStringLiteral("other"));
    project.setResult(own, {{QStringLiteral("kept"), true}});
    const RunTicket begun = project.beginRun(model, run(QStringLiteral("late")), {}, {}, file);
    project.endRun(begun, RunState::Stopped);
    const RunTicket resumed = project.resumeRun(own.id, file);
    project.setResult(resumed, {});
    project.endRun(resumed, RunState::Stopped);
    QVERIFY(project.flush());
    QCOMPARE(prompts(project), QStringList{QStringLiteral("other")});
    QCOMPARE(project.run(own.id)->state, RunState::Done);
    QVERIFY(project.run(own.id)->result.contains(QLatin1String("kept")));
}

void TestSharedProjects::jobsOfAnotherFileBeginNothing()
{
    Project project(path("data"));
    QVERIFY(project.create(path("one.cwp")));
    const WordCheckpoint checkpoint;
    TraceJob trace(checkpoint.settings());
    keepTrace(trace, project);
    MeasureJob measure(settings(gap, 5));
    keepMeasure(measure, project, std::nullopt);
    QVERIFY(project.create(path("other.cwp")));
    SilentMonitor silent;
    QVERIFY(trace.runHere(silent));
    QVERIFY(measure.runHere(silent));
    QVERIFY(project.flush());
    QVERIFY(prompts(project).isEmpty());
    QVERIFY(project.open(path("one.cwp")));
    QVERIFY(prompts(project).isEmpty());
}

void TestSharedProjects::aRunThatIsWaitedForIsNotRemoved()
{
    Project project(path("data"));
    QVERIFY(project.create());
    const RunTicket ticket = add(project, QStringLiteral("waited for"));
    QStringList said;
    connect(&project, &Project::failed, this, [&said](const Error &error) { said << describe(error); });
    project.setAwaited(ticket, true);
    QVERIFY(!project.setRemoved(ticket.id, true));
    QVERIFY(project.flush());
    QCOMPARE(said.size(), 1);
    QVERIFY2(said[0].contains(QStringLiteral("stop it first")), qPrintable(said[0]));
    QCOMPARE(prompts(project).size(), 1);
    project.setAwaited(ticket, false);
    QVERIFY(project.setRemoved(ticket.id, true));
    QVERIFY(project.flush());
    QVERIFY(prompts(project).isEmpty());
}

void TestSharedProjects::editsMadeWhileNothingCouldBeWrittenAreSavedElsewhere()
{
    Project first(path("data"));
    QVERIFY(first.create(path("one.cwp")));
    Project second(path("data"));
    QVERIFY(second.open(path("one.cwp")));
    {
        EditStack stack(second);
        const QString id = stack.add(editOf(opened(fixture(QStringLiteral("models/gpt2")))));
        stack.rename(id, QStringLiteral("renamed"));
        QVERIFY(!second.flush());
        QVERIFY(second.saveAs(path("other.cwp")));
        stack.setAlpha(id, 0.5);
        QVERIFY(second.flush());
    }
    QVERIFY(second.open(path("one.cwp")));
    QVERIFY(second.open(path("other.cwp")));
    EditStack stack(second);
    QCOMPARE(stack.edits().size(), 1);
    QCOMPARE(stack.edits()[0].alpha, 0.5);
    QVERIFY(stack.content(stack.edits()[0]));
}

/// What could not be read is still there, and an edit made meanwhile does not take its place.
void TestSharedProjects::editsThatCannotBeReadAreNotWrittenOver()
{
    const auto sql = [this](const QString &command) {
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("by hand"));
            file.setDatabaseName(path("kept.cwp"));
            QVERIFY(file.open());
            QVERIFY(QSqlQuery(file).exec(command));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("by hand"));
    };
    const MadeEdit edit = editOf(opened(fixture(QStringLiteral("models/gpt2"))));
    Project project(path("data"));
    QVERIFY(project.create(path("kept.cwp")));
    EditStack(project).add(edit);
    project.close();
    sql(QStringLiteral("ALTER TABLE edits RENAME COLUMN alpha TO lost"));
    QStringList said;
    connect(&project, &Project::failed, this, [&said](const Error &error) { said << describe(error); });
    QVERIFY(project.open(path("kept.cwp")));
    EditStack stack(project);
    QCOMPARE(said.size(), 1);
    QVERIFY(stack.edits().isEmpty());
    stack.add(edit);
    QCOMPARE(stack.edits().size(), 1);
    project.close();
    sql(QStringLiteral("ALTER TABLE edits RENAME COLUMN lost TO alpha"));
    QVERIFY(project.open(path("kept.cwp")));
    QCOMPARE(stack.edits().size(), 1);
    QCOMPARE(stack.edits()[0].title, edit.title);
    QVERIFY(stack.content(stack.edits()[0]));
}

QTEST_GUILESS_MAIN(TestSharedProjects)
#include "TestSharedProjects.moc"
