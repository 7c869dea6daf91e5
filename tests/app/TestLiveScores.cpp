// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LsdmEditSettings.h"
#include "tests/support/EditingBench.h"
#include "widgets/dialogs/MethodDialog.h"
#include "widgets/models/PreviewModel.h"
#include "widgets/views/Sparkline.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

using namespace cw;
using namespace cw::test;

/// The demo model is edited by a method, and its scores follow: the slots are one session in their order.
class TestLiveScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void aMethodRefusesWhatItCannotUse();
    void aMethodEditsTheDemo();
    void aMethodRemembersWhatWasAsked();
    void theScoresFollowTheHand();
    void rowsAreDrawnElsewhere();
    void whatWasTickedGoesOnAsAnEdit();
    void aProbePromptIsLookedInto();
    void theProbeSetIsChosen();
    void theScoreSaysWhatItIsJudgedAgainst();

private:
    QString state() const { return m_bench->find<QLabel>("previewState")->text(); }
    bool isExact() const { return state().startsWith(QStringLiteral("Exact")); }
    QStringList shownGaps() const;
    void tickModule() const;

    QTemporaryDir m_folder;
    std::unique_ptr<EditingBench> m_bench;
};

void TestLiveScores::initTestCase()
{
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    m_bench->openDemo();
}

void TestLiveScores::aMethodRefusesWhatItCannotUse()
{
    m_bench->trigger("methodAction0");
    auto *dialog = m_bench->find<MethodDialog>("methodDialog");
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QLabel *>(QStringLiteral("methodProblem"))->isVisible());
    auto *steps = dialog->findChild<QLineEdit *>(QStringLiteral("steps"));
    type(steps, QStringLiteral("many"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("startMethodButton")), Qt::LeftButton);
    const auto *problem = dialog->findChild<QLabel *>(QStringLiteral("methodProblem"));
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("steps")));
    type(steps, QStringLiteral("3"));
    QVERIFY(!problem->isVisible());
    // What the model has none of, too, is said while it can still be changed.
    type(dialog->findChild<QComboBox *>(QStringLiteral("layers"))->lineEdit(), QStringLiteral("4-7"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("startMethodButton")), Qt::LeftButton);
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("0 to 5")), qPrintable(problem->text()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_bench->find<MethodDialog>("methodDialog"));
    QCOMPARE(m_bench->stack.edits().size(), 0);
}

void TestLiveScores::aMethodEditsTheDemo()
{
    m_bench->trigger("methodAction0");
    auto *dialog = m_bench->find<MethodDialog>("methodDialog");
    QVERIFY(dialog);
    for (const auto &[key, value] : {std::pair("contexts", "1"), std::pair("steps", "1"), std::pair("tokens", "500")})
        type(dialog->findChild<QLineEdit *>(QLatin1String(key)), QLatin1String(value));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("startMethodButton")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stack.edits().size(), 1, patience);
    m_bench->waitUntilApplied();
    QCOMPARE(m_bench->selection.model().stack.parts.size(), 1);
    QCOMPARE(m_bench->stack.edits()[0].recipe[QLatin1String("job")].toString(), QStringLiteral("lsdm"));
    QVERIFY(m_bench->selection.model().model != m_bench->selection.base().model);
}

void TestLiveScores::aMethodRemembersWhatWasAsked()
{
    m_bench->trigger("methodAction0");
    const auto *dialog = m_bench->find<MethodDialog>("methodDialog");
    QVERIFY(dialog);
    const auto *steps = dialog->findChild<QLineEdit *>(QStringLiteral("steps"));
    QCOMPARE(steps->text(), QStringLiteral("1"));
    const auto *goal = dialog->findChild<QComboBox *>(QStringLiteral("goal"));
    QVERIFY(goal->isEditable()); // a file of targets may stand there
    QCOMPARE(goal->itemText(1), QStringLiteral("share"));
    QCOMPARE(goal->accessibleName(), QStringLiteral("Goal"));
    const auto *buttons = dialog->findChild<QDialogButtonBox *>();
    QTest::mouseClick(buttons->button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
    QCOMPARE(steps->text(), QString::number(LsdmEditSettings().steps));
    QCOMPARE(goal->currentText(), QStringLiteral("parity"));
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!m_bench->find<MethodDialog>("methodDialog"));
}

/// Of the model without edits and as it is edited, as the panel writes them.
QStringList TestLiveScores::shownGaps() const
{
    static const QRegularExpression numbers(QStringLiteral("</b> ([0-9.e-]+) → <b>([0-9.e-]+)</b>"));
    return numbers.match(m_bench->find<QLabel>("previewScore")->text()).capturedTexts().mid(1);
}

void TestLiveScores::tickModule() const
{
    m_bench->showDock("weightsDock");
    m_bench->choosePart(QStringLiteral("Layer 0"), QStringLiteral("mlp.out"));
    m_bench->clickBox(*m_bench->find<QTreeView>("weightTree"),
                      m_bench->part(QStringLiteral("Layer 0"), QStringLiteral("mlp.out")));
}

