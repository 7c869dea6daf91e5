// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Program.h"
#include "tests/support/SlowCheckpoint.h"
#include "tests/support/TraceJson.h"
#include "tests/support/Workbench.h"
#include "widgets/views/TokenStrip.h"

#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace cw;
using namespace cw::test;

namespace {

const QString prompt = QStringLiteral("the kind nurse said that");

} // namespace

/// What a person does with mouse and keys, from opening a model to taking the results away. The slots of the whole path
/// are one session in their order.
class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void openAModelByTheMenu();
    void writeAPromptAndMarkItsSubject();
    void stopATraceOnItsWay();
    void traceToTheEnd();
    void saveAndClose();
    void reopenFromTheStartPage();
    void choosingARunBringsItBack();
    void aKeyBringsADockToTheFront();
    void exportPictures();
    void exportNumbers();
    void copyToTheClipboard();
    void goOnWithAStoppedTrace();
    void aDroppedFolderIsOpened();
    void aDroppedProjectIsOpened();
    void problemsAreToldInTheMessageBar_data();
    void problemsAreToldInTheMessageBar();
    void closingStopsATraceAndKeepsIt();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void begin();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void waitForModel();
    void fillIn();
    void traceWith(int samples);

    QTemporaryDir m_folder;
    SlowCheckpoint m_model;
    std::unique_ptr<Workbench> m_bench;
};

void TestMainWindow::initTestCase()
{
    QApplication::setEffectEnabled(Qt::UI_AnimateCombo, false);
    begin();
}

void TestMainWindow::cleanupTestCase()
{
    m_bench.reset();
}

void TestMainWindow::begin()
{
    m_bench.reset();
    m_bench = std::make_unique<Workbench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
}

void TestMainWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    cw::test::press(m_bench->window, key, modifiers);
}

void TestMainWindow::waitForModel()
{
    const auto *label = m_bench->find<QLabel>("modelLabel");
    const auto *message = m_bench->find<QLabel>("messageLabel");
    QTRY_VERIFY_WITH_TIMEOUT(label->text().contains(QStringLiteral("12 layers")) || message->isVisible(), patience);
    QVERIFY2(!message->isVisible(), qPrintable(message->text()));
    QVERIFY2(label->text().contains(QStringLiteral(" of memory · ")), qPrintable(label->text()));
}

void TestMainWindow::openAModelByTheMenu()
{
    QVERIFY(m_bench->find<QPushButton>("openModelButton")->isVisible());
    press(Qt::Key_O, Qt::ControlModifier);
    answerFileDialog(m_model.folder());
    waitForModel();
    QVERIFY(m_bench->find<QPlainTextEdit>("promptEdit")->isVisible());
    QVERIFY(m_bench->project.isUntitled());
}

void TestMainWindow::fillIn()
{
    type(m_bench->find<QPlainTextEdit>("promptEdit"), prompt);
    auto *tokens = m_bench->find<TokenStrip>("tokenStrip");
    QTRY_COMPARE(tokens->tokenCount(), 5);
    QTest::mouseClick(tokens, Qt::LeftButton, {}, tokens->chipRect(2).center().toPoint());
    type(m_bench->find<QLineEdit>("targetAEdit"), QStringLiteral(" he"));
    type(m_bench->find<QLineEdit>("targetBEdit"), QStringLiteral(" she"));
}

void TestMainWindow::writeAPromptAndMarkItsSubject()
{
    QVERIFY(!m_bench->find<QPushButton>("traceButton")->isEnabled());
    // A word that is selected in the prompt is the subject, as long as no other is marked.
    auto *edit = m_bench->find<QPlainTextEdit>("promptEdit");
    const auto *strip = m_bench->find<TokenStrip>("tokenStrip");
    // At once, while the tokens are still those of a shorter text.
    type(edit, QStringLiteral("the kind nurse said that the kind nurse said that"));
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(strip->subject().end, edit->toPlainText().size());
    type(edit, prompt);
    QTRY_COMPARE(strip->tokenCount(), 5);
    QTest::keyClick(edit, Qt::Key_Home);
    for (int step = 0; step < 9; ++step)
        QTest::keyClick(edit, Qt::Key_Right, step < 4 ? Qt::NoModifier : Qt::ShiftModifier);
    QVERIFY(strip->isSubject(1) && !strip->isSubject(2));
    fillIn();
    QVERIFY(m_bench->find<TokenStrip>("tokenStrip")->isSubject(2));
    QVERIFY(m_bench->find<QLabel>("subjectLabel")->text().contains(QStringLiteral("nurse")));
    QTRY_VERIFY(m_bench->find<QPushButton>("traceButton")->isEnabled());
}

