// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/measures/Measure.h"
#include "tests/support/EditingBench.h"
#include "tests/support/TestFiles.h"
#include "widgets/dialogs/EditFactsDialog.h"
#include "widgets/dialogs/MethodDialog.h"
#include "widgets/models/MeasuresModel.h"
#include "widgets/style/Numbers.h"
#include "widgets/views/TokenStrip.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTreeView>
#include <QTreeWidget>

using namespace cw;
using namespace cw::test;

/// From the place that was found to a checkpoint that is taken away, by mouse and keys: the slots are one story.
class TestStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void aTraceShowsTheLayer();
    void theCellIsFoundAmongTheWeights();
    void lsdmEditsTheLayer();
    void thePlacebosAreSeen();
    void mgEditsRows();
    void theTwoAreCompared();
    void theBestIsExported();
    void theExportedCheckpointScoresTheSame();

private:
    using Choices = std::vector<std::pair<const char *, QString>>;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    const QVector<EditRecord> &edits() const { return m_bench->stack.edits(); }
    QString shownHash() const;
    void editBy(const char *method, const Choices &choices) const;
    void toggle(int row) const;
    /// Takes what is ticked.
    void measure() const;
    /// A cell of the first measure.
    QString measured(int column) const;

    QTemporaryDir m_folder;
    std::unique_ptr<EditingBench> m_bench;
    Cell m_best; ///< where the MLPs do most, in the lower half of the layers
    QString m_editedGap;
    QString m_editedHash;
};

void TestStory::initTestCase()
{
    QVERIFY(test::write(path("goal.csv"), "name,target\nnurse,0.5\nsecretary,0.5\nreceptionist,0.5\nlibrarian,0.5\n"
                                          "engineer,0.5\ncarpenter,0.5\nmechanic,0.5\nplumber,0.5\n"));
    m_bench = std::make_unique<EditingBench>(m_folder.path());
    m_bench->openDemo();
}

QString TestStory::shownHash() const
{
    SilentMonitor monitor;
    const LoadedModel &shown = m_bench->selection.model();
    return shown.checkpoint->hash(shown.checkpoint->changedTensors(*shown.model), monitor);
}

void TestStory::aTraceShowsTheLayer()
{
    type(m_bench->find<QPlainTextEdit>("promptEdit"), QStringLiteral("The nurse said that"));
    auto *tokens = m_bench->find<TokenStrip>("tokenStrip");
    QTRY_COMPARE(tokens->tokenCount(), 4);
    QTest::mouseClick(tokens, Qt::LeftButton, {}, tokens->chipRect(1).center().toPoint());
    type(m_bench->find<QLineEdit>("targetAEdit"), QStringLiteral(" he"));
    type(m_bench->find<QLineEdit>("targetBEdit"), QStringLiteral(" she"));
    QTRY_VERIFY(m_bench->find<QPushButton>("traceButton")->isEnabled());
    press(m_bench->window, Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->stateOf(0) == RunState::Done, patience);
    const Heatmap &map = m_bench->find<HeatmapView>("heatmapView1")->heatmap(); // states, MLPs, attention
    QTRY_COMPARE(m_bench->filled("heatmapView1"), map.tokenCount() * map.layers);
    QVERIFY(map.title.contains(QStringLiteral("MLP")));
    for (int layer = 0; layer < map.layers / 2; ++layer)
        if (const Cell cell{map.subjectEnd - 1, layer}; !m_best.isValid() || map.value(cell) > map.value(m_best))
            m_best = cell;
    QVERIFY2(map.value(m_best) > 0.1, qPrintable(map.readOut(m_best)));
}

void TestStory::theCellIsFoundAmongTheWeights()
{
    m_bench->showDock("weightsDock");
    const QString layer = QStringLiteral("Layer %1").arg(m_best.layer);
    for (const auto &[name, module] : {std::pair("heatmapView2", "attn.out"), std::pair("heatmapView1", "mlp.out")}) {
        auto *map = m_bench->find<HeatmapView>(name);
        const QPoint place = map->cellRect(m_best).center().toPoint();
        QTest::mouseClick(map->childAt(place), Qt::LeftButton, {}, map->childAt(place)->mapFrom(map, place));
        QTRY_COMPARE(map->currentCell(), m_best);
        const QModelIndex chosen = m_bench->find<QTreeView>("weightTree")->currentIndex();
        QCOMPARE(chosen, m_bench->part(layer, QLatin1String(module)));
    }
}

/// Fills in the fields of a method's dialog and has the edit made.
void TestStory::editBy(const char *method, const Choices &choices) const
{
    const qsizetype before = edits().size();
    m_bench->trigger(method);
    auto *dialog = m_bench->find<MethodDialog>("methodDialog");
    QVERIFY(dialog);
    for (const auto &[key, value] : choices)
        if (auto *box = dialog->findChild<QComboBox *>(QLatin1String(key)))
            box->setCurrentText(value);
        else
            type(dialog->findChild<QLineEdit *>(QLatin1String(key)), value);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("startMethodButton")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(edits().size(), before + 1, 2 * patience);
    m_bench->waitUntilApplied();
}

