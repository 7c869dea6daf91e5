// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Project.h"
#include "core/project/ProjectExport.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <memory>

using cw::Project;

namespace {

const cw::ModelRecord model{QStringLiteral("f1"), QStringLiteral("/models/demo"), {}, {{QStringLiteral("layers"), 6}}};

cw::RunRecord run()
{
    cw::RunRecord record;
    record.job = QStringLiteral("trace");
    record.settings = {{QStringLiteral("prompt"), QStringLiteral("The nurse said that")}};
    record.model = model.fingerprint;
    record.seed = 3;
    return record;
}

cw::ArrayRecord array()
{
    return {0, QStringLiteral("state"), {2, 4}, {QStringLiteral("token"), QStringLiteral("layer")}};
}

cw::ArrayChunk row(std::int64_t token)
{
    const auto first = static_cast<float>(token) + 0.1F;
    return {0, QStringLiteral("state"), {token, 0}, {token + 1, 4}, {first, first + 1, first + 2, first + 3}};
}

cw::RunTicket fill(Project &project, int rows)
{
    const cw::RunTicket ticket = project.beginRun(model, run(), {array()});
    for (int token = 0; token < rows; ++token)
        project.append(ticket, {row(token)});
    project.endRun(ticket, rows == 2 ? cw::RunState::Done : cw::RunState::Stopped);
    return ticket;
}

} // namespace

class TestProject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatWasWrittenComesBack();
    void anUntitledProjectIsSavedWithEveryChange();
    void anUntitledProjectWithoutRunsLeavesNothing();
    void savingGoesOnInTheNewFile();
    void savingWhileARunIsWrittenLosesNothing();
    void savingOverAnOpenProjectIsRefused();
    void aProjectThatCannotBeOpenedLeavesTheOldOneOpen();
    void partsForAClosedProjectAreDropped();
    void closingStopsWhatRuns();
    void missingResultsAreNotANumber();
    void equalProjectsExportEqualBytes();
    void exportHoldsEveryNumber();
    void nothingCanBeReadWithoutAProject();
    void aRunThatIsNotThereIsNamed();
    void theViewIsKept();
    void aKilledProcessLosesAtMostTheLastPart();
    void theSelectionTellsEachChangeOnce();
    void settingsAreKeptInTheirFile();
    void recentPathsAreCutAndExist();

private:
    QString path(const char *name = "p.cwp") const { return m_folder->filePath(QLatin1String(name)); }
    QString data() const { return m_folder->filePath(QStringLiteral("data")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProject::whatWasWrittenComesBack()
{
    {
        Project project(data());
        QVERIFY(project.create(path()));
        QCOMPARE(project.name(), QStringLiteral("p"));
        QCOMPARE(fill(project, 2).id, 1);
        QCOMPARE(fill(project, 1).id, 2);
        QVERIFY(project.flush());
    }
    Project project(data());
    QVERIFY(project.open(path()));
    const auto runs = project.runs().value();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs[0].state, cw::RunState::Done);
    QCOMPARE(runs[1].state, cw::RunState::Stopped);
    QCOMPARE(runs[0].settings, run().settings);
    QVERIFY(runs[0].started > 1600000000000 && runs[0].ended >= runs[0].started);
    QCOMPARE(project.models().value()[0].path, model.path);
    const auto values = project.values(project.arrays(1).value()[0]).value();
    QCOMPARE(values.size(), std::size_t{8});
    QCOMPARE(values[5], 2.1F);
    QCOMPARE(fill(project, 1).id, 3);
}

void TestProject::anUntitledProjectIsSavedWithEveryChange()
{
    QString file;
    {
        Project project(data());
        QSignalSpy opened(&project, &Project::opened);
        QVERIFY(project.create());
        QCOMPARE(opened.size(), 1);
        QVERIFY(project.isUntitled());
        QVERIFY(project.name().isEmpty());
        fill(project, 2);
        file = project.path();
        // At once: what is still being written counts.
    }
    Project project(data());
    QCOMPARE(project.untitledProjects(), QStringList{file});
    QVERIFY(project.open(file));
    QVERIFY(project.isUntitled());
    QCOMPARE(project.runs().value().size(), 1);
}

void TestProject::anUntitledProjectWithoutRunsLeavesNothing()
{
    Project project(data());
    QVERIFY(project.create());
    QCOMPARE(project.untitledProjects().size(), 1);
    project.close();
    QVERIFY(!project.isOpen());
    QVERIFY(project.untitledProjects().isEmpty());
}

void TestProject::savingGoesOnInTheNewFile()
{
    Project project(data());
    QVERIFY(project.create());
    fill(project, 2);
    QVERIFY(project.saveAs(path()));
    QCOMPARE(project.path(), path());
    QVERIFY(!project.isUntitled());
    QVERIFY(project.untitledProjects().isEmpty());
    fill(project, 1);
    QVERIFY(project.saveAs(path()));
    QVERIFY(project.saveAs(path("second.cwp")));
    project.close();
    QVERIFY(project.open(path()));
    QCOMPARE(project.runs().value().size(), 2);
    QVERIFY(project.open(path("second.cwp")));
    QCOMPARE(project.runs().value().size(), 2);
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("p.cwp*")}), QStringList{QStringLiteral("p.cwp")});
}

