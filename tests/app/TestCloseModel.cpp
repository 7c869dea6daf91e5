// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SlowCheckpoint.h"
#include "tests/support/Workbench.h"
#include "widgets/views/TokenStrip.h"

#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace cw;
using namespace cw::test;

namespace {

/// Bytes of this process that are in memory.
qint64 resident()
{
    const QByteArray status = read(QStringLiteral("/proc/self/status"));
    const auto at = status.indexOf("VmRSS:");
    return status.mid(at + 6, 20).trimmed().split(' ').value(0).toLongLong() * 1024;
}

} // namespace

/// Closing a model in the window: its memory comes back, the project stays, another model can be opened.
class TestCloseModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void thereIsNothingToCloseAtFirst();
    void theMenuGivesTheMemoryBack();
    void closingStopsATraceAndKeepsWhatIsDone();
    void anotherModelCanBeOpened();

private:
    QAction *action() const { return m_bench->find<QAction>("closeModelAction"); }
    void open();
    void trace(int samples);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

    QTemporaryDir m_folder;
    SlowCheckpoint m_model;
    std::unique_ptr<Workbench> m_bench;
};

void TestCloseModel::init()
{
    m_bench = std::make_unique<Workbench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
}

void TestCloseModel::cleanup()
{
    m_bench.reset();
}

void TestCloseModel::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_bench->window.activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &m_bench->window);
    QTest::keyClick(&m_bench->window, key, modifiers);
}

void TestCloseModel::open()
{
    press(Qt::Key_O, Qt::ControlModifier);
    answerFileDialog(m_model.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.model().model, patience);
}

void TestCloseModel::trace(int samples)
{
    type(m_bench->find<QPlainTextEdit>("promptEdit"), QStringLiteral("the kind nurse said that"));
    auto *tokens = m_bench->find<TokenStrip>("tokenStrip");
    QTRY_COMPARE(tokens->tokenCount(), 5);
    QTest::mouseClick(tokens, Qt::LeftButton, {}, tokens->chipRect(2).center().toPoint());
    type(m_bench->find<QSpinBox>("samplesBox"), QString::number(samples));
    press(Qt::Key_F5);
    QTRY_VERIFY(m_bench->find<QPushButton>("stopButton")->isEnabled());
}

void TestCloseModel::thereIsNothingToCloseAtFirst()
{
    QVERIFY(!action()->isEnabled());
    open();
    QVERIFY(action()->isEnabled());
}

void TestCloseModel::theMenuGivesTheMemoryBack()
{
    open();
    trace(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stateOf(0), RunState::Done, patience);
    QTRY_COMPARE(m_bench->filled(), 5 * SlowCheckpoint::layers);
    const QString file = QDir(m_model.folder()).filePath(QStringLiteral("model.safetensors"));
    QVERIFY(read(QStringLiteral("/proc/self/maps")).contains(file.toUtf8()));
    const std::weak_ptr<const Model> model = m_bench->selection.model().model;
    const qint64 before = resident();
    auto *bar = m_bench->window.menuBar();
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(bar->actions().first()).center());
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action()).center());
    QTRY_VERIFY(model.expired());
    QVERIFY(!read(QStringLiteral("/proc/self/maps")).contains(file.toUtf8()));
    const qint64 back = before - resident();
    QVERIFY2(back > QFileInfo(file).size() * 3 / 4, qPrintable(QString::number(back)));
    QVERIFY(!action()->isEnabled());
    QCOMPARE(m_bench->find<QLabel>("modelLabel")->text(), QStringLiteral("No model is open."));
    QVERIFY(!m_bench->find<QPushButton>("traceButton")->isEnabled());
    QCOMPARE(m_bench->runs().size(), 1);
    QCOMPARE(m_bench->filled(), 5 * SlowCheckpoint::layers);
}

void TestCloseModel::closingStopsATraceAndKeepsWhatIsDone()
{
    open();
    trace(SlowCheckpoint::manySamples);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->filled() > 0, patience);
    const std::weak_ptr<const Model> model = m_bench->selection.model().model;
    press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(model.expired(), patience);
    QTRY_COMPARE(m_bench->stateOf(0), RunState::Stopped);
    QVERIFY(m_bench->filled() > 0);
    QVERIFY(m_bench->jobs.isIdle());
    QVERIFY(!m_bench->selection.model().model);
}

void TestCloseModel::anotherModelCanBeOpened()
{
    open();
    press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!m_bench->selection.model().model);
    open();
    trace(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stateOf(0), RunState::Done, patience);
}

QTEST_MAIN(TestCloseModel)
#include "TestCloseModel.moc"
