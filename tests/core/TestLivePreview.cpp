// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Edit.h"
#include "core/jobs/JobQueue.h"
#include "core/jobs/LivePreview.h"
#include "tests/support/Edits.h"
#include "tests/support/MeasureJobs.h"
#include "tests/support/MeasuredCheckpoint.h"

#include <QElapsedTimer>
#include <QTest>
#include <cmath>

using namespace cw;
using namespace cw::test;

namespace {

constexpr int patience = 60000; // ms

PreviewSettings few()
{
    PreviewSettings settings;
    settings.prompts = 12;
    settings.tokens = 60;
    return settings;
}

/// Whether two are the same but for the rounding of other threads.
bool areNear(const PreviewScores &one, const PreviewScores &other)
{
    bool areNear = one.a.size() == other.a.size();
    for (std::size_t i = 0; areNear && i < one.a.size(); ++i)
        areNear = std::abs(one.a[i] - other.a[i]) < 1e-5F;
    return areNear;
}

/// What a preview says, in its order.
class Listener : public QObject {
public:
    explicit Listener(LivePreview &preview)
    {
        connect(&preview, &LivePreview::preparing, this, [this] { said << QStringLiteral("preparing"); });
        connect(&preview, &LivePreview::ready, this, [this] { said << QStringLiteral("ready"); });
        connect(&preview, &LivePreview::estimatesReady, this, [this] { said << QStringLiteral("estimates"); });
        connect(&preview, &LivePreview::estimatesFailed, this, [this] { said << QStringLiteral("no estimates"); });
        connect(&preview, &LivePreview::failed, this, [this](const Error &error) {
            said << QStringLiteral("failed");
            why = describe(error);
        });
        connect(&preview, &LivePreview::estimated, this, [this](const PreviewScores &scores) {
            said << QStringLiteral("estimated");
            estimate = scores;
        });
        connect(&preview, &LivePreview::exact, this, [this](const PreviewScores &scores) {
            said << QStringLiteral("exact");
            exact = scores;
        });
        connect(&preview, &LivePreview::drawn, this, [this](const PreviewScores &scores) { drawn = scores; });
    }

    QStringList said;
    QString why;
    PreviewScores estimate;
    PreviewScores exact;
    PreviewScores drawn;
};

} // namespace

class TestLivePreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anEstimateComesAndTheExactValueReplacesIt();
    void olderRequestsAreDropped();
    void showingNeverBlocks();
    void aRequestBeforeAllIsReadyIsKept();
    void aRequestInterruptsThePreparationOfEstimates();
    void otherEditsAreANewBase();
    void nothingIsSaidOfAModelThatWasClosed();
    void stoppedByOthersItWaitsForARequest();
    void whatCannotBeReadIsSaidOnce();
    void anEditThatFailsLeavesTheRestAlone();
    void theQueueMayGoFirst();

private:
    LoadedModel m_model;
    std::shared_ptr<const Edit> m_edit;
};

void TestLivePreview::initTestCase()
{
    m_model = opened(demoModel());
    m_edit = partOf(*editOf(m_model).edit, "layers.1.mlp.out");
}

void TestLivePreview::anEstimateComesAndTheExactValueReplacesIt()
{
    JobQueue queue;
    LivePreview preview(queue);
    Listener listener(preview);
    preview.setBase(m_model, {}, few());
    QVERIFY(!preview.base());
    QTRY_COMPARE_WITH_TIMEOUT(listener.said.join(u' '), QStringLiteral("preparing ready estimates"), patience);
    QVERIFY(preview.base() && preview.hasEstimates());
    preview.show({{m_edit, 0.5}});
    QTRY_COMPARE_WITH_TIMEOUT(listener.said.mid(3).join(u' '), QStringLiteral("estimated exact"), patience);
    QVERIFY(!listener.estimate.isExact && listener.exact.isExact);
    SilentMonitor monitor;
    QVERIFY(areNear(listener.exact, preview.base()->exact({{m_edit, 0.5}}, monitor)));
    // Now that it is known how the edit works, its estimate comes within the call.
    preview.show({{m_edit, 0.75}});
    QCOMPARE(listener.said.mid(5).join(u' '), QStringLiteral("estimated"));
    QTRY_COMPARE_WITH_TIMEOUT(listener.said.mid(5).join(u' '), QStringLiteral("estimated exact"), patience);
    QTRY_VERIFY(queue.isIdle());
}

