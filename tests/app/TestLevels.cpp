// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditFacts.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/MgLevels.h"
#include "tests/support/EditingBench.h"
#include "tests/support/QuickLevels.h"
#include "widgets/dialogs/LevelsDialog.h"
#include "widgets/dialogs/MethodDialog.h"
#include "widgets/models/LevelsModel.h"
#include "widgets/models/RunsModel.h"
#include "widgets/panels/MessageBar.h"
#include "widgets/views/TradeOffPlot.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace cw;
using namespace cw::test;

/// MG-Editing at all levels of the demo model, by mouse: the slots are one session in their order.
class TestLevels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void settingsThatCannotBeAreRefused();
    void theLevelsAppearOneAfterAnother();
    void theComparisonIsWritten();
    void theEditOfALevelIsPutOnTheStack();
    void aChosenRunIsShownAgain();
    void theProjectBringsItBack();
    void itsEditIsMadeAnew();
    void aStoppedComparisonStays();
    void withoutTheModelNothingIsPutOnTheStack();
    void anotherProjectTakesItAway();

private:
    void begin();
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    MethodDialog *ask(const MgEditSettings &settings) const;
    void start(const MethodDialog &dialog) const;
    LevelsDialog *levels() const { return m_bench->find<LevelsDialog>("levelsDialog"); }
    QTableView *table() const { return levels()->findChild<QTableView *>(QStringLiteral("levelsTable")); }
    void press(const char *button) const;
    void closeDialog() const;
    void chooseLevel(const QString &level) const;
    void chooseRun(int row) const;
    MgLevels kept(int run) const;
    const QVector<EditRecord> &edits() const { return m_bench->stack.edits(); }

    QTemporaryDir m_folder;
    std::unique_ptr<EditingBench> m_bench;
    EditRecord m_row; ///< the edit of rows as it came from the comparison
};

void TestLevels::begin()
{
    m_bench.reset();
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
}

void TestLevels::initTestCase()
{
    begin();
    QVERIFY(!m_bench->find<QAction>("compareLevelsAction")->isEnabled());
    m_bench->openDemo();
}

/// Opens the dialog and fills in what the settings have.
MethodDialog *TestLevels::ask(const MgEditSettings &settings) const
{
    m_bench->trigger("compareLevelsAction");
    auto *dialog = qobject_cast<MethodDialog *>(QApplication::activeModalWidget());
    const QJsonObject values = toJson(settings);
    for (const char *key : {"limit", "epochs", "batch", "tokens", "texts"})
        type(dialog->findChild<QLineEdit *>(QLatin1String(key)), QString::number(values[QLatin1String(key)].toInt()));
    return dialog;
}

void TestLevels::start(const MethodDialog &dialog) const
{
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("startMethodButton")), Qt::LeftButton);
}

void TestLevels::press(const char *button) const
{
    QTest::mouseClick(levels()->findChild<QPushButton *>(QLatin1String(button)), Qt::LeftButton);
}

void TestLevels::closeDialog() const
{
    QTest::keyClick(levels(), Qt::Key_Escape);
    QTRY_VERIFY(!levels());
    // Without a window system, closing a dialog activates no other window.
    m_bench->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
}

void TestLevels::chooseLevel(const QString &level) const
{
    const QAbstractItemModel &model = *table()->model();
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data().toString() == level)
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                              table()->visualRect(model.index(row, 0)).center());
    QCOMPARE(table()->currentIndex().siblingAtColumn(0).data().toString(), level);
}

void TestLevels::chooseRun(int row) const
{
    m_bench->showDock("runsDock");
    auto *list = m_bench->find<QListView>("runList");
    QTRY_VERIFY(list->model()->rowCount() > row);
    list->scrollTo(list->model()->index(row, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
}

MgLevels TestLevels::kept(int run) const
{
    return levelsFromJson(m_bench->project.run(m_bench->runs()[run].id)->result, QStringLiteral("the run"));
}

void TestLevels::settingsThatCannotBeAreRefused()
{
    m_bench->trigger("compareLevelsAction");
    const auto *dialog = qobject_cast<MethodDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    for (const char *key : {"level", "layers", "modules", "selection", "model"})
        QVERIFY2(!dialog->findChild<QWidget *>(QLatin1String(key)), key);
    // At the level of the whole model nothing can be moved elsewhere.
    auto *kind = dialog->findChild<QComboBox *>(QStringLiteral("placebo-kind"));
    kind->setFocus();
    QTest::keyClicks(kind, QStringLiteral("moved"));
    QCOMPARE(kind->currentText(), QStringLiteral("moved"));
    start(*dialog);
    const auto *problem = dialog->findChild<QLabel *>(QStringLiteral("methodProblem"));
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("level full")), qPrintable(problem->text()));
    type(dialog->findChild<QLineEdit *>(QStringLiteral("limit")), QStringLiteral("many"));
    QVERIFY(!problem->isVisible());
    start(*dialog);
    QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("limit")));
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(m_bench->runs().isEmpty() && !levels());
}

