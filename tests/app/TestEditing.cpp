// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/PatchFile.h"
#include "core/jobs/LoadModelJob.h"
#include "tests/support/EditingBench.h"
#include "tests/support/Edits.h"
#include "tests/support/TalkingCheckpoint.h"

#include <ATen/ATen.h>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSlider>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace cw;
using namespace cw::test;

/// What a person does to edit a model: the slots are one session in their order.
class TestEditing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void theWeightsAreListedWithTheirNorms();
    void modulesAreSearchedAndSorted();
    void rowsAreFoundSortedAndTicked();
    void aTickedModuleTicksItsRows();
    void whatIsTickedBecomesAnEdit();
    void theStrengthIsTypedAndSlid();
    void theEditIsSwitchedOffAndOn();
    void stepsAreTakenBackAndDoneAgain();
    void editsAreRenamedOrderedAndMerged();
    void aStaleEditIsRecomputed();
    void theEditedModelIsCompared();
    void theCheckpointIsExportedWithItsEdits();
    void theEditsAreExportedAsAPatch();
    void aFolderThatIsThereIsRefused();
    void anotherModelKeepsTheEditsOut();
    void theProjectBringsTheEditsBack();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void click(const char *button) const { m_bench->click(button); }
    void trigger(const char *action) const { m_bench->trigger(action); }
    const QVector<EditRecord> &edits() const { return m_bench->stack.edits(); }
    QString shownHash() const;
    void waitUntilApplied() const { m_bench->waitUntilApplied(); }

    QTemporaryDir m_folder;
    TalkingCheckpoint m_model{1};
    TalkingCheckpoint m_other{2};
    std::unique_ptr<EditingBench> m_bench;
    QString m_baseHash;
    QString m_editedHash;
};

void TestEditing::initTestCase()
{
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    drop(m_bench->window, m_model.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.model().model, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs.isIdle(), patience);
    m_baseHash = shownHash();
}

QString TestEditing::shownHash() const
{
    SilentMonitor monitor;
    const LoadedModel &shown = m_bench->selection.model();
    return shown.checkpoint->hash(shown.checkpoint->changedTensors(*shown.model), monitor);
}

void TestEditing::theWeightsAreListedWithTheirNorms()
{
    m_bench->showDock("weightsDock");
    auto *tree = m_bench->find<QTreeView>("weightTree");
    QTRY_VERIFY(!tree->viewport()->visibleRegion().isEmpty());
    QCOMPARE(tree->model()->rowCount(), m_bench->selection.model().model->spec().layers + 1); // and the embedding
    const QModelIndex module = m_bench->part(QStringLiteral("Layer 1"), QStringLiteral("mlp.out"));
    QVERIFY(module.isValid());
    QTRY_VERIFY(module.siblingAtColumn(2).data().toString().toDouble() > 0);
    QVERIFY(m_bench->part(QStringLiteral("Layer 1"), QStringLiteral("neurons")).isValid());
    QVERIFY(!m_bench->find<QPushButton>("makeEditButton")->isEnabled());
}