void TestProject::savingWhileARunIsWrittenLosesNothing()
{
    Project project(data());
    QVERIFY(project.create());
    const auto ticket = project.beginRun(model, run(), {{0, QStringLiteral("state"), {200, 4}, {}}});
    std::atomic_int written = 0;
    const std::unique_ptr<QThread> worker(QThread::create([&] {
        for (; written < 200; ++written)
            project.append(ticket, {row(written)});
    }));
    worker->start();
    QTRY_VERIFY(written > 5);
    QVERIFY(project.saveAs(path()));
    worker->wait();
    QVERIFY(project.flush());
    const auto values = project.values(project.arrays(ticket.id).value()[0]).value();
    QCOMPARE(std::count_if(values.begin(), values.end(), [](float value) { return std::isnan(value); }), 0);
}

void TestProject::savingOverAnOpenProjectIsRefused()
{
    Project first(data());
    QVERIFY(first.create(path()));
    Project second(data());
    QVERIFY(second.create());
    const auto saved = second.saveAs(path());
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind(), cw::Error::Kind::Storage);
    QVERIFY(second.isUntitled());
    QVERIFY(second.open(path()));
    QVERIFY(second.readOnlyReason().has_value());
}

void TestProject::aProjectThatCannotBeOpenedLeavesTheOldOneOpen()
{
    Project project(data());
    QVERIFY(project.create(path()));
    const auto opened = project.open(path("none.cwp"));
    QVERIFY(!opened);
    QVERIFY(cw::describe(opened.error()).contains(path("none.cwp")));
    QCOMPARE(project.path(), path());
}

void TestProject::partsForAClosedProjectAreDropped()
{
    Project project(data());
    QVERIFY(project.create(path()));
    const auto ticket = project.beginRun(model, run(), {array()});
    QVERIFY(project.create(path("other.cwp")));
    fill(project, 1);
    project.append(ticket, {row(1)});
    project.endRun(ticket, cw::RunState::Done);
    QVERIFY(project.flush());
    QCOMPARE(project.runs().value()[0].state, cw::RunState::Stopped);
    QVERIFY(std::isnan(project.values(project.arrays(1).value()[0]).value()[4]));
}

void TestProject::closingStopsWhatRuns()
{
    Project project(data());
    QVERIFY(project.create(path()));
    project.beginRun(model, run(), {array()});
    QVERIFY(project.flush());
    QCOMPARE(project.runs().value()[0].state, cw::RunState::Running);
    project.close();
    QVERIFY(project.open(path()));
    QCOMPARE(project.runs().value()[0].state, cw::RunState::Stopped);
}

void TestProject::missingResultsAreNotANumber()
{
    Project project(data());
    QVERIFY(project.create(path()));
    fill(project, 1);
    QVERIFY(project.flush());
    const auto values = project.values(project.arrays(1).value()[0]).value();
    QCOMPARE(values[3], 3.1F);
    QVERIFY(std::isnan(values[4]) && std::isnan(values[7]));
}

void TestProject::equalProjectsExportEqualBytes()
{
    QByteArray exports[3];
    for (int i = 0; i < 3; ++i) {
        Project project(data());
        QVERIFY(project.create(path(i == 0 ? "a.cwp" : i == 1 ? "b.cwp" : "c.cwp")));
        if (i == 0) { // in other parts, at another time, with a run that was thrown away
            const auto ticket = project.beginRun(model, run(), {array()});
            project.append(ticket, {row(1)});
            project.append(ticket, {row(0)});
            project.endRun(ticket, cw::RunState::Done);
            const auto removed = fill(project, 2);
            QVERIFY(project.setRemoved(removed.id, true));
            QTest::qWait(2);
        } else {
            fill(project, i);
        }
        if (i == 1) {
            project.append(project.resumeRun(1), {row(1)});
            project.endRun(project.resumeRun(1), cw::RunState::Done);
            project.setView(QStringLiteral("kind"), QStringLiteral("mlp"));
        }
        QVERIFY(project.flush());
        exports[i] = cw::exportedProject(project);
    }
    QCOMPARE(exports[0], exports[1]);
    QCOMPARE(exports[0], exports[2]);
}