void TestMainWindow::traceWith(int samples)
{
    type(m_bench->find<QSpinBox>("samplesBox"), QString::number(samples));
    press(Qt::Key_F5);
    QTRY_VERIFY(m_bench->find<QPushButton>("stopButton")->isEnabled());
}

void TestMainWindow::stopATraceOnItsWay()
{
    auto *samples = m_bench->find<QSpinBox>("samplesBox");
    type(samples, QString::number(SlowCheckpoint::manySamples));
    auto *button = m_bench->find<QPushButton>("traceButton");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->filled() > 0, patience);
    QVERIFY(!button->isEnabled());
    press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), patience);
    QTRY_COMPARE(m_bench->stateOf(0), RunState::Stopped);
    QVERIFY(m_bench->filled() > 0);
}

void TestMainWindow::traceToTheEnd()
{
    traceWith(4);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stateOf(1), RunState::Done, patience);
    for (const char *map : {"heatmapView0", "heatmapView1", "heatmapView2"})
        QTRY_COMPARE(m_bench->filled(map), 5 * SlowCheckpoint::layers);
    QVERIFY(m_bench->find<QLabel>("checksLabel")->isVisible());
}

/// A dock behind another counts as open; what its key is pressed for is to see it.
void TestMainWindow::aKeyBringsADockToTheFront()
{
    const auto *dock = m_bench->find<QDockWidget>("weightsDock");
    const auto isSeen = [dock] { return dock->isVisible() && !dock->visibleRegion().isEmpty(); };
    QVERIFY(!isSeen());
    constexpr int settled = 400; // ms
    for (const bool wanted : {true, false, true}) {
        press(Qt::Key_9, Qt::ControlModifier);
        QTRY_COMPARE(isSeen(), wanted);
        QTest::qWait(settled);
    }
}

void TestMainWindow::saveAndClose()
{
    press(Qt::Key_S, Qt::ControlModifier);
    answerFileDialog(path("nurses.cwp"));
    QTRY_VERIFY(m_bench->window.windowTitle().startsWith(QStringLiteral("nurses")));
    press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_bench->window.isVisible());
    QVERIFY(QFileInfo::exists(path("nurses.cwp")));
}

void TestMainWindow::reopenFromTheStartPage()
{
    begin();
    auto *recent = m_bench->find<QListView>("recentList");
    QVERIFY(recent->isVisible());
    QTest::mouseClick(recent->viewport(), Qt::LeftButton, {},
                      recent->visualRect(recent->model()->index(0, 0)).center());
    QTRY_COMPARE(m_bench->filled(), 5 * SlowCheckpoint::layers);
    QCOMPARE(m_bench->find<QPlainTextEdit>("promptEdit")->toPlainText(), prompt);
    QCOMPARE(m_bench->find<QSpinBox>("samplesBox")->value(), 4);
    waitForModel();
}

void TestMainWindow::choosingARunBringsItBack()
{
    auto *list = m_bench->find<QListView>("runList");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    const auto click = [list](int row) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    };
    const qint64 shown = m_bench->selection.run();
    const int other = list->currentIndex().row() == 0 ? 1 : 0;
    click(other);
    QTRY_VERIFY(m_bench->selection.run() != shown);
    QCOMPARE(m_bench->find<QSpinBox>("samplesBox")->value(), SlowCheckpoint::manySamples);
    click(1 - other);
    QTRY_COMPARE(m_bench->selection.run(), shown);
    QCOMPARE(m_bench->find<QSpinBox>("samplesBox")->value(), 4);
    QTRY_COMPARE(m_bench->filled(), 5 * SlowCheckpoint::layers);
}

