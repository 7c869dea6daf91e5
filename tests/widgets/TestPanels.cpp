// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Monitor.h"
#include "core/jobs/JobQueue.h"
#include "core/project/EditStack.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"
#include "tests/support/TestFiles.h"
#include "widgets/panels/HeatmapRow.h"
#include "widgets/panels/JobRow.h"
#include "widgets/panels/JobsPanel.h"
#include "widgets/panels/MessageBar.h"
#include "widgets/panels/RunsPanel.h"
#include "widgets/panels/StartPage.h"
#include "widgets/panels/TargetEdit.h"
#include "widgets/panels/TraceForm.h"
#include "widgets/style/Theme.h"
#include "widgets/views/HeatmapView.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace cw;

namespace {

/// Steps until it is stopped.
class EndlessJob final : public Job {
public:
    EndlessJob() : Job(QStringLiteral("Endless")) {}

protected:
    void work(Monitor &monitor) override
    {
        monitor.stage("Walking");
        for (std::int64_t i = 0;; i = (i + 1) % 900) {
            monitor.step(i, 1000);
            QTest::qSleep(2);
        }
    }
};

Heatmap map(const QString &title)
{
    Heatmap made;
    made.title = title;
    made.tokens = QStringLiteral("The nurse said that").split(u' ');
    made.layers = 5;
    made.values.assign(20, 0.5);
    return made;
}

/// A trace that has ended; its number.
std::int64_t keepTrace(Project &project, const QJsonObject &settings)
{
    RunRecord record;
    record.job = QStringLiteral("trace");
    record.settings = settings;
    record.model = QStringLiteral("fp");
    const RunTicket ticket =
        project.beginRun({QStringLiteral("fp"), QStringLiteral("/models/demo"), {}, {}}, record, {});
    project.endRun(ticket, RunState::Done);
    return ticket.id;
}

} // namespace

class TestPanels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }
    void aMessageIsShownCopiedAndDismissed();
    void theFormGivesBackItsSettings();
    void aWideWindowIsWarnedAbout();
    void targetsShowTheirSpaces();
    void mapsMoveTogetherAndShareACursor();
    void theJobsPanelShowsAndStopsAJob();
    void paceIsWrittenForPeople();
    void aFailedJobSaysWhy();
    void theStartPageOpensARecentProject();
    void theStartPageOffersUnsavedWork();
    void aMissingRecentProjectCanBeRemoved();
    void anEmptyBoxIsSeenInBothThemes_data();
    void anEmptyBoxIsSeenInBothThemes();
    void aRunIsChosenByAClickAndCopiedAsACommand();
    void anotherProjectChoosesNoRun();

private:
    QTemporaryDir m_folder;
};

