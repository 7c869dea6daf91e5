// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Resources.h"
#include "core/jobs/JobFile.h"
#include "core/jobs/MeasureSummary.h"
#include "core/project/MeasureArchive.h"
#include "tests/support/Program.h"
#include "tests/support/TestFiles.h"
#include "tests/support/Workbench.h"
#include "widgets/models/MeasuresModel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace cw;
using namespace cw::test;

/// What a person does to measure a model: the slots are one session in their order.
class TestMeasuresPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void theDockIsFoundByItsTab();
    void measuresAreTickedByMouse();
    void whatCanBeMeasuredIsAndWhatCannotSaysWhy();
    void theTableAndTheCommandAreCopied();
    void itemsAreSeenSearchedAndWritten();
    void theNumbersAreWritten();
    void aReportThatCannotBeWrittenIsTold();
    void theSameModelChangesNothing();
    void aLongOneIsStoppedAndGoneOnWith();
    void aKeptMeasureIsBroughtBack();
    void anotherProjectBeginsEmpty();
    void theFieldsComeBackWithTheProject();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void click(const char *button) const { QTest::mouseClick(m_bench->find<QAbstractButton>(button), Qt::LeftButton); }
    QTreeView &table() const { return *m_bench->find<QTreeView>("measureTable"); }
    QString cell(int row, int column, int number = -1) const;
    void tick(const char *measure) const;
    void measure() const;
    void waitUntilMeasured() const;
    void chooseInMenu(const char *entry);

    QTemporaryDir m_folder;
    std::unique_ptr<Workbench> m_bench;
};

void TestMeasuresPanel::initTestCase()
{
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    QVERIFY(copyFolder(resource(QStringLiteral("demo-model")), path("demo")));
    QVERIFY(copyFolder(path("demo"), path("twin")));
    m_bench = std::make_unique<Workbench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    drop(m_bench->window, path("demo"));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.model().model, patience);
}

/// A cell of a measure, or of one of its numbers.
QString TestMeasuresPanel::cell(int row, int column, int number) const
{
    const QAbstractItemModel &model = *table().model();
    const QModelIndex measure = model.index(row, number < 0 ? column : 0);
    return (number < 0 ? measure : model.index(number, column, measure)).data().toString();
}

void TestMeasuresPanel::tick(const char *measure) const
{
    auto *list = m_bench->find<QTreeWidget>("measureList");
    const QString title = QString::fromUtf8(measureNamed(QLatin1String(measure))->info.title);
    const QList<QTreeWidgetItem *> found = list->findItems(title, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    list->scrollToItem(found.first());
    const QRect row = list->visualItemRect(found.first());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 10, row.center().y()));
}

void TestMeasuresPanel::waitUntilMeasured() const
{
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QPushButton>("measureButton")->isEnabled(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs.isIdle(), patience);
    QVERIFY(m_bench->project.flush());
}

void TestMeasuresPanel::measure() const
{
    click("measureButton");
    QVERIFY(!m_bench->find<QPushButton>("measureButton")->isEnabled());
    waitUntilMeasured();
}

/// Clicks an entry of the menu of models; the click that opens the menu returns when it is closed.
void TestMeasuresPanel::chooseInMenu(const char *entry)
{
    QTimer::singleShot(0, this, [entry] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        auto *action = menu->findChild<QAction *>(QLatin1String(entry));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    });
    click("measureCompareButton");
}

void TestMeasuresPanel::theDockIsFoundByItsTab()
{
    QVERIFY(m_bench->find<QTreeWidget>("measureList")->visibleRegion().isEmpty());
    for (QTabBar *bar : m_bench->window.findChildren<QTabBar *>())
        for (int tab = 0; tab < bar->count(); ++tab)
            if (bar->tabText(tab) == QStringLiteral("Measures"))
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
    QTRY_VERIFY(!m_bench->find<QTreeWidget>("measureList")->visibleRegion().isEmpty());
    QCOMPARE(m_bench->find<QTreeWidget>("measureList")->topLevelItemCount(), static_cast<int>(measures().size()));
}

