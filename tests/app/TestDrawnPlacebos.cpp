// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EditMaker.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/ExportJob.h"
#include "core/jobs/MgEditJob.h"
#include "core/project/ProjectExport.h"
#include "tests/support/EditingBench.h"
#include "tests/support/Edits.h"
#include "tests/support/TestFiles.h"
#include "widgets/dialogs/EditFactsDialog.h"
#include "widgets/panels/MessageBar.h"
#include "widgets/panels/StackPanel.h"
#include "widgets/views/PlaceboPlot.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

using namespace cw;
using namespace cw::test;

/// A person asks what placebos of an edit do, once it lies on the stack: the slots are one session in their order.
class TestDrawnPlacebos : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void oneClickDrawsThem();
    void undoingKeepsThem();
    void aStaleEditIsNotCompared();
    void aMergedEditHasNoRecipe();
    void whatARecipeNamesIsFoundAgain();
    void whatChangesNothingSaysWhy();
    void aLossThatDivergesIsSaid();
    void anEditOfAnotherProjectIsNotLaid();

private:
    EditFactsDialog *openDialog() const
    {
        auto *dialog = m_bench->find<EditFactsDialog>("factsDialog");
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }
    const QVector<EditRecord> &edits() const { return m_bench->stack.edits(); }
    QString said() const { return m_bench->find<MessageBar>("messageBar")->sentence(); }
    QString reference() const;

    QTemporaryDir m_folder;
    std::unique_ptr<EditingBench> m_bench;
};

void TestDrawnPlacebos::initTestCase()
{
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    m_bench->openDemo();
    m_bench->showDock("weightsDock");
    QTRY_VERIFY(!m_bench->find<QTreeView>("weightTree")->viewport()->visibleRegion().isEmpty());
    m_bench->choosePart(QStringLiteral("Layer 0"), QStringLiteral("mlp.out"));
    auto *table = m_bench->find<QTableView>("rowTable");
    type(m_bench->find<QLineEdit>("rowFilter"), QStringLiteral("3, 5-6"));
    QCOMPARE(table->model()->rowCount(), 3);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Space);
    m_bench->click("makeEditButton");
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 1, patience);
    m_bench->waitUntilApplied();
}

