// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Monitor.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/LocateJob.h"
#include "core/project/LocateArchive.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

LocateSettings quick()
{
    LocateSettings settings;
    settings.what = LocateSettings::What::Rows;
    settings.model = demoModel();
    settings.modules = QStringList{QStringLiteral("layers.4.mlp.out")};
    settings.limit = 3;
    return settings;
}

} // namespace

/// Searches in a project.
class TestLocateArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSearchComesBack();
    void aStoppedSearchKeepsItsVotes();
    void aSearchThatFailsSaysWhy();
    void whatIsNoSearchIsRefused();
    void jsonThatHoldsNothingIsRefused();
    void placesAreWrittenAsLines();

private:
    QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

    QTemporaryDir m_dir;
    std::unique_ptr<Project> m_project;
    LoadedModel m_demo;
};

void TestLocateArchive::initTestCase()
{
    m_project = std::make_unique<Project>(m_dir.path());
    QVERIFY(m_project->create(path("searches.cwp")));
    m_demo = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
}

void TestLocateArchive::aSearchComesBack()
{
    LocateJob job(quick(), m_demo);
    keepLocated(job, *m_project);
    QJsonObject found;
    QObject::connect(&job, &LocateJob::located, &job, [&found](const Located &located) { found = toJson(located); });
    SilentMonitor monitor;
    QVERIFY(job.runHere(monitor));
    const QString file = m_project->path();
    m_project->close();
    QVERIFY(m_project->open(file));
    const RunRecord run = m_project->runs()->last();
    QCOMPARE(run.job, QString(locateJob));
    QCOMPARE(run.state, RunState::Done);
    QCOMPARE(fromJson<LocateSettings>(run.settings), quick());
    QVERIFY(!run.measured.contains(QLatin1String("model")));
    const Result<Located> back = loadLocated(*m_project, run.id);
    QVERIFY(back);
    QVERIFY(back->isComplete && !back->places.empty());
    QCOMPARE(toJson(*back), found);
}

void TestLocateArchive::aStoppedSearchKeepsItsVotes()
{
    Result<Located> back = tl::unexpected<Error>(Error(Error::Kind::Input, ""));
    // As soon as it has steps enough for a prompt.
    for (int steps = 1; !back || back->prompts.isEmpty(); ++steps) {
        LocateJob job(quick(), m_demo);
        keepLocated(job, *m_project);
        StoppingMonitor monitor(steps);
        QVERIFY(!job.runHere(monitor));
        QVERIFY(m_project->flush());
        back = loadLocated(*m_project, m_project->runs()->last().id);
    }
    QCOMPARE(m_project->runs()->last().state, RunState::Stopped);
    QVERIFY(!back->isComplete && !back->places.empty());
}

void TestLocateArchive::aSearchThatFailsSaysWhy()
{
    LocateSettings settings = quick();
    settings.modules = QStringList{QStringLiteral("layers.99.mlp.out")};
    LocateJob job(settings, m_demo);
    keepLocated(job, *m_project);
    SilentMonitor monitor;
    QVERIFY(!job.runHere(monitor));
    QVERIFY(m_project->flush());
    const RunRecord run = m_project->runs()->last();
    QCOMPARE(run.state, RunState::Failed);
    QVERIFY(!run.message.isEmpty());
    QVERIFY(thrown([&] { valueOrThrow(loadLocated(*m_project, run.id)); }).startsWith(QLatin1String("Format")));
}

void TestLocateArchive::whatIsNoSearchIsRefused()
{
    RunRecord record;
    record.job = traceJob;
    record.model = QStringLiteral("fingerprint");
    record.device = QStringLiteral("cpu");
    record.dtype = QStringLiteral("fp32");
    const RunTicket ticket = m_project->beginRun({record.model, demoModel(), {}, {}}, record, {});
    QVERIFY(m_project->flush());
    QVERIFY(thrown([&] { valueOrThrow(loadLocated(*m_project, ticket.id)); }).startsWith(QLatin1String("Input")));
    QVERIFY(thrown([&] { valueOrThrow(loadLocated(*m_project, 9999)); }).startsWith(QLatin1String("Input")));
}

void TestLocateArchive::jsonThatHoldsNothingIsRefused()
{
    const auto refused = [](const QJsonObject &json) {
        return thrown([&] { locatedFromJson(json, QStringLiteral("here")); });
    };
    QVERIFY(refused({}).startsWith(QLatin1String("Format")));
    const QJsonObject place{{QStringLiteral("place"), QStringLiteral("layers.0")}};
    QJsonObject json{{QStringLiteral("places"), QJsonArray{place}}};
    QCOMPARE(refused(json), QString());
    json.insert(QStringLiteral("winners"), QJsonArray{0}); // of a prompt that has no name
    QVERIFY(refused(json).contains(QStringLiteral("here")));
    json.insert(QStringLiteral("prompts"), QJsonObject{{QStringLiteral("names"), QJsonArray{QStringLiteral("a")}}});
    QCOMPARE(refused(json), QString());
    json.insert(QStringLiteral("winners"), QJsonArray{1}); // a place that is not there
    QVERIFY(refused(json).startsWith(QLatin1String("Format")));
}

void TestLocateArchive::placesAreWrittenAsLines()
{
    Located located;
    located.places = {{QStringLiteral("layers.4.mlp.out:7"), 12, 0.5, true},
                      {QStringLiteral("layers.4.mlp.out:9"), 1, -0.25, false}};
    QCOMPARE(locatedCsv(located), QByteArray("place,votes,mean,located\n"
                                             "layers.4.mlp.out:7,12,0.5,1\n"
                                             "layers.4.mlp.out:9,1,-0.25,0\n"));
    QCOMPARE(votesOf(located).value(QStringLiteral("layers.4.mlp.out:7")), 12);
    writeLocated(path("places.csv"), located);
    QCOMPARE(test::read(path("places.csv")), locatedCsv(located));
    writeLocated(path("places.json"), located);
    QVERIFY(test::read(path("places.json")).contains("\"complete\": true"));
    QVERIFY(thrown([&] {
                writeLocated(QStringLiteral("/nowhere/places.csv"), located);
            }).startsWith(QLatin1String("File")));
}

QTEST_GUILESS_MAIN(TestLocateArchive)
#include "TestLocateArchive.moc"
