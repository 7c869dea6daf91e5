// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LedgerJob.h"
#include "tests/support/Edits.h"
#include "tests/support/TestFiles.h"

#include <QTest>

using namespace cw;
using namespace cw::test;

/// What an edit changes, counted after the fact.
class TestLedgerJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itCountsWhatTheEditsOwnJobCounted();
    void canBeCancelled();
};

void TestLedgerJob::itCountsWhatTheEditsOwnJobCounted()
{
    const LoadedModel model = opened(fixture(QStringLiteral("models/gpt2")));
    const MadeEdit made = editOf(model);
    LedgerJob job(QStringLiteral("again"), model, made.edit);
    MadeEdit counted;
    connect(&job, &LedgerJob::counted, &job, [&counted](const MadeEdit &edit) { counted = edit; });
    SilentMonitor monitor;
    valueOrThrow(job.runHere(monitor));
    QCOMPARE(keptFacts(counted), keptFacts(made));
}

void TestLedgerJob::canBeCancelled()
{
    const LoadedModel model = opened(fixture(QStringLiteral("models/gpt2")));
    LedgerJob job(QStringLiteral("stopped"), model, editOf(model).edit);
    bool isCounted = false;
    connect(&job, &LedgerJob::counted, &job, [&isCounted] { isCounted = true; });
    SilentMonitor monitor;
    job.cancel();
    const Result<void> result = job.runHere(monitor);
    QVERIFY(!result && result.error().kind() == Error::Kind::Cancelled);
    QVERIFY(!isCounted);
}

QTEST_GUILESS_MAIN(TestLedgerJob)
#include "TestLedgerJob.moc"