void TestLevels::theLevelsAppearOneAfterAnother()
{
    start(*ask(quickLevels()));
    QTRY_VERIFY_WITH_TIMEOUT(levels(), patience);
    QVERIFY(!levels()->isModal());
    QCOMPARE(table()->model()->rowCount(), 0); // as soon as it begins
    QVERIFY(levels()->findChild<QLabel *>(QStringLiteral("levelsSummary"))->text().contains(QStringLiteral("another")));
    QStringList grown;
    const QAbstractItemModel *model = table()->model();
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [&grown, model] { grown << QString::number(model->rowCount()); });
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 6, 3 * patience);
    QCOMPARE(grown.join(u' '), QStringLiteral("2 3 4 5 6"));
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stateOf(0), RunState::Done, patience);
    QVERIFY(levels()->findChild<QLabel *>(QStringLiteral("levelsSummary"))->text().startsWith(QStringLiteral("Goal ")));
    QCOMPARE(levels()->findChild<TradeOffPlot *>()->tradeOff().marks.size(), std::size_t{6});
    QVERIFY(kept(0).isComplete);
    const auto *list = m_bench->find<QListView>("runList");
    QTRY_COMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("All levels of demo-model"));
    QVERIFY(list->model()
                ->index(0, 0)
                .data(RunsModel::DetailRole)
                .toString()
                .startsWith(QStringLiteral("MG-Editing compared")));
    QVERIFY(edits().isEmpty());
}

void TestLevels::theComparisonIsWritten()
{
    for (const char *name : {"levels.json", "levels.csv"}) {
        press("exportLevelsButton");
        answerFileDialog(path(name));
        QTRY_VERIFY(QFileInfo::exists(path(name)));
    }
    QCOMPARE(QJsonDocument::fromJson(test::read(path("levels.json"))).object(), toJson(kept(0)));
    QCOMPARE(test::read(path("levels.csv")), toCsv(kept(0)));
    press("exportLevelsPictureButton");
    auto *picture = QApplication::activeModalWidget();
    QTest::mouseClick(picture->findChild<QPushButton *>(QStringLiteral("exportButton")), Qt::LeftButton);
    answerFileDialog(path("levels.svg"));
    QTRY_VERIFY(test::read(path("levels.svg")).contains("Unedited"));
    // Where nothing can be written, that is said.
    press("exportLevelsButton");
    answerFileDialog(QStringLiteral("/proc/levels.json"));
    const auto *bar = m_bench->find<MessageBar>("messageBar");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->sentence().contains(QStringLiteral("/proc/levels.json")), qPrintable(bar->sentence()));
}

void TestLevels::theEditOfALevelIsPutOnTheStack()
{
    const MgLevelLine row = kept(0).lines[4];
    m_bench->titles.clear();
    chooseLevel(QStringLiteral("Row"));
    press("layLevelButton");
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(edits()[0].facts.contains(sideEffectsFact), patience);
    m_bench->waitUntilApplied();
    m_row = edits()[0];
    const EditFacts facts = editFactsFrom(m_row.facts);
    QCOMPARE(facts.ledger->changed(), row.changed);
    QCOMPARE(facts.method[QLatin1String("testFbAfter")].toDouble(), row.test.fb);
    QVERIFY(m_row.title.startsWith(QStringLiteral("MG-Editing, row")));
    QCOMPARE(m_bench->selection.model().stack.parts.size(), 1);
    // It was at hand: nothing was learned again.
    QVERIFY2(m_bench->titles.filter(QStringLiteral("MG-Editing, row on")).isEmpty(),
             qPrintable(m_bench->titles.join(u'\n')));
    m_bench->stack.undo();
    m_bench->waitUntilApplied();
    QVERIFY(edits().isEmpty());
}

