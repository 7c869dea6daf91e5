// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/jobs/EditFacts.h"
#include "core/project/ViewKeys.h"
#include "tests/support/EditingBench.h"
#include "tests/support/TestFiles.h"
#include "widgets/dialogs/EditFactsDialog.h"
#include "widgets/models/StackModel.h"
#include "widgets/panels/MessageBar.h"

#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace cw;
using namespace cw::test;

/// What an edit did is looked at: the slots are one session in their order.
class TestEditFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void anEditsSideEffectsAreLookedFor();
    void anEditIsCopiedAsACommand();
    void whatItDidIsShown();
    void aStoppedScanLeavesTheEdit();
    void chosenEditsAreRemovedInOneStep();
    void mergedEditsAreCountedAndScanned();
    void theProjectBringsItBack();
    void withoutItsModelNothingIsLookedFor();
    void aModelThatIsAwayIsNotForgotten();

private:
    const QVector<EditRecord> &edits() const { return m_bench->stack.edits(); }
    QListView *list() const { return m_bench->find<QListView>("stackList"); }
    QString detail(int row) const { return list()->model()->index(row, 0).data(StackModel::DetailRole).toString(); }
    EditFactsDialog *openDialog() const;
    void closeDialog() const;
    /// Ticks a module of the first layer and makes nought of it.
    void makeEdit(const QString &module) const;

    QTemporaryDir m_folder;
    std::unique_ptr<EditingBench> m_bench;
};

void TestEditFacts::initTestCase()
{
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    m_bench->openDemo();
}

void TestEditFacts::makeEdit(const QString &module) const
{
    m_bench->showDock("weightsDock");
    auto *tree = m_bench->find<QTreeView>("weightTree");
    QTRY_VERIFY(!tree->viewport()->visibleRegion().isEmpty());
    const QModelIndex part = m_bench->part(QStringLiteral("Layer 0"), module);
    QVERIFY(part.isValid());
    tree->expand(part.parent());
    m_bench->clickBox(*tree, part);
    QVERIFY(m_bench->find<QPushButton>("makeEditButton")->isEnabled());
    m_bench->click("makeEditButton");
}

EditFactsDialog *TestEditFacts::openDialog() const
{
    auto *dialog = m_bench->find<EditFactsDialog>("factsDialog");
    return dialog && dialog->isVisible() ? dialog : nullptr;
}

void TestEditFacts::closeDialog() const
{
    QTest::keyClick(openDialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_bench->find<EditFactsDialog>("factsDialog"));
    // Without a window system, closing a dialog activates no other window.
    m_bench->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
}

void TestEditFacts::anEditsSideEffectsAreLookedFor()
{
    makeEdit(QStringLiteral("mlp.out"));
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 1, patience);
    QVERIFY(editFactsFrom(edits()[0].facts).ledger);
    QTRY_VERIFY_WITH_TIMEOUT(edits()[0].facts.contains(sideEffectsFact), patience);
    m_bench->waitUntilApplied();
    QVERIFY(m_bench->stack.canUndo());
    const EditFacts known = editFactsFrom(edits()[0].facts);
    QCOMPARE(known.sideEffects->sets.size(), std::size_t{5});
    QVERIFY(known.sideEffects->most());
    QVERIFY2(detail(0).endsWith(known.brief()) && !known.brief().isEmpty(), qPrintable(detail(0)));
    // What was found is of strength 1, and says so at another.
    m_bench->stack.setAlpha(edits()[0].id, 0.5);
    QVERIFY2(detail(0).endsWith(u"at strength 1: " + known.brief()), qPrintable(detail(0)));
    m_bench->stack.undo();
    m_bench->waitUntilApplied();
}

void TestEditFacts::anEditIsCopiedAsACommand()
{
    m_bench->trigger("copyEditCommandAction");
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.startsWith(QStringLiteral("counterweight edit zero ")) && command.contains(demoModel()) &&
                 command.contains(QStringLiteral("--modules layers.0.mlp.out")),
             qPrintable(command));
}

