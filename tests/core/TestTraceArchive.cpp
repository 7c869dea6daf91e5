// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobQueue.h"
#include "core/project/TraceArchive.h"
#include "tests/support/TraceFixture.h"

#include <QTest>

using cw::TraceJob;
using cw::TraceProgress;
using cw::TraceSettings;
using namespace cw::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

/// The block of one token, cut out of a result.
cw::TraceBlock blockOf(const cw::TraceResult &result, int token)
{
    cw::TraceBlock block{{token, token + 1, 0, result.samples}, {}};
    for (const std::vector<float> &kind : result.probabilities) {
        std::vector<float> cut;
        for (int target = 0; target < result.targets; ++target)
            for (int sample = 0; sample < result.samples; ++sample)
                for (int layer = 0; layer < result.layers; ++layer)
                    cut.push_back(kind[result.index(target, sample, token, layer)]);
        block.probabilities.push_back(cut);
    }
    return block;
}

/// A run of which some tokens are there already, as a killed process leaves it.
std::int64_t keepSome(cw::Project &project, const TraceProgress &whole, const std::vector<int> &tokens)
{
    const auto ticket = cw::beginTrace(project, whole.run);
    for (const int token : tokens)
        cw::appendBlock(project, ticket, whole.run, blockOf(whole.result, token));
    project.endRun(ticket, cw::RunState::Stopped);
    cw::valueOrThrow(project.flush());
    return ticket.id;
}

} // namespace

class TestTraceArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_checkpoint.isComplete()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aProjectKeepsTheWholeTrace();
    void aStoppedTraceGoesOnWhereItWas();
    void anotherQuestionStartsAnew();
    void cancelKeepsTheHeadAndStops();
    void aTraceThatFailsBeforeItBeginsLeavesNoRun();
    void damagedHeadsAreRefused();

private:
    const WordCheckpoint m_checkpoint;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTraceArchive::aProjectKeepsTheWholeTrace()
{
    cw::Project project(m_folder->path());
    QVERIFY(project.create());
    TraceJob job(m_checkpoint.settings());
    const CollectedTrace collected(job);
    cw::keepTrace(job, project);
    cw::SilentMonitor silent;
    QVERIFY(job.runHere(silent));
    QVERIFY(project.flush());
    QCOMPARE(project.run(1).value().state, cw::RunState::Done);
    QCOMPARE(project.models().value()[0].spec.value(text("layers")).toInt(), 2);
    const TraceProgress loaded = cw::loadTrace(project, 1).value();
    QVERIFY(loaded.run.settings == m_checkpoint.settings());
    QVERIFY(cw::canContinue(loaded.run, collected.progress.run));
    QCOMPARE(cw::inputsToJson(loaded.run), cw::inputsToJson(collected.progress.run));
    QCOMPARE(loaded.run.folder, collected.progress.run.folder);
    QCOMPARE(largestDifference(loaded.result, collected.progress.result), 0.0);
    QVERIFY(loaded.result.isComplete());
    QVERIFY(loaded.result.base.low == collected.progress.run.base.low);
    QVERIFY(!cw::findUnfinished(project, m_checkpoint.settings(), loaded.run.fingerprint));
}

void TestTraceArchive::aStoppedTraceGoesOnWhereItWas()
{
    const TraceProgress whole = traced(m_checkpoint.settings());
    cw::Project project(m_folder->path());
    QVERIFY(project.create());
    const std::int64_t id = keepSome(project, whole, {0, 2, 4});
    TraceSettings same = m_checkpoint.settings(); // other words for the same question
    same.threads = 1;
    same.quantity = cw::Quantity::Abs;
    for (const bool isStopped : {true, false}) {
        const auto earlier = cw::findUnfinished(project, same, whole.run.fingerprint);
        QVERIFY(earlier.has_value());
        QCOMPARE(earlier->id, id);
        QVERIFY(!earlier->progress.result.isComplete());
        TraceJob job(same, {}, earlier->progress);
        const CollectedTrace collected(job, earlier->progress);
        cw::keepTrace(job, project, earlier->id);
        if (isStopped)
            connect(&job, &TraceJob::blockReady, &job, &cw::Job::cancel);
        cw::SilentMonitor silent;
        QCOMPARE(job.runHere(silent).has_value(), !isStopped);
        QVERIFY(collected.continues);
        QCOMPARE(collected.blocks, 1); // of the two that are missing at first
        QVERIFY(project.flush());
        QCOMPARE(project.run(id).value().state, isStopped ? cw::RunState::Stopped : cw::RunState::Done);
    }
    QCOMPARE(project.runs().value().size(), 1);
    const TraceProgress loaded = cw::loadTrace(project, id).value();
    QVERIFY(loaded.result.isComplete());
    QVERIFY(largestDifference(loaded.result, whole.result) < 1e-6);
}

