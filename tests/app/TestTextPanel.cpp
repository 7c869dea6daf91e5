// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobFile.h"
#include "core/project/GenerationArchive.h"
#include "tests/support/Program.h"
#include "tests/support/TalkingCheckpoint.h"
#include "tests/support/Workbench.h"
#include "widgets/views/GrowingText.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

using namespace cw;
using namespace cw::test;

namespace {

const QString prompt = QStringLiteral("the kind nurse said that");

} // namespace

/// What a person does to let models write: the slots are one session in their order.
class TestTextPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void theTextDockIsFoundByItsTab();
    void aPromptIsFollowedUntilOneIsTyped();
    void aTextIsWrittenAndKept();
    void theTextAndItsCommandAreCopied();
    void aLongTextIsStopped();
    void aStopStringEndsTheText();
    void twoModelsAreCompared();
    void theComparisonIsGivenUp();
    void aKeptTextIsBroughtBack();
    void aFolderThatIsNoModelIsTold();
    void anotherProjectBeginsEmpty();
    void closingStopsWritingAndKeepsIt();
    void theFieldsComeBackWithTheProject();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    GrowingText &text(const char *side) const { return *m_bench->find<GrowingText>(side); }
    void click(const char *button) const { QTest::mouseClick(m_bench->find<QAbstractButton>(button), Qt::LeftButton); }
    void waitUntilWritten() const;
    void chooseInMenu(const char *entry);
    void compareWith(const QString &folder);

    QTemporaryDir m_folder;
    TalkingCheckpoint m_model{1};
    TalkingCheckpoint m_other{2};
    std::unique_ptr<Workbench> m_bench;
};

void TestTextPanel::initTestCase()
{
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    m_bench = std::make_unique<Workbench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    drop(m_bench->window, m_model.folder());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.model().model, patience);
}

void TestTextPanel::waitUntilWritten() const
{
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QPushButton>("generateButton")->isEnabled(), patience);
    QTRY_VERIFY(m_bench->jobs.isIdle());
    QVERIFY(m_bench->project.flush());
}

/// Clicks an entry of the menu of models; the click that opens the menu returns when it is closed.
void TestTextPanel::chooseInMenu(const char *entry)
{
    QTimer::singleShot(0, this, [entry] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        auto *action = menu->findChild<QAction *>(QLatin1String(entry));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    });
    click("compareButton");
}

void TestTextPanel::compareWith(const QString &folder)
{
    chooseInMenu("otherModelAction");
    answerFileDialog(folder);
}

void TestTextPanel::theTextDockIsFoundByItsTab()
{
    QVERIFY(text("beforeTextView").visibleRegion().isEmpty());
    bool found = false;
    for (QTabBar *bar : m_bench->window.findChildren<QTabBar *>()) {
        for (int tab = 0; tab < bar->count(); ++tab) {
            if (bar->tabText(tab) != QStringLiteral("Text"))
                continue;
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
            found = true;
        }
    }
    QVERIFY(found);
    QTRY_VERIFY(!text("beforeTextView").visibleRegion().isEmpty());
    QVERIFY(!m_bench->find<QPushButton>("generateButton")->isEnabled());
    QVERIFY(m_bench->find<QLabel>("textWhyLabel")->isVisible());
}

void TestTextPanel::aPromptIsFollowedUntilOneIsTyped()
{
    auto *traced = m_bench->find<QPlainTextEdit>("promptEdit");
    auto *own = m_bench->find<QPlainTextEdit>("textPromptEdit");
    type(traced, QStringLiteral("the judge said"));
    QTRY_COMPARE(own->toPlainText(), QStringLiteral("the judge said"));
    QVERIFY(!m_bench->find<QToolButton>("takePromptButton")->isEnabled());
    type(own, prompt);
    type(traced, QStringLiteral("the judge said that"));
    QTRY_COMPARE(m_bench->selection.prompt(), QStringLiteral("the judge said that"));
    QCOMPARE(own->toPlainText(), prompt);
    click("takePromptButton");
    QCOMPARE(own->toPlainText(), QStringLiteral("the judge said that"));
    type(own, prompt);
}