void TestProject::exportHoldsEveryNumber()
{
    Project project(data());
    QVERIFY(project.create(path()));
    fill(project, 1);
    QVERIFY(project.flush());
    const QByteArray text = cw::exportedProject(project);
    for (const char *expected : {"0.1", "3.1", "null", "\"stopped\"", "The nurse said that", "\"layer\"", "f1"})
        QVERIFY2(text.contains(expected), expected);
    QVERIFY(!text.contains("started"));
}

void TestProject::nothingCanBeReadWithoutAProject()
{
    Project project(data());
    QVERIFY(!project.isOpen());
    QCOMPARE(project.runs().error().kind(), cw::Error::Kind::Input);
    QVERIFY(!project.saveAs(path()));
    QVERIFY(!QFile::exists(path()));
}

void TestProject::aRunThatIsNotThereIsNamed()
{
    Project project(data());
    QVERIFY(project.create(path()));
    const auto found = project.run(7);
    QVERIFY(!found);
    QVERIFY(cw::describe(found.error()).contains(QStringLiteral("no run 7")));
}

void TestProject::theViewIsKept()
{
    Project project(data());
    QVERIFY(project.create(path()));
    project.setView(QStringLiteral("run"), 4);
    project.setView(QStringLiteral("run"), 5);
    project.close();
    QVERIFY(project.open(path()));
    QCOMPARE(project.view().value().value(QStringLiteral("run")).toInt(), 5);
}

void TestProject::aKilledProcessLosesAtMostTheLastPart()
{
    QProcess writer;
    writer.start(QStringLiteral(CW_PROJECT_WRITER), {path()});
    QVERIFY(writer.waitForStarted());
    int told = -1;
    while (told < 20) {
        QVERIFY(writer.waitForReadyRead(30000));
        while (writer.canReadLine())
            told = writer.readLine().trimmed().toInt();
    }
    writer.kill(); // SIGKILL
    QVERIFY(writer.waitForFinished());
    while (writer.canReadLine())
        told = writer.readLine().trimmed().toInt();

    Project project(data());
    QVERIFY(project.open(path()));
    QVERIFY(!project.readOnlyReason());
    const auto runs = project.runs().value();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].state, cw::RunState::Stopped);
    const auto values = project.values(project.arrays(1).value()[0]).value();
    for (int token = 0; token <= told; ++token) {
        for (int layer = 0; layer < 4; ++layer)
            QCOMPARE(values[static_cast<std::size_t>(token * 4 + layer)], static_cast<float>(token));
    }
    project.close();
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("p.cwp*")}), QStringList{QStringLiteral("p.cwp")});
}

void TestProject::theSelectionTellsEachChangeOnce()
{
    cw::Selection selection;
    int told = 0;
    connect(&selection, &cw::Selection::promptChanged, this, [&] { ++told; });
    connect(&selection, &cw::Selection::cellChanged, this, [&] { told += 10; });
    connect(&selection, &cw::Selection::runChanged, this, [&] { told += 100; });
    connect(&selection, &cw::Selection::modelChanged, this, [&] { told += 1000; });
    for (int i = 0; i < 2; ++i) {
        selection.setPrompt(QStringLiteral("a"));
        selection.setCell({cw::TraceKind::Mlp, 1, 2});
        selection.setRun(3);
        selection.setModel({});
    }
    QCOMPARE(told, 111);
    QCOMPARE(selection.cell().layer, 2);
    selection.clear();
    QCOMPARE(told, 222);
    QCOMPARE(selection.run(), 0);
    QCOMPARE(selection.cell().token, -1);
}

void TestProject::settingsAreKeptInTheirFile()
{
    const QString file = m_folder->filePath(QStringLiteral("settings.ini"));
    {
        cw::Settings settings(file);
        QCOMPARE(settings.value(cw::setting::recentCount), 10);
        QStringList told;
        connect(&settings, &cw::Settings::changed, this, [&](const QString &key) { told << key; });
        settings.set(cw::setting::recentCount, 4);
        settings.set(cw::setting::recentCount, 4);
        QCOMPARE(told, QStringList{QStringLiteral("recent/count")});
    }
    QCOMPARE(cw::Settings(file).value(cw::setting::recentCount), 4);
}

void TestProject::recentPathsAreCutAndExist()
{
    cw::Settings settings(m_folder->filePath(QStringLiteral("settings.ini")));
    settings.set(cw::setting::recentCount, 2);
    for (const char *name : {"a", "b", "c", "b"})
        settings.addRecent(cw::setting::recentProjects, path(name));
    QCOMPARE(settings.value(cw::setting::recentProjects), (QStringList{path("b"), path("c")}));
    QVERIFY(QDir().mkpath(path("c")));
    QCOMPARE(settings.recent(cw::setting::recentProjects), QStringList{path("c")});
}

QTEST_GUILESS_MAIN(TestProject)
#include "TestProject.moc"