void TestEditFacts::whatItDidIsShown()
{
    // The button below the list.
    for (QToolButton *button : m_bench->window.findChildren<QToolButton *>())
        if (button->defaultAction() == m_bench->find<QAction>("factsAction") && button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(openDialog());
    const EditFactsDialog &dialog = *openDialog();
    const auto *ledger = dialog.findChild<QTableWidget *>(QStringLiteral("ledgerTable"));
    QCOMPARE(ledger->rowCount(), 1);
    QCOMPARE(ledger->item(0, 0)->text(), QStringLiteral("layers.0.mlp.out"));
    QCOMPARE(ledger->item(0, 1)->text(), QStringLiteral("128 of 128"));
    const SideEffects effects = *editFactsFrom(edits()[0].facts).sideEffects;
    const auto *sets = dialog.findChild<QTableWidget *>(QStringLiteral("sideEffectTable"));
    QCOMPARE(sets->rowCount(), 5);
    QCOMPARE(sets->item(0, 5)->text(), setTable(effects)[1][5]);
    QVERIFY(sets->item(0, 5)->text().toDouble() < -0.01); // mothers and kings lost some of theirs
    const auto *sentences = dialog.findChild<QTableWidget *>(QStringLiteral("sentenceTable"));
    QCOMPARE(sentences->rowCount(), 10);
    QVERIFY(
        dialog.findChild<QLabel *>(QStringLiteral("noPlaceboLabel"))->text().contains(QStringLiteral("No placebo")));
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("copyFactsButton")), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(effects.sentences.front().text));
    closeDialog();
    // The same by a shortcut.
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY(openDialog());
    closeDialog();
}