void TestLivePreview::olderRequestsAreDropped()
{
    JobQueue queue;
    LivePreview preview(queue);
    Listener listener(preview);
    preview.setBase(m_model, {}, few());
    QTRY_VERIFY_WITH_TIMEOUT(preview.hasEstimates() && queue.isIdle(), patience);
    constexpr int requests = 200;
    for (int i = 1; i <= requests; ++i) {
        preview.show({{m_edit, 0.005 * i}});
        QVERIFY(queue.jobs().size() <= 1);
        QTest::qWait(1);
    }
    SilentMonitor monitor;
    const PreviewScores wanted = preview.base()->exact({{m_edit, 1}}, monitor);
    QTRY_VERIFY_WITH_TIMEOUT(areNear(listener.exact, wanted), patience);
    QTRY_VERIFY(queue.isIdle());
    QCOMPARE(listener.said.last(), QStringLiteral("exact"));
    QVERIFY2(listener.said.count(QStringLiteral("exact")) < requests / 2,
             qPrintable(QString::number(listener.said.count(QStringLiteral("exact")))));
    QVERIFY(listener.said.count(QStringLiteral("estimated")) > requests / 2);
}

void TestLivePreview::showingNeverBlocks()
{
    const MeasuredCheckpoint slow; // an exact value takes a good part of a second
    const LoadedModel model = opened(slow.folder());
    const auto edit = partOf(*editOf(model).edit, "layers.1.mlp.out");
    JobQueue queue;
    LivePreview preview(queue);
    Listener listener(preview);
    preview.setBase(model, {}, few());
    QTRY_VERIFY_WITH_TIMEOUT(preview.base(), patience);
    qint64 longest = 0;
    for (int i = 1; i <= 30; ++i) {
        QElapsedTimer clock;
        clock.start();
        preview.show({{edit, 0.1 * i}});
        longest = std::max(longest, clock.nsecsElapsed());
        QTest::qWait(5);
    }
    // Far below what any value takes; a machine may be busy.
    QVERIFY2(longest < 100'000'000, qPrintable(QString::number(longest)));
    QTRY_COMPARE_WITH_TIMEOUT(listener.said.count(QStringLiteral("estimates")), 1, patience);
}

void TestLivePreview::aRequestBeforeAllIsReadyIsKept()
{
    JobQueue queue;
    LivePreview preview(queue);
    Listener listener(preview);
    preview.setBase(m_model, {}, few());
    preview.show({{m_edit, 0.25}});
    preview.show({{m_edit, 0.5}});
    QTRY_COMPARE_WITH_TIMEOUT(listener.said.join(u' '), QStringLiteral("preparing ready exact estimates"), patience);
    SilentMonitor monitor;
    QVERIFY(areNear(listener.exact, preview.base()->exact({{m_edit, 0.5}}, monitor)));
    // What was exact before there were gradients is drawn elsewhere later.
    QTRY_COMPARE_WITH_TIMEOUT(listener.drawn.placebo.draws, 19, patience);
    QCOMPARE(listener.drawn.a, listener.exact.a);
    QVERIFY(listener.exact.placebo.draws == 0);
}

