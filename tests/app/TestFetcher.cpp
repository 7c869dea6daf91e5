// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HubFixture.h"
#include "tests/support/Workbench.h"
#include "widgets/dialogs/GetModelDialog.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <optional>

using namespace cw;
using namespace cw::test;

/// Downloading a model in the window, by mouse and keys, from a hub on the loopback.
class TestFetcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aModelIsDownloadedAndOpened();
    void theStartPageAsksToo();
    void aWrongNameIsToldAtOnce();
    void whatTheHubRefusesIsToldInTheDialog();
    void aStoppedDownloadGoesOn();
    void aHiddenDownloadGoesOnAndIsTold();
    void aHiddenFailureIsTold();
    void aFolderCanBeChosen();
    void whatWasChosenIsRemembered();
    void closingTheWindowStopsIt();

private:
    GetModelDialog *dialog() const { return m_bench->find<GetModelDialog>("getModelDialog"); }
    template <class T> T *part(const char *name) const { return dialog()->findChild<T *>(QLatin1String(name)); }
    QString sentence() const;
    void begin();
    void press(Qt::Key key);
    void openDialog();
    void fillIn();
    void click(const char *button);
    void beginSlowly();

    QTemporaryDir m_folder;
    std::optional<HubFixture> m_fixture;
    std::unique_ptr<Workbench> m_bench;
};

void TestFetcher::init()
{
    qunsetenv("HF_ENDPOINT");
    QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    m_fixture.emplace();
    begin();
}

void TestFetcher::cleanup()
{
    m_bench.reset();
}

void TestFetcher::begin()
{
    m_bench.reset();
    m_bench = std::make_unique<Workbench>(m_folder.path());
    QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
}

QString TestFetcher::sentence() const
{
    const auto *label = part<QLabel>("getSentenceLabel");
    return label->isVisible() ? label->text() : QString();
}

/// A shortcut with Ctrl, in the main window even while the dialog is the active one.
void TestFetcher::press(Qt::Key key)
{
    m_bench->window.activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &m_bench->window);
    QTest::keyClick(&m_bench->window, key, Qt::ControlModifier);
}

void TestFetcher::openDialog()
{
    press(Qt::Key_G);
    QTRY_VERIFY(dialog() && dialog()->isVisible());
}

void TestFetcher::fillIn()
{
    type(part<QLineEdit>("modelEdit"), HubServer::repository());
    type(part<QLineEdit>("folderEdit"), m_fixture->folder.path());
    type(part<QLineEdit>("hubEdit"), m_fixture->hub.address());
}

void TestFetcher::click(const char *button)
{
    auto *found = part<QPushButton>(button);
    QVERIFY(found->isVisible() && found->isEnabled());
    QTest::mouseClick(found, Qt::LeftButton);
}

void TestFetcher::beginSlowly()
{
    HubServer::Faults faults;
    faults.slowFile = HubFixture::weights();
    faults.slowBytes = 8000;
    m_fixture->hub.add(HubFixture::weights(), QByteArray(1000000, 'w'), true);
    m_fixture->hub.set(faults);
    openDialog();
    fillIn();
    QTest::keyClick(part<QLineEdit>("modelEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("getPaceLabel")->text().contains(QStringLiteral(" per s")), patience);
    QVERIFY(part<QProgressBar>("getBar")->isVisible());
    QVERIFY(!part<QLineEdit>("modelEdit")->isEnabled());
}

void TestFetcher::aModelIsDownloadedAndOpened()
{
    openDialog();
    fillIn();
    QVERIFY(part<QLabel>("targetLabel")->text().endsWith(QStringLiteral("/tiny-model")));
    click("getButton");
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("openGotButton")->isVisible(), patience);
    QVERIFY2(sentence().contains(QStringLiteral("complete and verified")), qPrintable(sentence()));
    click("openGotButton");
    QVERIFY(!dialog()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->selection.model().model, patience);
    QVERIFY(m_bench->find<QLabel>("modelLabel")->text().startsWith(QStringLiteral("tiny-model")));
}

void TestFetcher::theStartPageAsksToo()
{
    QTest::mouseClick(m_bench->find<QPushButton>("getModelButton"), Qt::LeftButton);
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog()->isVisible());
}