void TestMeasuresPanel::measuresAreTickedByMouse()
{
    QVERIFY(!m_bench->find<QPushButton>("measureButton")->isEnabled());
    QVERIFY(m_bench->find<QLabel>("measureWhyLabel")->isVisible());
    click("allMeasuresButton");
    QVERIFY(m_bench->find<QPushButton>("measureButton")->isEnabled());
    click("noMeasuresButton");
    QVERIFY(!m_bench->find<QPushButton>("measureButton")->isEnabled());
    tick("gap");
    tick("seat");
    QVERIFY(m_bench->find<QPushButton>("measureButton")->isEnabled());
    type(m_bench->find<QSpinBox>("limitBox"), QStringLiteral("40"));
}

void TestMeasuresPanel::whatCanBeMeasuredIsAndWhatCannotSaysWhy()
{
    press(m_bench->window, Qt::Key_F7);
    QVERIFY(!m_bench->find<QPushButton>("measureButton")->isEnabled());
    waitUntilMeasured();
    QCOMPARE(table().model()->rowCount(), 2);
    QCOMPARE(m_bench->runs().size(), 1);
    const auto kept = loadMeasure(m_bench->project, 1);
    QVERIFY(kept && kept->isComplete());
    const MeasureSummary summary = summarise(*kept);
    const auto gap = static_cast<int>(summary.numbers.size());
    QCOMPARE(table().model()->rowCount(table().model()->index(0, 0)), gap);
    for (int i = 0; i < gap; ++i) {
        const MeasuredNumber &number = summary.numbers[static_cast<std::size_t>(i)];
        if (std::isnan(number.value))
            continue;
        const QString shown = cell(0, MeasuresModel::Value, i).replace(QChar(0x2212), QLatin1Char('-'));
        QVERIFY2(std::abs(shown.toDouble() - number.value) <= 0.00005, qPrintable(shown));
        if (std::isnan(number.interval.low))
            continue;
        const QString low = cell(0, MeasuresModel::Range, i).section(QStringLiteral(" … "), 0, 0);
        QVERIFY(std::abs(QString(low).replace(QChar(0x2212), QLatin1Char('-')).toDouble() - number.interval.low) <=
                0.00005);
    }
    QCOMPARE(cell(0, MeasuresModel::Value), cell(0, MeasuresModel::Value, 0));
    QCOMPARE(cell(0, MeasuresModel::Items), QStringLiteral("40 of 40"));
    QVERIFY(table().isColumnHidden(MeasuresModel::Change));
    QVERIFY2(cell(1, MeasuresModel::Name).contains(QStringLiteral("--data")), qPrintable(cell(1, MeasuresModel::Name)));
    QCOMPARE(table().model()->rowCount(table().model()->index(1, 0)), 0);
    QVERIFY(!m_bench->find<QLabel>("messageLabel")->isVisible());
}

void TestMeasuresPanel::theTableAndTheCommandAreCopied()
{
    table().setFocus();
    table().selectionModel()->clear();
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines.size() >= 3);
    QVERIFY(lines[0].startsWith(QStringLiteral("Measure\tValue\t95 % interval\tItems")));
    QCOMPARE(lines[1].section(u'\t', 1, 1), cell(0, MeasuresModel::Value));
    click("copyMeasureCommandButton");
    const QString command = QApplication::clipboard()->text();
    QVERIFY2(command.startsWith(QStringLiteral("counterweight measure gap,seat")) ||
                 command.startsWith(QStringLiteral("counterweight measure ")),
             qPrintable(command));
    QVERIFY(command.contains(QStringLiteral("--limit 40")));
    const QStringList words = QProcess::splitCommand(QString(command).replace(u'\'', u'"'));
    const Answer again = ask(words.mid(1) << QStringLiteral("--json"));
    QVERIFY2(again.code == 0, again.err);
    const QJsonObject gap = again.json()[QLatin1String("measures")].toArray().at(0).toObject();
    const QString headline = QString::fromUtf8(measureNamed(QStringLiteral("gap"))->info.numbers.front().key);
    const double value = gap[QLatin1String("numbers")][headline][QLatin1String("value")].toDouble();
    const QString shown = cell(0, MeasuresModel::Value).replace(QChar(0x2212), QLatin1Char('-'));
    QVERIFY(std::abs(shown.toDouble() - value) <= 0.00005);
}