void TestLiveScores::theScoresFollowTheHand()
{
    m_bench->showDock("previewDock");
    QTRY_VERIFY_WITH_TIMEOUT(isExact() && !state().contains(QStringLiteral("preparing")), patience);
    QCOMPARE(m_bench->find<QListView>("previewPrompts")->model()->rowCount(), 64);
    QVERIFY(shownGaps()[0] != shownGaps()[1]);
    // Off by the slider: the model without edits again.
    auto *alpha = m_bench->find<QDoubleSpinBox>("alphaField");
    type(alpha, QStringLiteral("0"));
    QTest::keyClick(alpha, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isExact() && shownGaps()[0] == shownGaps()[1], patience);
    // What is ticked is scored before it is an edit.
    tickModule();
    QTRY_VERIFY_WITH_TIMEOUT(isExact() && shownGaps()[0] != shownGaps()[1], patience);
    QCOMPARE(m_bench->stack.edits().size(), 1);
    m_bench->click("untickButton");
    QTRY_VERIFY_WITH_TIMEOUT(isExact() && shownGaps()[0] == shownGaps()[1], patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs.isIdle(), patience);
}

void TestLiveScores::rowsAreDrawnElsewhere()
{
    m_bench->showDock("weightsDock");
    m_bench->choosePart(QStringLiteral("Layer 0"), QStringLiteral("mlp.out"));
    auto *table = m_bench->find<QTableView>("rowTable");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(4, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(isExact() && shownGaps()[0] != shownGaps()[1], patience);
    const auto *placebo = m_bench->find<QLabel>("previewPlacebo");
    QTRY_VERIFY2_WITH_TIMEOUT(placebo->text().contains(QStringLiteral("19 draws")),
                              qPrintable(placebo->text() + state()), patience);
    QVERIFY(placebo->isVisible());
    m_bench->click("untickButton");
    QTRY_VERIFY_WITH_TIMEOUT(isExact() && !placebo->text().contains(QStringLiteral("draws")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs.isIdle(), patience);
}

void TestLiveScores::whatWasTickedGoesOnAsAnEdit()
{
    tickModule();
    QTRY_VERIFY_WITH_TIMEOUT(isExact() && shownGaps()[0] != shownGaps()[1], patience);
    const auto *line = m_bench->find<Sparkline>("previewScoreLine");
    const qsizetype ticked = line->points().size() - 1;
    const double score = line->points()[ticked].value;
    m_bench->click("makeEditButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stack.edits().size(), 2, patience);
    m_bench->waitUntilApplied();
    m_bench->showDock("previewDock");
    QTRY_VERIFY_WITH_TIMEOUT(isExact() && m_bench->jobs.isIdle(), patience);
    for (qsizetype point = ticked; point < line->points().size(); ++point)
        QVERIFY(std::abs(line->points()[point].value - score) < 1e-5);
}

void TestLiveScores::aProbePromptIsLookedInto()
{
    auto *list = m_bench->find<QListView>("previewPrompts");
    const QModelIndex index = list->model()->index(3, 0);
    list->scrollTo(index);
    const QPoint place = list->visualRect(index).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(m_bench->find<QPlainTextEdit>("promptEdit")->toPlainText(), index.data().toString());
    const QString subject = index.data(PreviewModel::SubjectRole).toString();
    QTRY_VERIFY(m_bench->find<QLabel>("subjectLabel")->text().contains(subject));
    QTRY_VERIFY(m_bench->find<QPushButton>("traceButton")->isEnabled());
}

void TestLiveScores::theProbeSetIsChosen()
{
    m_bench->click("probeSetButton");
    auto *dialog = m_bench->find<MethodDialog>("probeSetDialog");
    QVERIFY(dialog);
    auto *prompts = dialog->findChild<QLineEdit *>(QStringLiteral("prompts"));
    auto *use = dialog->findChild<QPushButton *>(QStringLiteral("startMethodButton"));
    type(prompts, QStringLiteral("1"));
    QTest::mouseClick(use, Qt::LeftButton);
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("methodProblem"))->isVisible());
    type(prompts, QStringLiteral("16"));
    QTest::mouseClick(use, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isExact() && m_bench->jobs.isIdle(), patience);
    QCOMPARE(m_bench->find<QListView>("previewPrompts")->model()->rowCount(), 16);
    QVERIFY(m_bench->settings.value(setting::probeSet).contains("16"));
    QVERIFY(m_bench->find<QLabel>("previewScore")->text().contains(QStringLiteral("<b>Gap</b>")));
}

void TestLiveScores::theScoreSaysWhatItIsJudgedAgainst()
{
    m_bench->click("probeSetButton");
    auto *dialog = m_bench->find<MethodDialog>("probeSetDialog");
    type(dialog->findChild<QLineEdit *>(QStringLiteral("goal")), QStringLiteral("share"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("startMethodButton")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isExact() && m_bench->jobs.isIdle(), patience);
    const QString score = m_bench->find<QLabel>("previewScore")->text();
    QVERIFY2(score.contains(QStringLiteral("<b>Distance to share</b>")), qPrintable(score));
}

QTEST_MAIN(TestLiveScores)
#include "TestLiveScores.moc"
