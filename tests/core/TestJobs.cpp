// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Monitor.h"
#include "core/jobs/JobQueue.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <functional>
#include <memory>
#include <new>

namespace {

/// A job that does what a test says.
class TestJob : public cw::Job {
public:
    using Work = std::function<void(cw::Monitor &)>;
    explicit TestJob(Work work, Lane lane = Lane::Batch) : Job(QStringLiteral("test"), lane), m_work(std::move(work)) {}

private:
    void work(cw::Monitor &monitor) override { m_work(monitor); }

    Work m_work;
};

/// The end signals of a job, in the order they came.
class Ends : public QObject {
public:
    void watch(cw::Job *job, const QString &name)
    {
        connect(job, &cw::Job::done, this, [this, name] { seen << name + QStringLiteral(" done"); });
        connect(job, &cw::Job::cancelled, this, [this, name] { seen << name + QStringLiteral(" cancelled"); });
        connect(job, &cw::Job::failed, this, [this, name](const cw::Error &error) {
            seen << name + QStringLiteral(" failed: ") + cw::describe(error);
        });
    }

    QStringList seen;
};

[[noreturn]] void runUntilStopped(cw::Monitor &monitor)
{
    for (;;) {
        monitor.step(1, 2);
        QThread::msleep(1);
    }
}

std::unique_ptr<TestJob> job(TestJob::Work work, cw::Job::Lane lane = cw::Job::Lane::Batch)
{
    return std::make_unique<TestJob>(std::move(work), lane);
}

} // namespace

class TestJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void batchJobsRunOneAtATimeInOrder();
    void workRunsBesideTheCallingThread();
    void cancelStopsARunningJob();
    void cancelEndsAWaitingJobAtOnce();
    void aFailureBecomesASentence();
    void exhaustedMemoryIsSaidAsSuch();
    void somethingUnexpectedIsInternal();
    void aBatchJobPausesWhileInteractiveWorkRuns();
    void aPausedJobCanBeCancelled();
    void destructionCancelsAndWaits();
    void progressComesAtMostTwentyTimesASecond();
    void statusKnowsStageRateAndTimeLeft();
    void aJobCanRunOnTheCallingThread();
    void theCallersMonitorStopsAJobThatRunsHere();
    void allJobsCanBeCancelled();
};

void TestJobs::batchJobsRunOneAtATimeInOrder()
{
    cw::JobQueue queue;
    Ends ends;
    std::atomic_int running = 0;
    std::atomic_int most = 0;
    for (int i = 0; i < 5; ++i) {
        auto *added = queue.add(job([&](cw::Monitor &) {
            most = std::max(most.load(), ++running);
            QThread::msleep(2);
            --running;
        }));
        ends.watch(added, QString::number(i));
    }
    QCOMPARE(queue.jobs().size(), 5);
    QTRY_VERIFY(queue.isIdle());
    QCOMPARE(ends.seen.join(QLatin1Char(',')), QStringLiteral("0 done,1 done,2 done,3 done,4 done"));
    QCOMPARE(most.load(), 1);
}

void TestJobs::workRunsBesideTheCallingThread()
{
    cw::JobQueue queue;
    std::atomic<QThread *> thread = nullptr;
    queue.add(job([&](cw::Monitor &) { thread = QThread::currentThread(); }));
    QTRY_VERIFY(queue.isIdle());
    QVERIFY(thread != nullptr && thread != QThread::currentThread());
}

void TestJobs::cancelStopsARunningJob()
{
    cw::JobQueue queue;
    Ends ends;
    auto *added = queue.add(job(runUntilStopped));
    ends.watch(added, QStringLiteral("a"));
    QTRY_COMPARE(added->status().state, cw::JobStatus::State::Running);
    added->cancel();
    QTRY_COMPARE(ends.seen, QStringList{QStringLiteral("a cancelled")});
    QTRY_VERIFY(queue.isIdle());
}