void TestEditing::modulesAreSearchedAndSorted()
{
    auto *tree = m_bench->find<QTreeView>("weightTree");
    const QAbstractItemModel &model = *tree->model();
    const int layers = model.rowCount();
    type(m_bench->find<QLineEdit>("partSearch"), QStringLiteral("1 mlp.out"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Layer 1"));
    QVERIFY(model.rowCount(model.index(0, 0)) < 4);
    QVERIFY(tree->isExpanded(model.index(0, 0)));
    QVERIFY(m_bench->part(QStringLiteral("Layer 1"), QStringLiteral("mlp.out")).isValid());
    QVERIFY(!m_bench->part(QStringLiteral("Layer 1"), QStringLiteral("attn.q")).isValid());
    m_bench->find<QLineEdit>("partSearch")->clear();
    QCOMPARE(model.rowCount(), layers);
    // By norm, the largest first, and back.
    auto *header = tree->header();
    const QPoint norm(header->sectionViewportPosition(2) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, norm);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, norm);
    const QModelIndex layer = m_bench->part(QStringLiteral("Layer 2"), QStringLiteral("mlp.out")).parent();
    const auto normOf = [&](int row) { return model.index(row, 2, layer).data().toString().toDouble(); };
    QVERIFY(normOf(0) >= normOf(1) && normOf(1) > normOf(model.rowCount(layer) - 1));
    const QPoint name(header->sectionViewportPosition(0) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    if (tree->header()->sortIndicatorOrder() == Qt::DescendingOrder)
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Embedding"));
    QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("Layer 1"));
}

void TestEditing::rowsAreFoundSortedAndTicked()
{
    m_bench->choosePart(QStringLiteral("Layer 1"), QStringLiteral("mlp.out"));
    auto *table = m_bench->find<QTableView>("rowTable");
    const int all = table->model()->rowCount();
    QCOMPARE(all, m_bench->selection.model().model->spec().width);
    // By norm, the largest first.
    auto *header = table->horizontalHeader();
    const QPoint norm(header->sectionViewportPosition(1) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, norm);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, norm);
    const auto normOf = [table](int row) { return table->model()->index(row, 1).data().toString().toDouble(); };
    QVERIFY(normOf(0) >= normOf(1) && normOf(1) > normOf(all - 1));
    type(m_bench->find<QLineEdit>("rowFilter"), QStringLiteral("3, 5-6"));
    QCOMPARE(table->model()->rowCount(), 3);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Space);
    m_bench->find<QLineEdit>("rowFilter")->clear();
    QCOMPARE(table->model()->rowCount(), all);
    click("tickedOnlyButton");
    QCOMPARE(table->model()->rowCount(), 3);
    m_bench->clickBox(*table, table->model()->index(0, 0));
    QCOMPARE(table->model()->rowCount(), 2);
    click("tickedOnlyButton");
    const int width = static_cast<int>(m_bench->selection.model().model->parameters().at("layers.1.mlp.out").size(1));
    QVERIFY(m_bench->find<QLabel>("tickCount")->text().contains(QLocale().toString(2 * width)));
    QVERIFY(m_bench->find<QPushButton>("makeEditButton")->isEnabled());
}

