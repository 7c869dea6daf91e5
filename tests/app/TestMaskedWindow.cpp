// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestFiles.h"
#include "tests/support/Workbench.h"
#include "widgets/views/TokenStrip.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace cw;
using namespace cw::test;

/// A masked model in the window: it says that it wants a mask, and traces at it.
class TestMaskedWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void thePromptIsAskedForAMask();
    void theMapShowsAllTokensAndTheMask();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workbench> m_bench;
};

void TestMaskedWindow::init()
{
    m_bench = std::make_unique<Workbench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    press(m_bench->window, Qt::Key_O, Qt::ControlModifier);
    answerFileDialog(fixture(QStringLiteral("models/bert")));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.model().model, patience);
}

void TestMaskedWindow::thePromptIsAskedForAMask()
{
    auto *prompt = m_bench->find<QPlainTextEdit>("promptEdit");
    QVERIFY(prompt->placeholderText().contains(QStringLiteral("[MASK]")));
    type(prompt, QStringLiteral("the nurse said that she was tired"));
    auto *why = m_bench->find<QLabel>("whyLabel");
    QTRY_VERIFY(why->text().contains(QStringLiteral("write [MASK]")));
    type(prompt, QStringLiteral("the nurse said [MASK] that [MASK] was tired"));
    QTRY_VERIFY(why->text().contains(QStringLiteral("more than one [MASK]")));
    QVERIFY(!m_bench->find<QPushButton>("traceButton")->isEnabled());
}

void TestMaskedWindow::theMapShowsAllTokensAndTheMask()
{
    type(m_bench->find<QPlainTextEdit>("promptEdit"), QStringLiteral("the nurse said that [MASK] was tired"));
    auto *tokens = m_bench->find<TokenStrip>("tokenStrip");
    QTRY_COMPARE(tokens->tokenCount(), 9); // with <s> in front and </s> behind
    QTest::mouseClick(tokens, Qt::LeftButton, {}, tokens->chipRect(2).center().toPoint());
    QVERIFY(tokens->isSubject(2));
    QTest::mouseClick(m_bench->find<QPushButton>("traceButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->filled(), 18, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->runs().size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stateOf(0), RunState::Done, patience);
    const Heatmap &map = m_bench->find<HeatmapView>("heatmapView0")->heatmap();
    QVERIFY(map.tokens.contains(QStringLiteral("[MASK]")));
    QVERIFY(std::abs(map.values[0]) > 0); // in a masked model what stands before the subject has an effect too
}

QTEST_MAIN(TestMaskedWindow)
#include "TestMaskedWindow.moc"