void TestLivePreview::aRequestInterruptsThePreparationOfEstimates()
{
    const MeasuredCheckpoint slow;
    const LoadedModel model = opened(slow.folder());
    const auto edit = partOf(*editOf(model).edit, "layers.1.mlp.out");
    JobQueue queue;
    LivePreview preview(queue);
    Listener listener(preview);
    preview.setBase(model, {}, few());
    QTRY_VERIFY_WITH_TIMEOUT(listener.said.contains(QStringLiteral("ready")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!queue.isIdle(), patience);
    preview.show({{edit, 1}});
    QTRY_COMPARE_WITH_TIMEOUT(listener.said.join(u' '), QStringLiteral("preparing ready exact estimates"), patience);
}

void TestLivePreview::otherEditsAreANewBase()
{
    JobQueue queue;
    LivePreview preview(queue);
    Listener listener(preview);
    preview.setBase(m_model, {}, few());
    QTRY_VERIFY_WITH_TIMEOUT(preview.hasEstimates(), patience);
    const auto first = preview.base();
    preview.setBase(m_model, {{m_edit, 1}}, few());
    QVERIFY(!preview.base() && !preview.hasEstimates());
    QTRY_VERIFY_WITH_TIMEOUT(preview.base(), patience);
    QCOMPARE(&preview.base()->probeSet(), &first->probeSet()); // it is the same one
    QCOMPARE(preview.base()->presentScores().lowestLayer, 1);
    SilentMonitor monitor;
    QVERIFY(areNear(preview.base()->presentScores(), first->exact({{m_edit, 1}}, monitor)));
    QTRY_VERIFY_WITH_TIMEOUT(preview.hasEstimates(), patience);
    PreviewSettings other = few();
    other.prompts = 8;
    preview.setBase(m_model, {{m_edit, 1}}, other);
    QTRY_VERIFY_WITH_TIMEOUT(preview.base(), patience);
    QCOMPARE(preview.base()->probeSet().prompts.size(), std::size_t{8});
    QCOMPARE(preview.base()->presentScores().lowestLayer, 1);
}

void TestLivePreview::nothingIsSaidOfAModelThatWasClosed()
{
    JobQueue queue;
    LivePreview preview(queue);
    Listener listener(preview);
    preview.setBase(m_model, {}, few());
    preview.clear();
    QTRY_VERIFY_WITH_TIMEOUT(queue.isIdle(), patience);
    preview.show({{m_edit, 1}});
    QTest::qWait(20);
    QVERIFY(queue.isIdle());
    QCOMPARE(listener.said, QStringList{QStringLiteral("preparing")});
}

void TestLivePreview::stoppedByOthersItWaitsForARequest()
{
    const MeasuredCheckpoint slow;
    JobQueue queue;
    LivePreview preview(queue);
    Listener listener(preview);
    preview.setBase(opened(slow.folder()), {}, few());
    QTRY_VERIFY_WITH_TIMEOUT(!queue.isIdle(), patience);
    queue.cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(queue.isIdle(), patience);
    QTest::qWait(20);
    QVERIFY(queue.isIdle());
    preview.show({});
    QTRY_VERIFY_WITH_TIMEOUT(listener.said.contains(QStringLiteral("exact")), patience);
}

void TestLivePreview::whatCannotBeReadIsSaidOnce()
{
    JobQueue queue;
    LivePreview preview(queue);
    Listener listener(preview);
    PreviewSettings settings = few();
    settings.text = QStringLiteral("/no/such/file");
    preview.setBase(m_model, {}, settings);
    preview.show({{m_edit, 1}});
    QTRY_COMPARE_WITH_TIMEOUT(listener.said.join(u' '), QStringLiteral("preparing failed"), patience);
    QVERIFY(listener.why.contains(settings.text));
    preview.show({{m_edit, 1}});
    QTest::qWait(20);
    QVERIFY(queue.isIdle());
    preview.setBase(m_model, {}, few());
    QTRY_VERIFY_WITH_TIMEOUT(listener.said.contains(QStringLiteral("ready")), patience);
}

void TestLivePreview::anEditThatFailsLeavesTheRestAlone()
{
    JobQueue queue;
    LivePreview preview(queue);
    Listener listener(preview);
    preview.setBase(m_model, {}, few());
    QTRY_VERIFY_WITH_TIMEOUT(preview.hasEstimates(), patience);
    preview.show({{m_edit, 1e30}}); // more than fp16 holds
    QTRY_VERIFY_WITH_TIMEOUT(listener.said.contains(QStringLiteral("failed")), patience);
    QVERIFY(listener.why.contains(QStringLiteral("layers.1.mlp.out")));
    preview.show({{m_edit, 1}});
    QTRY_COMPARE_WITH_TIMEOUT(listener.said.last(), QStringLiteral("exact"), patience);
}

void TestLivePreview::theQueueMayGoFirst()
{
    auto queue = std::make_unique<JobQueue>();
    LivePreview preview(*queue);
    Listener listener(preview);
    preview.setBase(m_model, {}, few());
    preview.setBase(m_model, {{m_edit, 1}}, few());
    queue.reset();
    preview.show({{m_edit, 0.5}});
    QTest::qWait(20);
    QVERIFY(!listener.said.contains(QStringLiteral("ready")));
}

QTEST_GUILESS_MAIN(TestLivePreview)
#include "TestLivePreview.moc"