void TestPanels::aMessageIsShownCopiedAndDismissed()
{
    MessageBar bar;
    QVERIFY(!bar.isVisibleTo(nullptr));
    bar.say(MessageBar::Kind::Problem, QStringLiteral("The file is gone."));
    QVERIFY(bar.isVisible());
    QTest::mouseClick(bar.findChild<QToolButton *>(QStringLiteral("copyMessageButton")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("The file is gone."));
    QTest::mouseClick(bar.findChild<QToolButton *>(QStringLiteral("dismissMessageButton")), Qt::LeftButton);
    QVERIFY(!bar.isVisible());
}

void TestPanels::theFormGivesBackItsSettings()
{
    TraceForm form;
    TraceSettings given;
    given.targets = QStringList{QStringLiteral(" he"), QStringLiteral(" she")};
    given.kinds = {TraceKind::Mlp};
    given.window = 3;
    given.noise = {NoiseSize::Rule::Number, 0.25};
    given.samples = 4;
    given.seed = 7;
    form.setSettings(given);
    TraceSettings back;
    form.apply(back);
    QVERIFY(back == given);
    QSignalSpy edited(&form, &TraceForm::edited);
    auto *samples = form.findChild<QSpinBox *>(QStringLiteral("samplesBox"));
    samples->setFocus();
    QTest::keyClick(samples, Qt::Key_Up);
    form.apply(back);
    QCOMPARE(back.samples, 5);
    QVERIFY(edited.size() >= 1);
}

void TestPanels::aWideWindowIsWarnedAbout()
{
    TraceForm form;
    form.setLayers(12);
    auto *window = form.findChild<QSpinBox *>(QStringLiteral("windowBox"));
    const auto *warning = form.findChild<QLabel *>(QStringLiteral("windowWarningLabel"));
    window->setValue(4);
    QVERIFY(warning->isHidden());
    window->setValue(5);
    QVERIFY(!warning->isHidden());
    QVERIFY(warning->text().contains(QStringLiteral("12")));
    window->setValue(0);
    QVERIFY(warning->isHidden());
}

void TestPanels::targetsShowTheirSpaces()
{
    TargetEdit edit;
    QTest::keyClicks(&edit, QStringLiteral(" they are"));
    QCOMPARE(edit.text(), QStringLiteral("␣they␣are"));
    QCOMPARE(edit.target(), QStringLiteral(" they are"));
}

void TestPanels::mapsMoveTogetherAndShareACursor()
{
    HeatmapRow row;
    row.resize(900, 300);
    row.setHeatmaps({map(QStringLiteral("State")), map(QStringLiteral("MLP")), map(QStringLiteral("Attention"))});
    row.show();
    QVERIFY(QTest::qWaitForWindowExposed(&row));
    QCOMPARE(row.views().size(), std::size_t(3));
    QTRY_VERIFY(row.views()[0]->width() > row.views()[1]->width());
    for (HeatmapView *view : row.views())
        view->grab();
    QTRY_VERIFY(std::abs(row.views()[0]->cellRect({0, 0}).width() - row.views()[1]->cellRect({0, 0}).width()) < 1);
    row.views()[1]->setView(QRectF(0.5, 0.5, 3, 2));
    QTRY_COMPARE(row.views()[2]->view(), QRectF(0.5, 0.5, 3, 2));
    row.setCurrentCell({2, 3});
    QVERIFY((row.views()[0]->currentCell() == Cell{2, 3}));
    // Others in another width, twice before anything is drawn: the scales keep their room.
    row.resize(760, 300);
    for (int i = 0; i < 2; ++i)
        row.setHeatmaps({map(QStringLiteral("State")), map(QStringLiteral("MLP")), map(QStringLiteral("Attention"))});
    const auto widest = [&row] { return row.views()[0]->cellRect({0, 0}).width(); };
    QTRY_VERIFY(std::abs(widest() - row.views()[1]->cellRect({0, 0}).width()) < 1);
    QTRY_VERIFY(std::abs(widest() - row.views()[2]->cellRect({0, 0}).width()) < 1);
    row.setHeatmaps({map(QStringLiteral("State"))});
    QCOMPARE(row.views().size(), std::size_t(1));
}

void TestPanels::theJobsPanelShowsAndStopsAJob()
{
    JobQueue jobs;
    JobsPanel panel(jobs);
    panel.resize(320, 240);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    jobs.add(std::make_unique<EndlessJob>());
    QTRY_COMPARE(panel.findChildren<JobRow *>().size(), 1);
    auto *row = panel.findChild<JobRow *>();
    QTRY_VERIFY(row->status().done > 0);
    QVERIFY(paceText(row->status()).contains(QStringLiteral("of 1000")));
    QTest::mouseClick(row->findChild<QToolButton *>(QStringLiteral("cancelJobButton")), Qt::LeftButton);
    QTRY_VERIFY(jobs.isIdle());
    QTRY_COMPARE(panel.findChildren<JobRow *>().size(), 1);
    QCOMPARE(panel.findChild<JobRow *>()->status().state, JobStatus::State::Cancelled);
}

void TestPanels::paceIsWrittenForPeople()
{
    JobStatus status;
    status.state = JobStatus::State::Running;
    status.done = 30;
    status.total = 90;
    status.stageSeconds = 10;
    QCOMPARE(paceText(status), QStringLiteral("30 of 90 · 3 per s · 20 s left"));
    status.stageSeconds = 120;
    QCOMPARE(paceText(status), QStringLiteral("30 of 90 · 4.0 s each · 4 min 0 s left"));
    status.state = JobStatus::State::Done;
    QCOMPARE(paceText(status), QString());
}

void TestPanels::aFailedJobSaysWhy()
{
    JobStatus status;
    status.state = JobStatus::State::Failed;
    status.problem = QStringLiteral("a.json is missing: choose another.");
    JobRow row;
    row.setStatus(status);
    const QStringList texts = [&row] {
        QStringList said;
        for (const QLabel *label : row.findChildren<QLabel *>())
            said << label->text() << label->toolTip();
        return said;
    }();
    QCOMPARE(texts.count(QStringLiteral("failed: a.json is missing: choose another.")), 2); // also where it is cut
}

void TestPanels::theStartPageOpensARecentProject()
{
    const QString path = m_folder.filePath(QStringLiteral("mine.cwp"));
    QVERIFY(test::write(path, "x"));
    Settings settings(m_folder.filePath(QStringLiteral("settings.ini")));
    settings.addRecent(setting::recentProjects, path);
    const Project project(m_folder.filePath(QStringLiteral("start")));
    StartPage page(settings, project);
    page.resize(1000, 600);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QSignalSpy chosen(&page, &StartPage::projectChosen);
    auto *list = page.findChild<QListView *>(QStringLiteral("recentList"));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), path);
}