void TestEditFacts::aStoppedScanLeavesTheEdit()
{
    const auto stop = connect(&m_bench->jobs, &JobQueue::changed, this, [this] {
        for (Job *job : m_bench->jobs.listed())
            if (job->status().title.startsWith(QStringLiteral("Side effects")))
                job->cancel();
    });
    makeEdit(QStringLiteral("attn.out"));
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 2, patience);
    m_bench->waitUntilApplied();
    disconnect(stop);
    QVERIFY(!edits()[1].facts.contains(sideEffectsFact));
    QVERIFY(editFactsFrom(edits()[1].facts).ledger);
    QCOMPARE(m_bench->selection.model().stack.parts.size(), 2);
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QTest::keyClick(list(), Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY(openDialog());
    QVERIFY(openDialog()->findChild<QLabel *>(QStringLiteral("noSideEffectsLabel")));
    // They are looked for where that is asked, and come while the dialog is open.
    QTest::mouseClick(openDialog()->findChild<QPushButton *>(QStringLiteral("scanButton")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(openDialog()->findChild<QTableWidget *>(QStringLiteral("sideEffectTable")), patience);
    const QJsonValue found = edits()[1].facts[sideEffectsFact];
    closeDialog();
    m_bench->waitUntilApplied();
    // Made again on the same, it has the same.
    QSignalSpy added(&m_bench->stack, &EditStack::factAdded);
    m_bench->trigger("recomputeAction");
    QTRY_COMPARE_WITH_TIMEOUT(added.size(), 1, patience);
    QCOMPARE(edits()[1].facts[sideEffectsFact], found);
    m_bench->waitUntilApplied();
}

void TestEditFacts::chosenEditsAreRemovedInOneStep()
{
    const QVector<EditRecord> before = edits();
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(list(), Qt::Key_Delete);
    QVERIFY(edits().isEmpty());
    m_bench->waitUntilApplied();
    press(m_bench->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(edits() == before);
    m_bench->waitUntilApplied();
}

void TestEditFacts::mergedEditsAreCountedAndScanned()
{
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    m_bench->trigger("mergeAction");
    QCOMPARE(edits().size(), 1);
    m_bench->waitUntilApplied();
    QTRY_VERIFY_WITH_TIMEOUT(edits()[0].facts.contains(sideEffectsFact), patience);
    const EditFacts facts = editFactsFrom(edits()[0].facts);
    QVERIFY(facts.ledger && facts.ledger->changed() > 0);
    const LoadedModel &shown = m_bench->selection.model();
    SilentMonitor monitor;
    QCOMPARE(facts.hash, shown.checkpoint->hash(shown.checkpoint->changedTensors(*shown.model), monitor));
    m_bench->trigger("factsAction");
    QTRY_VERIFY(openDialog());
    QVERIFY(openDialog()->findChild<QTableWidget *>(QStringLiteral("ledgerTable")));
    QVERIFY(openDialog()->findChild<QTableWidget *>(QStringLiteral("sideEffectTable")));
    closeDialog();
    press(m_bench->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edits().size(), 2);
    m_bench->waitUntilApplied();
}

void TestEditFacts::theProjectBringsItBack()
{
    const QVector<EditRecord> before = edits();
    const QString path = m_folder.filePath(QStringLiteral("kept.cwp"));
    QVERIFY(m_bench->project.saveAs(path));
    m_bench.reset();
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    drop(m_bench->window, path);
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 2, patience);
    QVERIFY(edits() == before);
    QVERIFY(edits()[0].facts.contains(sideEffectsFact));
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->selection.model().stack.isEmpty(), patience);
}

void TestEditFacts::withoutItsModelNothingIsLookedFor()
{
    const auto *lost = m_bench->find<QLabel>("lostMark");
    for (const EditRecord &edit : QVector<EditRecord>(edits()))
        m_bench->stack.setAlpha(edit.id, 1e-9);
    QTRY_VERIFY_WITH_TIMEOUT(!lost->isHidden(), patience);
    for (const char *name : {"lostMark", "alphaField", "noteField"}) {
        const auto *field = m_bench->find<QWidget>(name);
        QTRY_VERIFY2(field->height() >= field->minimumSizeHint().height(), name);
    }
    m_bench->trigger("closeModelAction");
    QVERIFY(!m_bench->selection.base().checkpoint);
    QVERIFY(lost->isHidden());
    m_bench->trigger("recomputeAction");
    QVERIFY(m_bench->find<MessageBar>("messageBar")->sentence().contains(QStringLiteral("open that to recompute it")));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    m_bench->trigger("mergeAction");
    QCOMPARE(edits().size(), 1);
    m_bench->trigger("factsAction");
    QTRY_VERIFY(openDialog());
    const auto *bar = m_bench->find<MessageBar>("messageBar");
    QTest::mouseClick(openDialog()->findChild<QPushButton *>(QStringLiteral("placeboButton")), Qt::LeftButton);
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->sentence().contains(QStringLiteral("is not one recipe")), qPrintable(bar->sentence()));
    // The dialog stands before the bar: it says so, too.
    const auto *problem = openDialog()->findChild<QLabel *>(QStringLiteral("factsProblem"));
    QVERIFY(problem->isVisible() && problem->text() == bar->sentence());
    QVERIFY(openDialog()->findChild<QPushButton *>(QStringLiteral("placeboButton"))->isEnabled());
    QTest::mouseClick(openDialog()->findChild<QPushButton *>(QStringLiteral("scanButton")), Qt::LeftButton);
    QVERIFY2(bar->sentence().contains(QStringLiteral("another model")), qPrintable(bar->sentence()));
    QVERIFY(!edits()[0].facts.contains(sideEffectsFact));
    closeDialog();
}

void TestEditFacts::aModelThatIsAwayIsNotForgotten()
{
    const QString path = m_folder.filePath(QStringLiteral("away.cwp"));
    const QString away = m_folder.filePath(QStringLiteral("unplugged/model"));
    {
        Project project(m_folder.path());
        QVERIFY(project.create() && project.saveAs(path));
        project.setView(openModelKey, away);
        QVERIFY(project.flush());
    }
    m_bench = nullptr;
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    drop(m_bench->window, path);
    const auto *bar = m_bench->find<MessageBar>("messageBar");
    QTRY_VERIFY2_WITH_TIMEOUT(bar->sentence().contains(away), qPrintable(bar->sentence()), patience);
    m_bench->selection.setPrompt(QStringLiteral("The nurse said that"));
    m_bench->trigger("saveAction");
    QCOMPARE(m_bench->project.view()->value(openModelKey).toString(), away);
    m_bench->openDemo();
    m_bench->trigger("saveAction");
    QCOMPARE(m_bench->project.view()->value(openModelKey).toString(), QDir(demoModel()).absolutePath());
}

QTEST_MAIN(TestEditFacts)
#include "TestEditFacts.moc"