void TestEditing::aTickedModuleTicksItsRows()
{
    auto *tree = m_bench->find<QTreeView>("weightTree");
    const QModelIndex module = m_bench->part(QStringLiteral("Layer 1"), QStringLiteral("mlp.out"));
    QCOMPARE(module.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(module.parent().data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    const QModelIndex other = m_bench->part(QStringLiteral("Layer 1"), QStringLiteral("attn.q"));
    m_bench->clickBox(*tree, other);
    QCOMPARE(other.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    m_bench->clickBox(*tree, other);
    QCOMPARE(other.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

void TestEditing::whatIsTickedBecomesAnEdit()
{
    auto *method = m_bench->find<QComboBox>("tickMethod");
    method->setFocus();
    QTest::keyClick(method, Qt::Key_Down); // Zero -> Scale
    QCOMPARE(method->currentText(), QStringLiteral("Scale"));
    type(m_bench->find<QDoubleSpinBox>("tickAmount"), QStringLiteral("0.25"));
    QTest::keyClick(m_bench->find<QDoubleSpinBox>("tickAmount"), Qt::Key_Return);
    click("makeEditButton");
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 1, patience);
    waitUntilApplied();
    QCOMPARE(m_bench->selection.model().stack.parts.size(), 1);
    m_editedHash = shownHash();
    QVERIFY(m_editedHash != m_baseHash);
    QTRY_VERIFY(!m_bench->find<QListView>("stackList")->viewport()->visibleRegion().isEmpty());
    // The shown model is what the engine makes of the same words.
    EditSettings settings;
    settings.model = m_model.folder();
    settings.method = TickMethod::Scale;
    settings.factor = 0.25;
    settings.rows = QStringList{edits()[0].recipe[QLatin1String("settings")][QLatin1String("rows")][0].toString()};
    EditJob job(settings);
    QString hash;
    QObject::connect(&job, &EditJob::made, &job, [&hash](const MadeEdit &edit) { hash = edit.hash; });
    SilentMonitor monitor;
    QVERIFY(job.runHere(monitor));
    QCOMPARE(m_editedHash, hash);
}

void TestEditing::theStrengthIsTypedAndSlid()
{
    auto *alpha = m_bench->find<QDoubleSpinBox>("alphaField");
    type(alpha, QStringLiteral("0"));
    QTest::keyClick(alpha, Qt::Key_Return);
    waitUntilApplied();
    QCOMPARE(edits()[0].alpha, 0.0);
    QCOMPARE(shownHash(), m_baseHash);
    const auto *lost = m_bench->find<QLabel>("lostMark");
    QVERIFY(lost->isHidden());
    type(alpha, QStringLiteral("1e-9"));
    QTest::keyClick(alpha, Qt::Key_Return);
    waitUntilApplied();
    QCOMPARE(edits()[0].alpha, 1e-9);
    QVERIFY(!lost->isHidden());
    QCOMPARE(shownHash(), m_baseHash);
    type(alpha, QStringLiteral("0.00025"));
    QTest::keyClick(alpha, Qt::Key_Return);
    QCOMPARE(edits()[0].alpha, 0.00025);
    QCOMPARE(alpha->text(), QStringLiteral("0.00025"));
    waitUntilApplied();
    QVERIFY(lost->isHidden());
    auto *slider = m_bench->find<QSlider>("alphaSlider");
    QCOMPARE(slider->value(), 0);
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_PageUp);
    QTest::keyClick(slider, Qt::Key_PageUp);
    waitUntilApplied();
    QCOMPARE(edits()[0].alpha, 1.0);
    QCOMPARE(shownHash(), m_editedHash);
    // A held handle is one step, however far it goes.
    const QPoint handle(slider->width() * 4 / 6, slider->height() / 2);
    QTest::mousePress(slider, Qt::LeftButton, {}, handle);
    for (int x = 1; x <= 40; x += 3)
        QTest::mouseMove(slider, handle + QPoint(x, 0));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, handle + QPoint(40, 0));
    QVERIFY(edits()[0].alpha > 1);
    m_bench->stack.undo();
    QCOMPARE(edits()[0].alpha, 1.0);
    waitUntilApplied();
}

void TestEditing::theEditIsSwitchedOffAndOn()
{
    auto *list = m_bench->find<QListView>("stackList");
    m_bench->clickBox(*list, list->model()->index(0, 0));
    waitUntilApplied();
    QVERIFY(!edits()[0].isOn);
    QCOMPARE(shownHash(), m_baseHash);
    QVERIFY(!m_bench->find<QAction>("exportCheckpointAction")->isEnabled());
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Space);
    waitUntilApplied();
    QVERIFY(edits()[0].isOn);
    QCOMPARE(shownHash(), m_editedHash);
}

void TestEditing::stepsAreTakenBackAndDoneAgain()
{
    press(m_bench->window, Qt::Key_Z, Qt::ControlModifier);
    waitUntilApplied();
    QCOMPARE(shownHash(), m_baseHash);
    QVERIFY(m_bench->find<QAction>("redoAction")->text().contains(edits()[0].title));
    press(m_bench->window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    waitUntilApplied();
    QCOMPARE(shownHash(), m_editedHash);
    QVERIFY(!m_bench->find<QAction>("redoAction")->isEnabled());
}

void TestEditing::editsAreRenamedOrderedAndMerged()
{
    auto *list = m_bench->find<QListView>("stackList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F2);
    auto *editor = list->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    type(editor, QStringLiteral("weaker rows"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(edits()[0].title, QStringLiteral("weaker rows"));
    trigger("duplicateAction");
    QCOMPARE(edits().size(), 2);
    QVERIFY(m_bench->find<QLabel>("editMarks")->text().contains(QStringLiteral("weaker rows")));
    const QString top = edits()[1].id;
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(edits()[0].id, top);
    waitUntilApplied();
    const QString twice = shownHash();
    QVERIFY(twice != m_editedHash);
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    trigger("mergeAction");
    QCOMPARE(edits().size(), 1);
    waitUntilApplied();
    QCOMPARE(shownHash(), twice);
    for (int i = 0; i < 4; ++i)
        press(m_bench->window, Qt::Key_Z, Qt::ControlModifier);
    waitUntilApplied();
    QCOMPARE(edits().size(), 1);
    QCOMPARE(shownHash(), m_editedHash);
}

void TestEditing::aStaleEditIsRecomputed()
{
    auto *list = m_bench->find<QListView>("stackList");
    trigger("duplicateAction");
    const auto detail = [list] { return list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY(detail().contains(QStringLiteral("below has changed")));
    list->setCurrentIndex(list->model()->index(0, 0));
    const QString before = edits()[1].content;
    trigger("recomputeAction");
    QTRY_VERIFY_WITH_TIMEOUT(edits()[1].content != before, patience);
    waitUntilApplied();
    QVERIFY(!detail().contains(QStringLiteral("below has changed")));
    // A quarter of a quarter: scaling once more what is scaled already.
    const auto rows = [this](const LoadedModel &model) {
        return model.model->parameters().at("layers.1.mlp.out").select(0, 5).to(at::kDouble);
    };
    QVERIFY(at::allclose(rows(m_bench->selection.model()), rows(m_bench->selection.base()) / 16, 1e-5, 1e-9));
    press(m_bench->window, Qt::Key_Z, Qt::ControlModifier);
    press(m_bench->window, Qt::Key_Z, Qt::ControlModifier);
    waitUntilApplied();
    QCOMPARE(shownHash(), m_editedHash);
}

void TestEditing::theEditedModelIsCompared()
{
    m_bench->showDock("textDock");
    QVERIFY(m_bench->find<QWidget>("afterTextView")->isVisibleTo(&m_bench->window));
    QVERIFY(m_bench->find<QPushButton>("compareButton")->text().contains(QStringLiteral("1 edit")));
}

void TestEditing::theCheckpointIsExportedWithItsEdits()
{
    const QString to = path("edited");
    press(m_bench->window, Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    answerFileDialog(to);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(to + QStringLiteral("/config.json")), patience);
    waitUntilApplied();
    SilentMonitor monitor;
    QCOMPARE(Checkpoint::open(to)->hash(monitor), m_editedHash);
    QFile card(to + QStringLiteral("/README.md"));
    QVERIFY(card.open(QIODevice::ReadOnly));
    QVERIFY(card.readAll().contains(m_editedHash.toUtf8()));
}

void TestEditing::theEditsAreExportedAsAPatch()
{
    const QString to = path("edits.safetensors");
    trigger("exportEditsAction");
    answerFileDialog(to);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(to), patience);
    waitUntilApplied();
    const Patch patch = readPatch(to);
    QCOMPARE(patch.baseHash, m_baseHash);
    SilentMonitor monitor;
    const LoadedModel base = opened(m_model.folder());
    const auto model = edited(base.model, {{patch.edit, 1}}, monitor);
    QCOMPARE(base.checkpoint->hash(base.checkpoint->changedTensors(*model), monitor), m_editedHash);
}

void TestEditing::aFolderThatIsThereIsRefused()
{
    const QStringList before = QDir(path("edited")).entryList();
    trigger("exportCheckpointAction");
    // The dialog asks whether what is there is to be replaced; nothing is lost where it is answered with yes.
    QTRY_VERIFY(qobject_cast<QFileDialog *>(QApplication::activeModalWidget()));
    Q_EMIT qobject_cast<QFileDialog *>(QApplication::activeModalWidget())->fileSelected(path("edited"));
    QApplication::activeModalWidget()->close();
    QTRY_VERIFY(m_bench->find<QWidget>("messageBar")->isVisible());
    waitUntilApplied();
    QCOMPARE(QDir(path("edited")).entryList(), before);
}

void TestEditing::anotherModelKeepsTheEditsOut()
{
    drop(m_bench->window, m_other.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.base().checkpoint &&
                                 m_bench->selection.base().checkpoint->folder() == m_other.folder(),
                             patience);
    waitUntilApplied();
    QVERIFY(m_bench->selection.model().stack.isEmpty());
    auto *list = m_bench->find<QListView>("stackList");
    QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("another")));
    QVERIFY(!m_bench->find<QAction>("exportCheckpointAction")->isEnabled());
}

void TestEditing::theProjectBringsTheEditsBack()
{
    QVERIFY(m_bench->project.saveAs(path("kept.cwp")));
    m_bench.reset();
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    drop(m_bench->window, path("kept.cwp"));
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), 1, patience);
    drop(m_bench->window, m_model.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.model().stack.parts.size() == 1, patience);
    waitUntilApplied();
    QCOMPARE(shownHash(), m_editedHash);
}

QTEST_MAIN(TestEditing)
#include "TestEditing.moc"