void TestMainWindow::exportPictures()
{
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget());
    auto *next = QApplication::activeModalWidget()->findChild<QPushButton *>(QStringLiteral("exportButton"));
    QVERIFY(next);
    QTest::mouseClick(next, Qt::LeftButton);
    answerFileDialog(path("maps.svg"));
    QTRY_VERIFY(read(path("maps.svg")).contains("</svg>"));
}

void TestMainWindow::exportNumbers()
{
    QTRY_VERIFY(!QApplication::activeModalWidget());
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    answerFileDialog(path("numbers.csv"));
    // A line for each cell of three maps, and one above them.
    QTRY_COMPARE(read(path("numbers.csv")).count('\n'), 3 * 5 * SlowCheckpoint::layers + 1);
}

void TestMainWindow::copyToTheClipboard()
{
    press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(QApplication::clipboard()->text().toUtf8(), read(path("numbers.csv")));
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!QApplication::clipboard()->image().isNull());
    press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    const QString command = QApplication::clipboard()->text();
    QVERIFY(command.startsWith(QStringLiteral("counterweight trace ")));
    const QStringList words = QProcess::splitCommand(QString(command).replace(u'\'', u'"'));
    const Answer again = ask(words.mid(1) << QStringLiteral("--json"));
    QVERIFY2(again.code == 0, again.err);
    const Answer shown =
        ask({QStringLiteral("project"), QStringLiteral("show"), path("nurses.cwp"), QStringLiteral("--run"),
             QString::number(m_bench->selection.run()), QStringLiteral("--json")});
    QCOMPARE(difference(again.json(), shown.json()), 0.0);
}

void TestMainWindow::goOnWithAStoppedTrace()
{
    traceWith(SlowCheckpoint::manySamples);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stateOf(0), RunState::Done, patience);
    QCOMPARE(m_bench->runs().size(), 2);
    QTRY_COMPARE(m_bench->filled(), 5 * SlowCheckpoint::layers);
}

void TestMainWindow::aDroppedFolderIsOpened()
{
    begin();
    drop(m_bench->window, m_model.folder());
    waitForModel();
}

void TestMainWindow::aDroppedProjectIsOpened()
{
    begin();
    drop(m_bench->window, path("nurses.cwp"));
    QTRY_COMPARE(m_bench->filled(), 5 * SlowCheckpoint::layers);
}

void TestMainWindow::problemsAreToldInTheMessageBar_data()
{
    QTest::addColumn<QString>("opened");
    QTest::addColumn<QString>("named");
    QTest::newRow("missing") << path("nowhere") << QStringLiteral("nowhere");
    write(path("broken.cwp"), "This is no project.");
    QTest::newRow("no project") << path("broken.cwp") << QStringLiteral("broken.cwp");
    QDir(m_folder.path()).mkpath(QStringLiteral("unknown"));
    write(path("unknown/config.json"), R"({"model_type": "perceptron"})");
    QTest::newRow("unknown architecture") << path("unknown") << QStringLiteral("perceptron");
}

void TestMainWindow::problemsAreToldInTheMessageBar()
{
    QFETCH(QString, opened);
    QFETCH(QString, named);
    begin();
    m_bench->window.open(opened);
    auto *message = m_bench->find<QLabel>("messageLabel");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
    QVERIFY2(message->text().contains(named), qPrintable(message->text()));
    QTest::mouseClick(m_bench->find<QToolButton>("dismissMessageButton"), Qt::LeftButton);
    QVERIFY(!message->isVisible());
}

void TestMainWindow::closingStopsATraceAndKeepsIt()
{
    begin();
    drop(m_bench->window, m_model.folder());
    waitForModel();
    fillIn();
    traceWith(SlowCheckpoint::manySamples);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->filled() > 0, patience);
    press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->window.isVisible(), patience);
    QVERIFY(m_bench->project.flush());
    QCOMPARE(m_bench->stateOf(0), RunState::Stopped);
}

QTEST_MAIN(TestMainWindow)
#include "TestMainWindow.moc"