void TestTextPanel::aTextIsWrittenAndKept()
{
    type(m_bench->find<QSpinBox>("maxBox"), QStringLiteral("20"));
    click("generateButton");
    waitUntilWritten();
    QCOMPARE(text("beforeTextView").text().trimmed().split(u' ').size(), 20);
    QCOMPARE(text("beforeTextView").toPlainText(), QString(prompt + text("beforeTextView").text()));
    QVERIFY(m_bench->find<QLabel>("beforeStateLabel")->text().startsWith(QStringLiteral("Length reached. 20 tokens")));
    QVERIFY(!m_bench->find<GrowingText>("afterTextView")->isVisible());
    QCOMPARE(m_bench->runs().size(), 1);
    QCOMPARE(m_bench->runs().first().job, QString(generateJob));
    QCOMPARE(loadGeneration(m_bench->project, 1)->texts.front().text, text("beforeTextView").text());
}

void TestTextPanel::theTextAndItsCommandAreCopied()
{
    click("beforeCopyButton");
    QCOMPARE(QApplication::clipboard()->text(), text("beforeTextView").toPlainText());
    click("copyTextCommandButton");
    const QString command = QApplication::clipboard()->text();
    QVERIFY(command.startsWith(QStringLiteral("counterweight generate ")));
    const QStringList words = QProcess::splitCommand(QString(command).replace(u'\'', u'"'));
    const Answer again = ask(words.mid(1) << QStringLiteral("--json"));
    QVERIFY2(again.code == 0, again.err);
    QCOMPARE(again.json()[QLatin1String("text")].toString(), text("beforeTextView").text());
}

void TestTextPanel::aLongTextIsStopped()
{
    type(m_bench->find<QSpinBox>("maxBox"), QString::number(TalkingCheckpoint::context));
    press(m_bench->window, Qt::Key_F6);
    QVERIFY(!m_bench->find<QPushButton>("generateButton")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(text("beforeTextView").text().size() > 100, patience);
    press(m_bench->window, Qt::Key_Escape);
    waitUntilWritten();
    QCOMPARE(m_bench->stateOf(1), RunState::Stopped);
    QVERIFY(m_bench->find<QLabel>("beforeStateLabel")->text().startsWith(QStringLiteral("Stopped by hand.")));
    QCOMPARE(loadGeneration(m_bench->project, 2)->texts.front().text, text("beforeTextView").text());
}

void TestTextPanel::aStopStringEndsTheText()
{
    type(m_bench->find<QSpinBox>("maxBox"), QStringLiteral("20"));
    click("generateButton");
    waitUntilWritten();
    const QString whole = text("beforeTextView").text();
    const QString third = whole.trimmed().split(u' ').at(2);
    type(m_bench->find<QLineEdit>("stopEdit"), QString(QStringLiteral("\\n,") + third));
    click("generateButton");
    waitUntilWritten();
    QCOMPARE(text("beforeTextView").text(), whole.left(whole.indexOf(third)));
    type(m_bench->find<QLineEdit>("stopEdit"), QString());
    QTest::keyClick(m_bench->find<QLineEdit>("stopEdit"), Qt::Key_Backspace);
    QCOMPARE(m_bench->find<QLineEdit>("stopEdit")->text(), QString());
}

void TestTextPanel::twoModelsAreCompared()
{
    compareWith(m_other.folder());
    QTRY_VERIFY_WITH_TIMEOUT(text("afterTextView").isVisible(), patience);
    QVERIFY(text("beforeTextView").marks().empty());
    click("generateButton");
    waitUntilWritten();
    const QString before = text("beforeTextView").text();
    const QString after = text("afterTextView").text();
    QVERIFY(!after.isEmpty() && before != after);
    QTRY_VERIFY(!text("afterTextView").marks().empty());
    for (const char *side : {"beforeTextView", "afterTextView"}) {
        QCOMPARE(text(side).extraSelections().size(), static_cast<qsizetype>(text(side).marks().size()));
        for (const QTextEdit::ExtraSelection &mark : text(side).extraSelections())
            QVERIFY(mark.format.underlineStyle() != QTextCharFormat::NoUnderline);
    }
    QCOMPARE(m_bench->runs().size(), 6);
    QCOMPARE(loadGeneration(m_bench->project, 5)->run.folder, m_model.folder());
    QCOMPARE(loadGeneration(m_bench->project, 6)->run.folder, m_other.folder());
    auto *marks = m_bench->find<QCheckBox>("marksBox");
    const QPoint tick(8, marks->height() / 2);
    QTest::mouseClick(marks, Qt::LeftButton, {}, tick);
    QVERIFY(text("afterTextView").marks().empty() && text("afterTextView").extraSelections().isEmpty());
    QTest::mouseClick(marks, Qt::LeftButton, {}, tick);
    QVERIFY(!text("afterTextView").marks().empty());
    click("copyTextCommandButton");
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 1);
}

