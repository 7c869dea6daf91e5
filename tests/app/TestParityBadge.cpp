// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LoadModelJob.h"
#include "core/jobs/ModelFacts.h"
#include "core/jobs/ParityJob.h"
#include "core/project/ParityRecords.h"
#include "tests/support/CheckpointCopy.h"
#include "tests/support/Workbench.h"
#include "widgets/views/ParityBadge.h"

#include <QLabel>
#include <QToolButton>

using namespace cw;
using namespace cw::test;

/// The badge beside the model's name: the slots are one session in their order.
class TestParityBadge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void theReferenceItselfNeedsNoBadge();
    void storedLogitsAreChecked();
    void otherLogitsAreWarnedAbout();
    void whatIsNoReferenceIsTold();
    void aNewTypeIsProbedOnce();
    void aKnownMismatchIsWarnedAbout();

private:
    QString model(const char *name) const { return fixture(u"models/" + QLatin1String(name)); }
    QString records() const { return m_folder.filePath(QStringLiteral("parity.ini")); }
    const ParityBadge &badge() const { return *m_bench->find<ParityBadge>("parityBadge"); }
    const QLabel &message() const { return *m_bench->find<QLabel>("messageLabel"); }
    void check(const QString &reference) const;
    void dismissMessage() const;

    QTemporaryDir m_folder;
    CheckpointCopy m_model{QStringLiteral("gpt2")};
    std::unique_ptr<Workbench> m_bench;
};

void TestParityBadge::initTestCase()
{
    m_bench = std::make_unique<Workbench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    QVERIFY(!m_bench->find<QAction>("checkReferenceAction")->isEnabled());
    QVERIFY(QFile::copy(model("llama-tied/reference.safetensors"), m_model.file(QStringLiteral("other.safetensors"))));
    drop(m_bench->window, m_model.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.model().model, patience);
}

void TestParityBadge::check(const QString &reference) const
{
    press(m_bench->window, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    answerFileDialog(reference);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs.isIdle(), patience);
}

void TestParityBadge::dismissMessage() const
{
    QTest::mouseClick(m_bench->find<QToolButton>("dismissMessageButton"), Qt::LeftButton);
    QVERIFY(!message().isVisible());
}

void TestParityBadge::theReferenceItselfNeedsNoBadge()
{
    QTRY_VERIFY(m_bench->jobs.isIdle());
    QVERIFY(!badge().isVisible());
    QVERIFY(!QFileInfo::exists(records()));
}

void TestParityBadge::storedLogitsAreChecked()
{
    check(m_model.file(QStringLiteral("reference.safetensors")));
    QTRY_COMPARE(badge().word(), QStringLiteral("checked"));
    QVERIFY(badge().isVisible());
    QVERIFY(badge().toolTip().contains(QStringLiteral("agrees with reference.safetensors")));
    QVERIFY(!message().isVisible());
}

void TestParityBadge::otherLogitsAreWarnedAbout()
{
    check(m_model.file(QStringLiteral("other.safetensors")));
    QTRY_COMPARE(badge().word(), QStringLiteral("other numbers"));
    QVERIFY(message().isVisible());
    QVERIFY(message().text().contains(QStringLiteral("disagrees with other.safetensors")));
    dismissMessage();
}

void TestParityBadge::whatIsNoReferenceIsTold()
{
    check(m_model.file(QStringLiteral("model.safetensors")));
    QTRY_VERIFY(message().isVisible());
    QVERIFY2(message().text().contains(QStringLiteral("ids")), qPrintable(message().text()));
    QVERIFY(!badge().isVisible());
    dismissMessage();
}

void TestParityBadge::aNewTypeIsProbedOnce()
{
    const LoadedModel half = loadModel(model("gpt2"), QStringLiteral("cpu"), QStringLiteral("bf16"));
    m_bench->selection.setModel(half);
    QCOMPARE(badge().word(), QStringLiteral("checking…"));
    QTRY_COMPARE_WITH_TIMEOUT(badge().word(), QStringLiteral("checked"), patience);
    QVERIFY(badge().toolTip().contains(QStringLiteral("the CPU in fp32")));
    m_bench->selection.setModel(loadModel(model("gpt2"), QStringLiteral("cpu"), QStringLiteral("fp32")));
    QVERIFY(!badge().isVisible());
    QTRY_VERIFY(m_bench->jobs.isIdle());
    m_bench->selection.setModel(half);
    QCOMPARE(badge().word(), QStringLiteral("checked"));
    QVERIFY(m_bench->jobs.isIdle());
}

void TestParityBadge::aKnownMismatchIsWarnedAbout()
{
    const LoadedModel half = loadModel(model("llama-tied"), QStringLiteral("cpu"), QStringLiteral("bf16"));
    const ModelFacts facts = factsOf(half);
    ParityReport wrong{facts.fingerprint, facts.device, facts.dtype, ParityJob::library(), {}, {}};
    wrong.parity = {16, 64, true, 4, 3, 0.5, 2, 14};
    ParityRecords(records()).keep(wrong);
    m_bench->selection.setModel(half);
    QCOMPARE(badge().word(), QStringLiteral("other numbers"));
    QVERIFY(message().isVisible());
    QVERIFY(message().text().contains(QStringLiteral("Do not believe")));
}

QTEST_MAIN(TestParityBadge)
#include "TestParityBadge.moc"