void TestDrawnPlacebos::oneClickDrawsThem()
{
    const auto *controls = m_bench->find<QLabel>("measureControls");
    QVERIFY2(controls->text().contains(QStringLiteral(": no placebo")), qPrintable(controls->text()));
    m_bench->trigger("factsAction");
    QTRY_VERIFY(openDialog());
    QTest::mouseClick(openDialog()->findChild<QPushButton *>(QStringLiteral("placeboButton")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(edits()[0].facts.contains(placeboFact), 3 * patience);
    QVERIFY2(controls->text().contains(QStringLiteral("p = ")), qPrintable(controls->text()));
    const QVector<KeptPlacebo> placebos = editFactsFrom(edits()[0].facts).placebos;
    QCOMPARE(placebos.size(), 1);
    QCOMPARE(placebos[0].draws.size(), std::size_t{20});
    QVERIFY(placebos[0].edited != placebos[0].before);
    QVERIFY(openDialog()->findChild<PlaceboPlot *>());
    QVERIFY(!openDialog()->findChild<QPushButton *>(QStringLiteral("placeboButton")));
    QTest::keyClick(openDialog(), Qt::Key_Escape);
    QTRY_VERIFY(!openDialog());
    const auto *list = m_bench->find<QListView>("stackList");
    const QString detail = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(detail.contains(QStringLiteral("p = ")), qPrintable(detail));
    QCOMPARE(edits().size(), 1); // the comparison lays nothing on the stack
}

/// What is known of an edit is no step.
void TestDrawnPlacebos::undoingKeepsThem()
{
    press(m_bench->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edits().size(), 0);
    press(m_bench->window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(edits().size(), 1);
    QVERIFY(edits()[0].facts.contains(placeboFact));
}

void TestDrawnPlacebos::aStaleEditIsNotCompared()
{
    m_bench->waitUntilApplied();
    m_bench->find<QListView>("stackList")->setCurrentIndex(m_bench->find<QListView>("stackList")->model()->index(0, 0));
    m_bench->trigger("duplicateAction");
    QCOMPARE(edits().size(), 2);
    Q_EMIT m_bench->window.findChild<StackPanel *>()->placebosAsked(edits()[1].id, QStringLiteral("auto"));
    QVERIFY(m_bench->find<MessageBar>("messageBar")->isVisible());
    QVERIFY2(said().contains(QStringLiteral("recompute it")), qPrintable(said()));
    m_bench->waitUntilApplied();
}

void TestDrawnPlacebos::aMergedEditHasNoRecipe()
{
    QVERIFY(m_bench->stack.merge({edits()[0].id, edits()[1].id}));
    m_bench->waitUntilApplied();
    Q_EMIT m_bench->window.findChild<StackPanel *>()->placebosAsked(edits()[0].id, QStringLiteral("auto"));
    QTRY_VERIFY2(said().contains(QStringLiteral("not one recipe")), qPrintable(said()));
}

/// The demo model with some rows zeroed.
QString TestDrawnPlacebos::reference() const
{
    const QString folder = m_folder.filePath(QStringLiteral("reference"));
    SilentMonitor monitor;
    ExportJob exporting(ExportOrder{editOf(m_bench->selection.base()), folder, {}});
    valueOrThrow(exporting.runHere(monitor));
    return folder;
}

/// A recipe names the folder alone; the project knows where it lies.
void TestDrawnPlacebos::whatARecipeNamesIsFoundAgain()
{
    m_bench->stack.remove({edits()[0].id});
    m_bench->waitUntilApplied();
    EditSettings settings;
    settings.model = demoModel();
    settings.method = TickMethod::Toward;
    settings.reference = reference();
    settings.modules = QStringList{QStringLiteral("layers.1.mlp.out")};
    auto *maker = m_bench->window.findChild<EditMaker *>();
    maker->make(settings);
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 1, patience);
    m_bench->waitUntilApplied();
    const EditRecord made = edits()[0];
    QCOMPARE(made.recipe[QLatin1String("settings")][QLatin1String("reference")].toString(),
             QStringLiteral("reference"));
    QVERIFY(!exportedProject(m_bench->project).contains(m_folder.path().toUtf8()));
    QSignalSpy again(maker, &EditMaker::made);
    maker->recompute(made.id);
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, patience);
    QCOMPARE(edits()[0].content, made.content);
    m_bench->waitUntilApplied();
}

void TestDrawnPlacebos::whatChangesNothingSaysWhy()
{
    // What is typed meanwhile stays where it was meant to be.
    auto *note = m_bench->find<QLineEdit>("noteField");
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("toward it"));
    EditSettings settings;
    settings.model = demoModel();
    settings.method = TickMethod::Scale;
    settings.factor = 1.00001; // lost in the 16 bits of the file
    settings.rows = QStringList{QStringLiteral("layers.0.mlp.out:3")};
    m_bench->window.findChild<EditMaker *>()->make(settings);
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 2, patience);
    QTRY_VERIFY2(said().contains(QStringLiteral("changed nothing: every change is too small")), qPrintable(said()));
    QCOMPARE(edits()[0].note, QStringLiteral("toward it"));
    QVERIFY(note->text().isEmpty() && edits()[1].note.isEmpty());
    m_bench->waitUntilApplied();
}

void TestDrawnPlacebos::aLossThatDivergesIsSaid()
{
    MgEditSettings settings;
    settings.model = demoModel();
    settings.level = EditLevel::Module;
    settings.modules = QStringList{QStringLiteral("layers.0.mlp.out")};
    settings.limit = 8;
    settings.tokens = 200;
    settings.rate = 1000;
    m_bench->window.findChild<EditMaker *>()->start(std::make_unique<MgEditJob>(settings, m_bench->selection.base()));
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 3, patience);
    QTRY_VERIFY2(said().contains(QStringLiteral("diverged before it was better")), qPrintable(said()));
    // Nothing was to change, so that nothing was lost.
    for (const EditRecord &edit : QVector<EditRecord>(edits().first(2)))
        m_bench->stack.setOn(edit.id, false);
    m_bench->waitUntilApplied();
    QVERIFY(m_bench->find<QLabel>("lostMark")->isHidden());
    for (int step = 0; step < 3; ++step)
        m_bench->stack.undo();
    m_bench->waitUntilApplied();
}

/// It was ordered for the stack that was there, not for the next one.
void TestDrawnPlacebos::anEditOfAnotherProjectIsNotLaid()
{
    m_bench->showDock("weightsDock");
    m_bench->choosePart(QStringLiteral("Layer 1"), QStringLiteral("mlp.out"));
    auto *table = m_bench->find<QTableView>("rowTable");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Space);
    m_bench->click("makeEditButton");
    QVERIFY(m_bench->project.create(m_folder.filePath(QStringLiteral("next.cwp"))));
    QTRY_VERIFY2_WITH_TIMEOUT(said().contains(QStringLiteral("another project")), qPrintable(said()), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs.isIdle(), patience);
    QCOMPARE(edits().size(), 0);
}

QTEST_MAIN(TestDrawnPlacebos)
#include "TestDrawnPlacebos.moc"