void TestLevels::aChosenRunIsShownAgain()
{
    closeDialog();
    chooseRun(0);
    QTRY_VERIFY(levels());
    QCOMPARE(table()->model()->rowCount(), 6);
    m_bench->titles.clear();
    chooseLevel(QStringLiteral("Weight"));
    press("layLevelButton");
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 1, patience);
    m_bench->waitUntilApplied();
    QVERIFY2(m_bench->titles.filter(QStringLiteral("weight on")).isEmpty(), qPrintable(m_bench->titles.join(u'\n')));
    m_bench->stack.undo();
    m_bench->waitUntilApplied();
    closeDialog();
}

void TestLevels::theProjectBringsItBack()
{
    const MgLevels before = kept(0);
    test::press(m_bench->window, Qt::Key_S, Qt::ControlModifier);
    answerFileDialog(path("kept.cwp"));
    QTRY_COMPARE(m_bench->project.path(), path("kept.cwp"));
    begin();
    drop(m_bench->window, path("kept.cwp"));
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->runs().size(), 1, patience);
    // The view may show the run that was chosen last by itself.
    if (!levels())
        chooseRun(0);
    QTRY_VERIFY_WITH_TIMEOUT(levels(), patience);
    QCOMPARE(table()->model()->rowCount(), 6);
    QCOMPARE(toJson(kept(0)), toJson(before));
    // Choosing it opens its model.
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.base().checkpoint, patience);
    m_bench->waitUntilApplied();
}

void TestLevels::itsEditIsMadeAnew()
{
    m_bench->titles.clear();
    chooseLevel(QStringLiteral("Row"));
    press("layLevelButton");
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 1, patience);
    m_bench->waitUntilApplied();
    QVERIFY2(!m_bench->titles.filter(QStringLiteral("MG-Editing, row on")).isEmpty(),
             qPrintable(m_bench->titles.join(u'\n')));
    QCOMPARE(edits()[0].content, m_row.content);
    QCOMPARE(edits()[0].recipe, m_row.recipe);
    m_bench->stack.undo();
    m_bench->waitUntilApplied();
    closeDialog();
}

void TestLevels::aStoppedComparisonStays()
{
    start(*ask(quickLevels()));
    QTRY_VERIFY_WITH_TIMEOUT(levels(), patience);
    // As soon as a level is there.
    const auto stop = connect(table()->model(), &QAbstractItemModel::rowsInserted, this, [this] {
        for (QToolButton *button : m_bench->window.findChildren<QToolButton *>(QStringLiteral("cancelJobButton")))
            QTest::mouseClick(button, Qt::LeftButton);
    });
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stateOf(1), RunState::Stopped, patience);
    disconnect(stop);
    const auto summary = [this] {
        return levels()->findChild<QLabel *>(QStringLiteral("levelsSummary"))->text().section(u'.', 0, 0);
    };
    const auto count = static_cast<int>(kept(1).lines.size());
    QVERIFY(count >= 2 && count < 6);
    const QString stopped = QStringLiteral("Stopped: %1 of 5 levels are done").arg(count - 1);
    QTRY_COMPARE(summary(), stopped);
    closeDialog();
    chooseRun(0); // the newest stands first
    QTRY_VERIFY(levels());
    QCOMPARE(summary(), stopped);
    QCOMPARE(table()->model()->rowCount(), count);
    closeDialog();
}

void TestLevels::withoutTheModelNothingIsPutOnTheStack()
{
    chooseRun(1);
    QTRY_VERIFY(levels());
    m_bench->trigger("closeModelAction");
    QVERIFY(!m_bench->selection.base().checkpoint);
    chooseLevel(QStringLiteral("Layer"));
    press("layLevelButton");
    const auto *bar = m_bench->find<MessageBar>("messageBar");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->sentence().contains(QStringLiteral("demo-model")), qPrintable(bar->sentence()));
    QVERIFY(edits().isEmpty());
}

void TestLevels::anotherProjectTakesItAway()
{
    QVERIFY(levels());
    m_bench->trigger("newProjectAction");
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->runs().isEmpty(), patience);
    QVERIFY(!levels());
}

QTEST_MAIN(TestLevels)
#include "TestLevels.moc"