void TestPanels::theStartPageOffersUnsavedWork()
{
    Settings settings(m_folder.filePath(QStringLiteral("unsaved.ini")));
    Project project(m_folder.filePath(QStringLiteral("left")));
    QString left;
    {
        Project killed(m_folder.filePath(QStringLiteral("left")));
        QVERIFY(killed.create());
        RunRecord record;
        record.job = QStringLiteral("trace");
        record.model = QStringLiteral("fp");
        killed.beginRun({QStringLiteral("fp"), {}, {}, {}}, record, {});
        left = killed.path();
    }
    QVERIFY(project.create()); // that of this session is no offer
    StartPage page(settings, project);
    auto *list = page.findChild<QListView *>(QStringLiteral("recentList"));
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(list->model()->index(0, 0).data().toString().startsWith(QStringLiteral("Unsaved work of 20")));
    page.resize(1000, 600);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QSignalSpy chosen(&page, &StartPage::projectChosen);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(chosen.first().first().toString(), left);
    QVERIFY(project.open(left));
    QCOMPARE(list->model()->rowCount(), 0); // it is open, and the empty one is gone
}

void TestPanels::aMissingRecentProjectCanBeRemoved()
{
    Settings settings(m_folder.filePath(QStringLiteral("other.ini")));
    settings.addRecent(setting::recentProjects, m_folder.filePath(QStringLiteral("gone.cwp")));
    const Project project(m_folder.filePath(QStringLiteral("start")));
    StartPage page(settings, project);
    page.resize(1000, 600);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QSignalSpy chosen(&page, &StartPage::projectChosen);
    auto *list = page.findChild<QListView *>(QStringLiteral("recentList"));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(chosen.size(), 0);
    auto *remove = page.findChild<QWidget *>(QStringLiteral("removeRecentButton"));
    QVERIFY(remove->isVisible());
    QTest::mouseClick(remove, Qt::LeftButton);
    QVERIFY(settings.value(setting::recentProjects).isEmpty());
    QVERIFY(!list->isVisible());
}

void TestPanels::anEmptyBoxIsSeenInBothThemes_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestPanels::anEmptyBoxIsSeenInBothThemes()
{
    QFETCH(Theme, theme);
    applyTheme(theme);
    QCheckBox box;
    box.setPalette(QApplication::palette());
    const QImage drawn = box.grab().toImage();
    const QColor window = box.palette().color(QPalette::Window);
    int seen = 0;
    for (int x = 0; x < drawn.width(); ++x)
        seen += qAbs(drawn.pixelColor(x, drawn.height() / 2).lightness() - window.lightness()) > 40 ? 1 : 0;
    applyTheme(Theme::Light);
    QVERIFY2(seen >= 2, "both sides of the box");
}

void TestPanels::aRunIsChosenByAClickAndCopiedAsACommand()
{
    Project project(m_folder.filePath(QStringLiteral("data")));
    QVERIFY(project.create());
    TraceSettings settings;
    settings.model = QStringLiteral("/models/demo");
    settings.prompt = QStringLiteral("The nurse said that");
    settings.subject = QStringLiteral("nurse");
    settings.targets = QStringList{QStringLiteral(" he"), QStringLiteral(" she")};
    const std::int64_t run = keepTrace(project, toJson(settings));
    // A run that is read while it still stands as running cannot be removed.
    QVERIFY(project.flush());
    Selection selection;
    RunsPanel panel(project, selection);
    panel.resize(300, 300);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    auto *list = panel.findChild<QListView *>(QStringLiteral("runList"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(selection.run(), run);
    QSignalSpy copied(&panel, &RunsPanel::copied);
    panel.runActions().first()->trigger();
    QCOMPARE(copied.size(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), settings.command());
    EditStack stack(project);
    connect(&panel, &RunsPanel::removeAsked, &stack, &EditStack::removeRun);
    panel.runActions().last()->trigger();
    QTRY_COMPARE(list->model()->rowCount(), 0);
    QCOMPARE(selection.run(), std::int64_t(0));
    stack.undo();
    QTRY_COMPARE(list->model()->rowCount(), 1);
}

/// The runs of the project before go one by one, and none of them is chosen for it.
void TestPanels::anotherProjectChoosesNoRun()
{
    Project project(m_folder.filePath(QStringLiteral("several")));
    QVERIFY(project.create());
    std::int64_t last = 0;
    for (int i = 0; i < 3; ++i)
        last = keepTrace(project, {});
    QVERIFY(project.flush());
    Selection selection;
    RunsPanel panel(project, selection);
    auto *list = panel.findChild<QListView *>(QStringLiteral("runList"));
    QTRY_COMPARE(list->model()->rowCount(), 3);
    selection.setRun(last);
    QSignalSpy chosen(&selection, &Selection::runChanged);
    QVERIFY(project.create());
    QTRY_COMPARE(list->model()->rowCount(), 0);
    QCOMPARE(chosen.size(), 0);
}

QTEST_MAIN(TestPanels)
#include "TestPanels.moc"