void TestFetcher::aWrongNameIsToldAtOnce()
{
    openDialog();
    fillIn();
    type(part<QLineEdit>("modelEdit"), QStringLiteral("gpt2"));
    click("getButton");
    QVERIFY2(sentence().contains(QStringLiteral("OWNER/NAME")), qPrintable(sentence()));
    QVERIFY(m_bench->jobs.isIdle());
    type(part<QLineEdit>("modelEdit"), HubServer::repository());
    type(part<QLineEdit>("folderEdit"), QStringLiteral(" "));
    click("getButton");
    QVERIFY2(sentence().contains(QStringLiteral("which folder")), qPrintable(sentence()));
}

void TestFetcher::whatTheHubRefusesIsToldInTheDialog()
{
    HubServer::Faults faults;
    faults.status[{}] = 403;
    m_fixture->hub.set(faults);
    openDialog();
    fillIn();
    click("getButton");
    QTRY_VERIFY_WITH_TIMEOUT(sentence().contains(QStringLiteral("HF_TOKEN")), patience);
    QVERIFY(!m_bench->find<QLabel>("messageLabel")->isVisible());
    QVERIFY(part<QPushButton>("getButton")->isEnabled());
}

void TestFetcher::aStoppedDownloadGoesOn()
{
    beginSlowly();
    click("stopGetButton");
    QTRY_VERIFY_WITH_TIMEOUT(sentence().startsWith(QStringLiteral("Stopped")), patience);
    m_fixture->hub.set({});
    m_fixture->hub.forget();
    click("getButton");
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("openGotButton")->isVisible(), patience);
    QVERIFY(m_fixture->hub.seen().last().headers.contains("range"));
}

void TestFetcher::aHiddenDownloadGoesOnAndIsTold()
{
    beginSlowly();
    click("closeGetButton");
    QTRY_VERIFY(!dialog()->isVisible());
    QVERIFY(!m_bench->jobs.isIdle());
    openDialog();
    QVERIFY(part<QPushButton>("stopGetButton")->isVisible());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    auto *message = m_bench->find<QLabel>("messageLabel");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
    QVERIFY2(message->text().startsWith(QStringLiteral("someone/tiny-model is downloaded")),
             qPrintable(message->text()));
    openDialog();
    QVERIFY(part<QPushButton>("openGotButton")->isVisible());
}

void TestFetcher::aHiddenFailureIsTold()
{
    beginSlowly();
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog()->isVisible());
    QDir(m_fixture->folder.filePath(QStringLiteral("tiny-model.part"))).removeRecursively();
    auto *message = m_bench->find<QLabel>("messageLabel");
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
    QVERIFY2(message->text().contains(QStringLiteral("cannot be written")), qPrintable(message->text()));
}

void TestFetcher::aFolderCanBeChosen()
{
    openDialog();
    click("browseButton");
    answerFileDialog(m_fixture->folder.path());
    QCOMPARE(part<QLineEdit>("folderEdit")->text(), m_fixture->folder.path());
}

void TestFetcher::whatWasChosenIsRemembered()
{
    openDialog();
    fillIn();
    click("getButton");
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("openGotButton")->isVisible(), patience);
    begin();
    openDialog();
    QCOMPARE(part<QLineEdit>("folderEdit")->text(), m_fixture->folder.path());
    QCOMPARE(part<QLineEdit>("hubEdit")->text(), m_fixture->hub.address());
    qputenv("HF_ENDPOINT", "https://mirror.invalid");
    begin();
    openDialog();
    QCOMPARE(part<QLineEdit>("hubEdit")->text(), QStringLiteral("https://mirror.invalid"));
}

void TestFetcher::closingTheWindowStopsIt()
{
    beginSlowly();
    press(Qt::Key_Q);
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->window.isVisible(), patience);
    QVERIFY(m_bench->jobs.isIdle());
    QVERIFY(QFileInfo::exists(m_fixture->folder.filePath(QStringLiteral("tiny-model.part/model.safetensors.part"))));
}

QTEST_MAIN(TestFetcher)
#include "TestFetcher.moc"