void TestMeasuresPanel::itemsAreSeenSearchedAndWritten()
{
    const QModelIndex number = table().model()->index(0, 0, table().model()->index(0, 0));
    table().expand(number.parent());
    table().setCurrentIndex(number);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Return);
    auto *items = m_bench->find<QTableView>("itemTable");
    QVERIFY(items);
    QTRY_VERIFY(items->isVisible());
    QCOMPARE(items->model()->rowCount(), 40);
    const QString occupation = items->model()->index(0, 3).data().toString();
    type(m_bench->find<QLineEdit>("itemFilterEdit"), occupation);
    QVERIFY(items->model()->rowCount() > 0 && items->model()->rowCount() < 40);
    for (int row = 0; row < items->model()->rowCount(); ++row)
        QVERIFY(items->model()->index(row, 1).data().toString().contains(occupation, Qt::CaseInsensitive));
    click("exportItemsButton");
    answerFileDialog(path("items.csv"));
    QTRY_VERIFY(QFile::exists(path("items.csv")));
    QCOMPARE(read(path("items.csv")).count('\n'), 41);
    QTest::keyClick(items->window(), Qt::Key_Escape);
    QTRY_VERIFY(!m_bench->find<QTableView>("itemTable"));
    const QRect row = table().visualRect(table().model()->index(0, 0));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, row.center());
    QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, row.center());
    QTRY_VERIFY(m_bench->find<QTableView>("itemTable"));
    QTest::keyClick(m_bench->find<QTableView>("itemTable")->window(), Qt::Key_Escape);
}

void TestMeasuresPanel::theNumbersAreWritten()
{
    for (const char *file : {"out.json", "out.csv", "out.md", "out.tex"}) {
        press(m_bench->window, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        answerFileDialog(path(file));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(file)), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs.isIdle(), patience);
    }
    const QJsonObject report = QJsonDocument::fromJson(read(path("out.json"))).object();
    QCOMPARE(report[QLatin1String("measures")].toArray().size(), 1);
    QCOMPARE(report[QLatin1String("notRun")].toArray().size(), 1);
    QVERIFY(read(path("out.csv")).contains("gap"));
    QVERIFY(read(path("out.md")).startsWith("| model |"));
    QVERIFY(read(path("out.tex")).startsWith("\\begin{tabular}"));
}