void TestStory::lsdmEditsTheLayer()
{
    editBy("methodAction0", {{"layers", QString::number(m_best.layer)},
                             {"goal", path("goal.csv")},
                             {"contexts", QStringLiteral("2")},
                             {"steps", QStringLiteral("8")},
                             {"tokens", QStringLiteral("2000")},
                             {"placebo", QStringLiteral("2")}});
    QCOMPARE(edits()[0].recipe[QLatin1String("job")].toString(), QStringLiteral("lsdm"));
    m_editedHash = shownHash();
}

void TestStory::thePlacebosAreSeen()
{
    // Without a window system, closing a dialog activates no other window.
    m_bench->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    m_bench->showDock("stackDock");
    auto *list = m_bench->find<QListView>("stackList");
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY(m_bench->find<EditFactsDialog>("factsDialog"));
    auto *dialog = m_bench->find<EditFactsDialog>("factsDialog");
    QVERIFY(dialog->findChild<QWidget *>(QStringLiteral("placeboPlot")));
    const KeptPlacebo placebo = editFactsFrom(edits()[0].facts).placebos.value(0);
    QCOMPARE(placebo.draws.size(), std::size_t(2));
    QVERIFY(placebo.edited < 0.7 * placebo.before);
    const auto *sentence = dialog->findChild<QLabel *>(QStringLiteral("placeboLabel"));
    QVERIFY2(sentence->text().contains(formatNumber(placebo.edited)), qPrintable(sentence->text()));
    QVERIFY(placebo.isTooFew && dialog->findChild<QLabel *>(QStringLiteral("placeboRemark")));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QTableWidget *>(QStringLiteral("sideEffectTable")), patience);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_bench->find<EditFactsDialog>("factsDialog"));
}

void TestStory::mgEditsRows()
{
    editBy("methodAction3", {{"level", QStringLiteral("row")},
                             {"layers", QStringLiteral("4")},
                             {"limit", QStringLiteral("8")},
                             {"epochs", QStringLiteral("1")},
                             {"patience", QStringLiteral("1")},
                             {"tokens", QStringLiteral("300")}});
    QCOMPARE(edits()[1].recipe[QLatin1String("job")].toString(), QStringLiteral("mg"));
}

/// Ticks or unticks an edit; the topmost has row 0.
void TestStory::toggle(int row) const
{
    m_bench->showDock("stackDock");
    auto *list = m_bench->find<QListView>("stackList");
    m_bench->clickBox(*list, list->model()->index(row, 0));
    m_bench->waitUntilApplied();
}

void TestStory::measure() const
{
    press(m_bench->window, Qt::Key_F7);
    QTest::qWait(0);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QPushButton>("measureButton")->isEnabled() && m_bench->jobs.isIdle(),
                             patience);
}

QString TestStory::measured(int column) const
{
    return m_bench->find<QTreeView>("measureTable")->model()->index(0, column).data().toString();
}

void TestStory::theTwoAreCompared()
{
    m_bench->showDock("measuresDock");
    auto *list = m_bench->find<QTreeWidget>("measureList");
    const QString title = QString::fromUtf8(measureNamed(QStringLiteral("gap"))->info.title);
    QTreeWidgetItem *gap = list->findItems(title, Qt::MatchExactly).value(0);
    QVERIFY(gap);
    list->scrollToItem(gap);
    const QRect row = list->visualItemRect(gap);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 10, row.center().y()));
    type(m_bench->find<QSpinBox>("limitBox"), QStringLiteral("60"));
    toggle(1); // MG alone
    measure();
    const double before = measured(MeasuresModel::Value).toDouble();
    const double ofRows = measured(MeasuresModel::After).toDouble();
    toggle(0);
    toggle(1); // LSDM alone
    QCOMPARE(shownHash(), m_editedHash);
    measure();
    m_editedGap = measured(MeasuresModel::After);
    QCOMPARE(measured(MeasuresModel::Value).toDouble(), before);
    QVERIFY2(m_editedGap.toDouble() < 0.85 * before, qPrintable(m_editedGap));
    QVERIFY(m_editedGap.toDouble() < ofRows);
    QVERIFY(measured(MeasuresModel::Change).startsWith(QChar(0x2212)));
}

void TestStory::theBestIsExported()
{
    press(m_bench->window, Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    answerFileDialog(path("edited"));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path("edited/config.json")), patience);
    m_bench->waitUntilApplied();
    SilentMonitor monitor;
    QCOMPARE(Checkpoint::open(path("edited"))->hash(monitor), m_editedHash);
    QVERIFY(test::read(path("edited/README.md")).contains("LSDM"));
}

void TestStory::theExportedCheckpointScoresTheSame()
{
    drop(m_bench->window, path("edited"));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.base().checkpoint->folder() == path("edited"), patience);
    m_bench->waitUntilApplied();
    QVERIFY(m_bench->selection.model().stack.isEmpty());
    QCOMPARE(shownHash(), m_editedHash);
    m_bench->showDock("measuresDock");
    measure();
    QCOMPARE(measured(MeasuresModel::Value), m_editedGap);
}

QTEST_MAIN(TestStory)
#include "TestStory.moc"