void TestJobs::cancelEndsAWaitingJobAtOnce()
{
    cw::JobQueue queue;
    Ends ends;
    auto *first = queue.add(job(runUntilStopped));
    bool ran = false;
    auto *second = queue.add(job([&](cw::Monitor &) { ran = true; }));
    ends.watch(first, QStringLiteral("first"));
    ends.watch(second, QStringLiteral("second"));
    second->cancel();
    QTRY_COMPARE(ends.seen, QStringList{QStringLiteral("second cancelled")});
    QCOMPARE(queue.jobs(), QVector<cw::Job *>{first});
    QVERIFY(!ran);
}

void TestJobs::aFailureBecomesASentence()
{
    cw::JobQueue queue;
    Ends ends;
    QSignalSpy last(&queue, &cw::JobQueue::ended);
    auto *added = queue.add(job([](cw::Monitor &) {
        throw cw::Error(cw::Error::Kind::File, "%1 is missing: choose %2, 100%.", {"a.json", "%1"});
    }));
    ends.watch(added, QStringLiteral("a"));
    QTRY_COMPARE(ends.seen, QStringList{QStringLiteral("a failed: a.json is missing: choose %1, 100%.")});
    QCOMPARE(last.size(), 1);
    QCOMPARE(last[0][0].value<cw::JobStatus>().state, cw::JobStatus::State::Failed);
    QCOMPARE(last[0][0].value<cw::JobStatus>().problem, QStringLiteral("a.json is missing: choose %1, 100%."));
}

void TestJobs::exhaustedMemoryIsSaidAsSuch()
{
    const auto own = cw::attempt([] { throw std::bad_alloc(); });
    QCOMPARE(own.error().kind(), cw::Error::Kind::Memory);
    const auto torch = cw::attempt(
        [] { throw std::runtime_error("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes."); });
    QCOMPARE(torch.error().kind(), cw::Error::Kind::Memory);
}

void TestJobs::somethingUnexpectedIsInternal()
{
    const auto result = cw::attempt([]() -> int { throw std::runtime_error("shape [2]\nfrom some source"); });
    QCOMPARE(result.error().kind(), cw::Error::Kind::Internal);
    QVERIFY(cw::describe(result.error()).contains(QStringLiteral("shape [2])")));
    QCOMPARE(cw::attempt([] { return 3; }).value(), 3);
}

void TestJobs::aBatchJobPausesWhileInteractiveWorkRuns()
{
    cw::JobQueue queue;
    std::atomic_int steps = 0;
    auto *batch = queue.add(job([&](cw::Monitor &monitor) {
        for (;;) {
            monitor.step(++steps, 0);
            QThread::msleep(1);
        }
    }));
    QTRY_VERIFY(steps > 3);
    int before = 0;
    int after = 0;
    queue.add(job(
        [&](cw::Monitor &) {
            while (batch->status().state != cw::JobStatus::State::Paused)
                QThread::msleep(1);
            before = steps;
            QThread::msleep(60);
            after = steps;
        },
        cw::Job::Lane::Interactive));
    QTRY_COMPARE(queue.jobs().size(), 1);
    QCOMPARE(after, before);
    const int paused = steps;
    QTRY_VERIFY(steps > paused + 3);
    QCOMPARE(batch->status().state, cw::JobStatus::State::Running);
}

void TestJobs::aPausedJobCanBeCancelled()
{
    cw::JobQueue queue;
    Ends ends;
    auto *batch = queue.add(job(runUntilStopped));
    ends.watch(batch, QStringLiteral("batch"));
    std::atomic_bool hold = true;
    queue.add(job(
        [&](cw::Monitor &) {
            while (hold)
                QThread::msleep(1);
        },
        cw::Job::Lane::Interactive));
    QTRY_COMPARE(batch->status().state, cw::JobStatus::State::Paused);
    batch->cancel();
    QTRY_COMPARE(ends.seen, QStringList{QStringLiteral("batch cancelled")});
    hold = false;
    QTRY_VERIFY(queue.isIdle());
}

