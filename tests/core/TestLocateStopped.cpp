// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RowVotes.h"
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/LocateJob.h"
#include "core/jobs/MgPrompts.h"
#include "tests/support/StoppingMonitor.h"
#include "tests/support/TestFiles.h"

#include <QTest>

using namespace cw;
using namespace cw::test;

namespace {

LocateSettings quick()
{
    LocateSettings settings;
    settings.what = LocateSettings::What::Rows;
    settings.model = demoModel();
    settings.limit = 6;
    return settings;
}

} // namespace

/// What a search has found where a person stops it.
class TestLocateStopped : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void promptsThatWereReadHaveVoted();
    void stoppedOnTheWayNothingIsLocated();

private:
    Located stopped(const LocateSettings &settings, int steps) const;

    LoadedModel m_demo;
};

void TestLocateStopped::initTestCase()
{
    m_demo = loadModel(demoModel(), QStringLiteral("cpu"), QStringLiteral("fp32"));
}

Located TestLocateStopped::stopped(const LocateSettings &settings, int steps) const
{
    LocateJob job(settings, m_demo);
    Located found;
    QObject::connect(&job, &LocateJob::located, &job, [&found](const Located &some) { found = some; });
    StoppingMonitor monitor(steps);
    const Result<void> result = job.runHere(monitor);
    if (result || result.error().kind() != Error::Kind::Cancelled)
        QTest::qFail("it was not stopped", __FILE__, __LINE__);
    return found;
}

/// They vote as they would alone.
void TestLocateStopped::promptsThatWereReadHaveVoted()
{
    LocateSettings settings = quick();
    settings.modules = QStringList{QStringLiteral("layers.4.mlp.out"), QStringLiteral("layers.5.mlp.out")};
    Located found;
    for (int steps = 1; found.prompts.size() < 3; ++steps)
        found = stopped(settings, steps);
    QVERIFY(!found.isComplete);
    SilentMonitor monitor;
    const MgPrompts::Fold fold = mgPrompts(m_demo, settings, monitor).locating();
    QCOMPARE(found.prompts, fold.names.mid(0, 3));
    const TargetPrompts three(fold.prompts.begin(), fold.prompts.begin() + 3);
    const RowVotes direct =
        rowVotes(rowGradients(*m_demo.model, three, "layers.4.mlp.out", LossSpan::WholeText, monitor), {});
    QCOMPARE(found.places.size(), direct.table.size());
    for (std::size_t i = 0; i < found.places.size(); ++i)
        QCOMPARE(found.places[i].votes, direct.table[i].votes);
    QCOMPARE(toJson(found)[QLatin1String("complete")], QJsonValue(false));
    QVERIFY(describe(found).contains(QLatin1String("Stopped")));
}

void TestLocateStopped::stoppedOnTheWayNothingIsLocated()
{
    // The layer that rows are looked for in is not even found.
    const Located found = stopped(quick(), 22);
    QCOMPARE(found.settings, quick());
    QVERIFY(!found.isComplete);
    QVERIFY(found.places.empty() && found.prompts.isEmpty() && found.selection.isEmpty());
}

QTEST_GUILESS_MAIN(TestLocateStopped)
#include "TestLocateStopped.moc"