void TestMeasuresPanel::aReportThatCannotBeWrittenIsTold()
{
    press(m_bench->window, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    answerFileDialog(path("out.pdf"));
    auto *message = m_bench->find<QLabel>("messageLabel");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
    QVERIFY2(message->text().contains(QStringLiteral("out.pdf")), qPrintable(message->text()));
    QTest::mouseClick(m_bench->find<QToolButton>("dismissMessageButton"), Qt::LeftButton);
    QVERIFY(!QFile::exists(path("out.pdf")));
}

void TestMeasuresPanel::theSameModelChangesNothing()
{
    chooseInMenu("otherModelAction");
    answerFileDialog(path("twin"));
    QTRY_VERIFY_WITH_TIMEOUT(!table().isColumnHidden(MeasuresModel::Change), patience);
    measure();
    QCOMPARE(cell(0, MeasuresModel::After), cell(0, MeasuresModel::Value));
    QVERIFY(!cell(0, MeasuresModel::Value).isEmpty());
    QVERIFY2(cell(0, MeasuresModel::Change).startsWith(QStringLiteral("0.0000")),
             qPrintable(cell(0, MeasuresModel::Change)));
    QCOMPARE(cell(0, MeasuresModel::P), QStringLiteral("1"));
    QVERIFY(cell(0, MeasuresModel::Flipped).isEmpty() || cell(0, MeasuresModel::Flipped).startsWith(u'0'));
    QVERIFY(cell(1, MeasuresModel::Name).contains(QStringLiteral("--data")));
}

void TestMeasuresPanel::aLongOneIsStoppedAndGoneOnWith()
{
    chooseInMenu("noModelAction");
    m_bench->window.activateWindow();
    QTRY_VERIFY(m_bench->window.isActiveWindow());
    QTRY_VERIFY(table().isColumnHidden(MeasuresModel::Change));
    tick("seat");
    QTest::keyClick(m_bench->find<QSpinBox>("limitBox"), Qt::Key_A, Qt::ControlModifier);
    type(m_bench->find<QSpinBox>("limitBox"), QStringLiteral("0"));
    const auto before = m_bench->runs().size();
    // What is shown while it is measured: the numbers so far, each with an interval.
    bool wasOnItsWay = false;
    connect(table().model(), &QAbstractItemModel::dataChanged, &table(), [this, &wasOnItsWay] {
        if (wasOnItsWay || cell(0, MeasuresModel::Range).isEmpty())
            return;
        wasOnItsWay = true;
        click("stopMeasureButton");
    });
    click("measureButton");
    waitUntilMeasured();
    QVERIFY(wasOnItsWay);
    disconnect(table().model(), &QAbstractItemModel::dataChanged, &table(), nullptr);
    QCOMPARE(m_bench->runs().size(), before + 1);
    QCOMPARE(m_bench->runs().last().state, RunState::Stopped);
    const auto stopped = loadMeasure(m_bench->project, m_bench->runs().last().id);
    QVERIFY(stopped && !stopped->isComplete() && stopped->settled() > 0);
    QCOMPARE(cell(0, MeasuresModel::Items),
             QStringLiteral("%1 of %2").arg(stopped->settled()).arg(stopped->states.size()));
    measure();
    QCOMPARE(m_bench->runs().size(), before + 1);
    QCOMPARE(m_bench->runs().last().state, RunState::Done);
    QCOMPARE(cell(0, MeasuresModel::Items), QStringLiteral("%1 of %1").arg(stopped->states.size()));
}

void TestMeasuresPanel::aKeptMeasureIsBroughtBack()
{
    auto *list = m_bench->find<QListView>("runList");
    const int runs = static_cast<int>(m_bench->runs().size());
    QTRY_COMPARE(list->model()->rowCount(), runs);
    const QModelIndex oldest = list->model()->index(runs - 1, 0);
    QVERIFY(oldest.data().toString().endsWith(QStringLiteral(" of demo")));
    list->scrollTo(oldest);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(oldest).center());
    QTRY_COMPARE(m_bench->find<QSpinBox>("limitBox")->value(), 40);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->jobs.isIdle(), patience);
    QCOMPARE(cell(0, MeasuresModel::Items), QStringLiteral("40 of 40"));
    QVERIFY(!cell(0, MeasuresModel::Range).isEmpty());
    press(m_bench->window, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("counterweight measure gap ")));
}

void TestMeasuresPanel::anotherProjectBeginsEmpty()
{
    m_bench->find<QDockWidget>("measuresDock")->raise();
    type(m_bench->find<QSpinBox>("limitBox"), QStringLiteral("25"));
    QTest::keyClick(m_bench->find<QSpinBox>("limitBox"), Qt::Key_Return);
    press(m_bench->window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    answerFileDialog(path("kept.cwp"));
    QTRY_COMPARE(m_bench->project.path(), path("kept.cwp"));
    press(m_bench->window, Qt::Key_S, Qt::ControlModifier);
    press(m_bench->window, Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    QVERIFY(m_bench->runs().isEmpty());
}

void TestMeasuresPanel::theFieldsComeBackWithTheProject()
{
    m_bench = std::make_unique<Workbench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    m_bench->window.open(path("kept.cwp"));
    QCOMPARE(m_bench->find<QSpinBox>("limitBox")->value(), 25);
}

QTEST_MAIN(TestMeasuresPanel)
#include "TestMeasuresPanel.moc"