void TestJobs::destructionCancelsAndWaits()
{
    Ends ends;
    std::atomic_bool left = false;
    {
        cw::JobQueue queue;
        auto *running = queue.add(job([&](cw::Monitor &monitor) {
            struct Leaving {
                ~Leaving() { flag = true; }
                std::atomic_bool &flag;
            } const leaving{left};
            runUntilStopped(monitor);
        }));
        ends.watch(running, QStringLiteral("running"));
        ends.watch(queue.add(job([](cw::Monitor &) {})), QStringLiteral("waiting"));
        QTRY_COMPARE(running->status().state, cw::JobStatus::State::Running);
    }
    QVERIFY(left);
    QCOMPARE(ends.seen.join(QLatin1Char(',')), QStringLiteral("running cancelled,waiting cancelled"));
}

void TestJobs::progressComesAtMostTwentyTimesASecond()
{
    cw::JobQueue queue;
    auto *added = queue.add(job([](cw::Monitor &monitor) {
        for (int i = 0; i <= 300; ++i) {
            monitor.step(i, 300);
            QThread::msleep(1);
        }
    }));
    int reports = 0;
    connect(added, &cw::Job::progressed, this, [&] { ++reports; });
    double seconds = 0;
    connect(added, &cw::Job::done, this, [&] { seconds = added->status().seconds; });
    QTRY_VERIFY(queue.isIdle());
    QVERIFY(reports >= 1);
    QVERIFY2(reports <= seconds * 20 + 1, qPrintable(QString::number(reports)));
}

void TestJobs::statusKnowsStageRateAndTimeLeft()
{
    TestJob quick([](cw::Monitor &monitor) {
        monitor.stage("Reading");
        for (int i = 1; i <= 5; ++i) {
            QThread::msleep(10);
            monitor.step(i, 10);
        }
    });
    QCOMPARE(quick.status().secondsLeft(), -1.0);
    cw::SilentMonitor silent;
    QVERIFY(quick.runHere(silent));
    const cw::JobStatus status = quick.status();
    QCOMPARE(status.stage, QStringLiteral("Reading"));
    QCOMPARE(status.state, cw::JobStatus::State::Done);
    QVERIFY(status.seconds >= 0.05);
    QVERIFY(qAbs(status.secondsLeft() - status.stageSeconds) < 1e-9); // half is done
    QVERIFY(status.rate() > 0 && status.rate() <= 100);
}

void TestJobs::aJobCanRunOnTheCallingThread()
{
    QThread *thread = nullptr;
    TestJob here([&](cw::Monitor &) { thread = QThread::currentThread(); });
    Ends ends;
    ends.watch(&here, QStringLiteral("a"));
    cw::SilentMonitor silent;
    QVERIFY(here.runHere(silent));
    QCOMPARE(thread, QThread::currentThread());
    QCOMPARE(ends.seen, QStringList{QStringLiteral("a done")});
}

void TestJobs::theCallersMonitorStopsAJobThatRunsHere()
{
    class Impatient final : public cw::Monitor {
    public:
        void stage(const char *) override {}
        void step(std::int64_t done, std::int64_t) override
        {
            if (done > 2)
                throw cw::Error(cw::Error::Kind::Cancelled, "enough");
        }
    } impatient;
    TestJob here([](cw::Monitor &monitor) {
        for (int i = 0;; ++i)
            monitor.step(i, 0);
    });
    const auto result = here.runHere(impatient);
    QCOMPARE(result.error().kind(), cw::Error::Kind::Cancelled);
    QCOMPARE(here.status().state, cw::JobStatus::State::Cancelled);
}

void TestJobs::allJobsCanBeCancelled()
{
    cw::JobQueue queue;
    Ends ends;
    for (const auto lane : {cw::Job::Lane::Batch, cw::Job::Lane::Batch, cw::Job::Lane::Interactive})
        ends.watch(queue.add(job(runUntilStopped, lane)), QStringLiteral("a"));
    queue.cancelAll();
    QTRY_VERIFY(queue.isIdle());
    QCOMPARE(ends.seen, QStringList(3, QStringLiteral("a cancelled")));
}

QTEST_GUILESS_MAIN(TestJobs)
#include "TestJobs.moc"