void TestTextPanel::theComparisonIsGivenUp()
{
    chooseInMenu("noModelAction");
    QTRY_VERIFY(!text("afterTextView").isVisible());
    QVERIFY(text("beforeTextView").marks().empty());
}

void TestTextPanel::aKeptTextIsBroughtBack()
{
    type(m_bench->find<QPlainTextEdit>("textPromptEdit"), QStringLiteral("something else"));
    auto *list = m_bench->find<QListView>("runList");
    QTRY_COMPARE(list->model()->rowCount(), 6);
    const QModelIndex oldest = list->model()->index(5, 0);
    list->scrollTo(oldest);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(oldest).center());
    QTRY_COMPARE(m_bench->find<QPlainTextEdit>("textPromptEdit")->toPlainText(), prompt);
    QCOMPARE(m_bench->find<QSpinBox>("maxBox")->value(), 20);
    QCOMPARE(text("beforeTextView").text(), loadGeneration(m_bench->project, 1)->texts.front().text);
    QVERIFY(!m_bench->find<QLabel>("messageLabel")->isVisible());
    press(m_bench->window, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("counterweight generate ")));
}

void TestTextPanel::aFolderThatIsNoModelIsTold()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("nothing"));
    compareWith(path("nothing"));
    auto *message = m_bench->find<QLabel>("messageLabel");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
    QVERIFY2(message->text().contains(QStringLiteral("nothing")), qPrintable(message->text()));
    QTest::mouseClick(m_bench->find<QToolButton>("dismissMessageButton"), Qt::LeftButton);
    QVERIFY(!text("afterTextView").isVisible());
}

void TestTextPanel::anotherProjectBeginsEmpty()
{
    type(m_bench->find<QSpinBox>("maxBox"), QString::number(TalkingCheckpoint::context));
    click("generateButton");
    QTRY_VERIFY_WITH_TIMEOUT(text("beforeTextView").text().size() > 100, patience);
    press(m_bench->window, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(text("beforeTextView").text().isEmpty());
    waitUntilWritten();
    QVERIFY(text("beforeTextView").text().isEmpty());
    QVERIFY(m_bench->find<QLabel>("beforeStateLabel")->text().isEmpty());
    QVERIFY(m_bench->runs().isEmpty());
}

void TestTextPanel::closingStopsWritingAndKeepsIt()
{
    type(m_bench->find<QSpinBox>("maxBox"), QString::number(TalkingCheckpoint::context));
    click("generateButton");
    QTRY_VERIFY_WITH_TIMEOUT(text("beforeTextView").text().size() > 100, patience);
    press(m_bench->window, Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->window.isVisible(), patience);
    QVERIFY(m_bench->project.flush());
    QCOMPARE(m_bench->stateOf(0), RunState::Stopped);
    QVERIFY(!loadGeneration(m_bench->project, 1)->texts.front().text.isEmpty());
}

void TestTextPanel::theFieldsComeBackWithTheProject()
{
    const QString project = m_bench->project.path();
    m_bench = std::make_unique<Workbench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
    m_bench->window.open(project);
    QCOMPARE(m_bench->find<QPlainTextEdit>("textPromptEdit")->toPlainText(), prompt);
    QCOMPARE(m_bench->find<QSpinBox>("maxBox")->value(), TalkingCheckpoint::context);
}

QTEST_MAIN(TestTextPanel)
#include "TestTextPanel.moc"