void TestTraceArchive::anotherQuestionStartsAnew()
{
    const TraceProgress whole = traced(m_checkpoint.settings());
    cw::Project project(m_folder->path());
    QVERIFY(project.create());
    keepSome(project, whole, {0});
    TraceSettings other = m_checkpoint.settings();
    other.seed = 9;
    QVERIFY(!cw::findUnfinished(project, other, whole.run.fingerprint));
    QVERIFY(!cw::findUnfinished(project, m_checkpoint.settings(), text("another model")));

    // The same words, but another noise than then: what is there cannot be gone on with.
    TraceProgress earlier{whole.run, whole.result};
    earlier.run.input.sigma = 0.25;
    TraceJob job(m_checkpoint.settings(), {}, earlier);
    const CollectedTrace collected(job, earlier);
    cw::keepTrace(job, project, 1);
    cw::SilentMonitor silent;
    QVERIFY(job.runHere(silent));
    QVERIFY(!collected.continues);
    QVERIFY(project.flush());
    QCOMPARE(project.run(1).value().state, cw::RunState::Stopped);
    QCOMPARE(project.run(2).value().state, cw::RunState::Done);
}

void TestTraceArchive::cancelKeepsTheHeadAndStops()
{
    cw::Project project(m_folder->path());
    QVERIFY(project.create());
    cw::JobQueue queue;
    TraceSettings large = m_checkpoint.settings();
    large.samples = 5000;
    large.method = cw::TraceMethod::Loop;
    TraceJob *job = queue.add(std::make_unique<TraceJob>(large));
    cw::keepTrace(*job, project);
    bool isCancelled = false;
    connect(job, &cw::Job::cancelled, this, [&] { isCancelled = true; });
    connect(job, &TraceJob::baseReady, this, [&] { job->cancel(); });
    QTRY_VERIFY_WITH_TIMEOUT(queue.isIdle(), 30000);
    QVERIFY(isCancelled);
    QVERIFY(project.flush());
    QCOMPARE(project.run(1).value().state, cw::RunState::Stopped);
    const TraceProgress loaded = cw::loadTrace(project, 1).value();
    QVERIFY(!loaded.result.isComplete());
    QCOMPARE(loaded.run.base.low[0].size(), std::size_t{5000});
}

void TestTraceArchive::aTraceThatFailsBeforeItBeginsLeavesNoRun()
{
    cw::Project project(m_folder->path());
    QVERIFY(project.create());
    TraceSettings wrong = m_checkpoint.settings();
    wrong.subject = text("plumber");
    TraceJob job(wrong);
    cw::keepTrace(job, project);
    cw::SilentMonitor silent;
    QVERIFY(!job.runHere(silent));
    QVERIFY(project.flush());
    QVERIFY(project.runs().value().isEmpty());
}

void TestTraceArchive::damagedHeadsAreRefused()
{
    const TraceProgress whole = traced(m_checkpoint.settings());
    const QJsonObject good = cw::inputsToJson(whole.run);
    cw::TraceRun run;
    run.settings = m_checkpoint.settings();
    cw::inputsFromJson(good, run);
    for (const char *key : {"ids", "tokens", "offsets", "subject", "target_ids", "window", "layers", "base"}) {
        QJsonObject damaged = good;
        damaged.remove(QLatin1String(key));
        QVERIFY2(thrown([&] { cw::inputsFromJson(damaged, run); }).startsWith(text("Storage")), key);
    }
}

QTEST_GUILESS_MAIN(TestTraceArchive)
#include "TestTraceArchive.moc"
