// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MainWindow.h"

#include "app/Actions.h"
#include "app/Docks.h"
#include "app/EditDesk.h"
#include "app/Exporter.h"
#include "app/Fetcher.h"
#include "app/MeasureDesk.h"
#include "app/Opener.h"
#include "app/ParityChecker.h"
#include "app/TextMaker.h"
#include "app/Tracer.h"
#include "app/ViewKeeper.h"
#include "core/jobs/JobQueue.h"
#include "core/project/EditStack.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "core/project/Settings.h"
#include "widgets/dialogs/ShortcutsDialog.h"
#include "widgets/panels/BarsPanel.h"
#include "widgets/panels/HeatmapsPanel.h"
#include "widgets/panels/JobsPanel.h"
#include "widgets/panels/MeasuresPanel.h"
#include "widgets/panels/MessageBar.h"
#include "widgets/panels/PreviewPanel.h"
#include "widgets/panels/PromptPanel.h"
#include "widgets/panels/RolePanel.h"
#include "widgets/panels/RunsPanel.h"
#include "widgets/panels/StackPanel.h"
#include "widgets/panels/StartPage.h"
#include "widgets/panels/TextPanel.h"
#include "widgets/panels/WeightsPanel.h"
#include "widgets/views/ParityBadge.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDir>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace cw {

namespace {

const Setting<int> themeSetting{"view/theme", int(Theme::System)};
constexpr int shownFor = 6000; ///< ms that a sentence stays in the status bar

/// Pictures and numbers can be taken from each panel by its own menu.
void addMenu(QWidget &panel, QAction *exported, QAction *copied)
{
    panel.addActions({copied, exported});
    panel.setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace

MainWindow::MainWindow(Project &project, EditStack &stack, Selection &selection, JobQueue &jobs, Settings &settings)
    : m_project(project), m_selection(selection), m_jobs(jobs), m_settings(settings), m_running(new JobsPanel(jobs))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    resize(1360, 860);
    buildCentre();
    buildStatusBar();
    m_prompt = new PromptPanel(m_trace, m_selection);
    m_runs = new RunsPanel(m_project, m_selection);
    connect(m_runs, &RunsPanel::removeAsked, &stack, &EditStack::removeRun);
    auto *roles = new RolePanel(m_trace, m_selection);
    auto *bars = new BarsPanel(m_trace);
    m_text = new TextPanel(m_texts, m_selection, m_settings);
    m_measures = new MeasureDesk(m_project, stack, m_selection, m_jobs, m_settings, *this);
    m_edits = new EditDesk(m_project, stack, m_selection, m_trace, m_jobs, m_settings, *this);
    m_docks = new Docks(*this, {m_prompt, m_runs, roles, bars, m_running, m_text, &m_measures->panel(),
                                &m_edits->stackPanel(), &m_edits->weightsPanel(), &m_edits->previewPanel()});
    m_actions = new Actions(this);
    m_opener = new Opener(m_project, m_selection, m_jobs, m_settings, *this);
    m_fetcher = new Fetcher(m_jobs, m_settings, *this);
    m_tracer = new Tracer(m_project, m_selection, m_trace, m_jobs, this);
    m_writer = new TextMaker(m_project, m_selection, m_texts, m_jobs, this);
    const QDir configuration = QFileInfo(m_settings.path()).dir();
    m_parity = new ParityChecker(m_selection, m_jobs, configuration.filePath(QStringLiteral("parity.ini")), *this);
    m_exporter = new Exporter(m_trace, m_project, m_selection, *this);
    m_view = new ViewKeeper(m_project, m_selection, m_trace, *m_prompt, *m_text, m_measures->panel(), *m_docks);
    m_actions->fill(*menuBar(), m_docks->toggles(), m_runs->runActions(), m_edits->stackPanel().editActions());
    addMenu(*m_maps, m_actions->exportMaps, m_actions->copyPicture);
    addMenu(*roles, m_actions->exportRoles, m_actions->copyNumbers);
    addMenu(*bars, m_actions->exportBars, m_actions->copyNumbers);
    connectActions();
    connectFetcher();
    connectHelp();
    connectParts();
    connectTexts();
    connectMeasures();
    connectEdits();
    connectParity();
    restoreGeometry(m_settings.value(setting::windowGeometry));
    m_actions->setRecent(m_settings.value(setting::recentProjects));
    chooseTheme(static_cast<Theme>(m_settings.value(themeSetting)));
    showWork(false);
    showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::open(const QString &path)
{
    m_opener->open(path);
}

void MainWindow::openDemo()
{
    m_opener->openDemo();
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_messages = new MessageBar(centre);
    m_pages = new QStackedWidget(centre);
    m_start = new StartPage(m_settings, m_project, m_pages);
    m_maps = new HeatmapsPanel(m_trace, m_selection, m_pages);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_maps);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

void MainWindow::buildStatusBar()
{
    m_progressText = new QLabel(this);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(140, 8);
    statusBar()->addPermanentWidget(m_progressText);
    statusBar()->addPermanentWidget(m_progress);
    m_progress->hide();
}

void MainWindow::connectActions()
{
    const Actions &a = *m_actions;
    connect(a.newProject, &QAction::triggered, m_opener, &Opener::newProject);
    connect(a.openModel, &QAction::triggered, m_opener, &Opener::askForModel);
    connect(a.closeModel, &QAction::triggered, this, [this] {
        m_tracer->stop();
        m_opener->closeModel();
    });
    connect(&m_selection, &Selection::modelChanged, m_actions,
            [this](const LoadedModel &model) { m_actions->setModelOpen(model.model != nullptr); });
    connect(&m_selection, &Selection::modelChanged, m_messages, [this] { m_messages->settle(); });
    connect(a.openProject, &QAction::triggered, m_opener, &Opener::askForProject);
    connect(a.openDemo, &QAction::triggered, m_opener, &Opener::openDemo);
    connect(&a, &Actions::recentChosen, m_opener, &Opener::openProject);
    connect(a.startPage, &QAction::triggered, this, [this] { showWork(false); });
    connect(a.save, &QAction::triggered, m_view, &ViewKeeper::keep);
    connect(a.save, &QAction::triggered, m_opener, &Opener::save);
    connect(a.saveAs, &QAction::triggered, m_opener, &Opener::askWhereToSave);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connect(a.exportMaps, &QAction::triggered, this, [this] { m_exporter->exportPicture(Exporter::What::Maps); });
    connect(a.exportRoles, &QAction::triggered, this, [this] { m_exporter->exportPicture(Exporter::What::Roles); });
    connect(a.exportBars, &QAction::triggered, this, [this] { m_exporter->exportPicture(Exporter::What::Bars); });
    connect(a.exportNumbers, &QAction::triggered, m_exporter, &Exporter::exportNumbers);
    connect(a.copyPicture, &QAction::triggered, this, [this] { m_exporter->copyPicture(Exporter::What::Maps); });
    connect(a.copyNumbers, &QAction::triggered, m_exporter, &Exporter::copyNumbers);
    connect(a.trace, &QAction::triggered, m_prompt, &PromptPanel::startTracing);
    connect(a.stop, &QAction::triggered, m_tracer, &Tracer::stop);
    connect(a.resetLayout, &QAction::triggered, m_docks, &Docks::reset);
    connect(a.themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_settings.set(themeSetting, action->data().toInt());
        chooseTheme(static_cast<Theme>(action->data().toInt()));
    });
}

void MainWindow::connectFetcher()
{
    connect(m_actions->getModel, &QAction::triggered, m_fetcher, &Fetcher::ask);
    connect(m_start, &StartPage::getModelClicked, m_fetcher, &Fetcher::ask);
    connect(m_fetcher, &Fetcher::openAsked, m_opener, &Opener::openModel);
    connect(m_fetcher, &Fetcher::fetched, m_messages, &MessageBar::inform);
    connect(m_fetcher, &Fetcher::failed, this, &MainWindow::say);
}

void MainWindow::connectHelp()
{
    connect(m_actions->shortcuts, &QAction::triggered, this,
            [this] { (new ShortcutsDialog(*menuBar(), this))->open(); });
    connect(m_actions->about, &QAction::triggered, this, [this] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Counterweight"), {}, QMessageBox::Close, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setText(QStringLiteral("<h3>Counterweight %1</h3>").arg(QStringLiteral(CW_VERSION)));
        box->setInformativeText(tr("See where a language model keeps its gender bias, edit exactly those weights, and "
                                   "prove what the edit did.\n\nFree software under the GNU General Public License, "
                                   "version 3 or later."));
        box->open();
    });
}

void MainWindow::connectParts()
{
    connect(m_start, &StartPage::openModelClicked, m_opener, &Opener::askForModel);
    connect(m_start, &StartPage::openProjectClicked, m_opener, &Opener::askForProject);
    connect(m_start, &StartPage::openDemoClicked, m_opener, &Opener::openDemo);
    connect(m_start, &StartPage::projectChosen, m_opener, &Opener::openProject);
    connect(m_start, &StartPage::locateClicked, m_opener, &Opener::locateProject);
    connect(m_prompt, &PromptPanel::traceAsked, m_tracer, &Tracer::start);
    connect(m_prompt, &PromptPanel::stopAsked, m_tracer, &Tracer::stop);
    connect(m_tracer, &Tracer::tracingChanged, m_prompt, &PromptPanel::setTracing);
    connect(m_tracer, &Tracer::tracingChanged, m_actions, &Actions::setTracing);
    connect(m_tracer, &Tracer::modelWanted, m_opener, &Opener::openModel);
    connect(&m_trace, &ShownTrace::opened, this, [this] { m_actions->setTraceShown(!m_trace.isEmpty()); });
    connect(m_opener, &Opener::opened, this, [this] { showWork(true); });
    connect(m_opener, &Opener::projectOpened, this, &MainWindow::showProject);
    connect(m_opener, &Opener::saved, this, [this](const QString &path) {
        showTitle();
        note(tr("Saved %1").arg(path));
    });
    connect(m_exporter, &Exporter::done, this, &MainWindow::note);
    connect(m_runs, &RunsPanel::copied, this, &MainWindow::note);
    connect(m_view, &ViewKeeper::modelWanted, m_opener, &Opener::openModel);
    connect(m_opener, &Opener::failed, this, &MainWindow::say);
    connect(m_tracer, &Tracer::failed, this, &MainWindow::say);
    connect(m_exporter, &Exporter::failed, this, &MainWindow::say);
    connect(m_runs, &RunsPanel::failed, this, &MainWindow::say);
    connect(&m_project, &Project::failed, this, &MainWindow::say);
    connect(&m_jobs, &JobQueue::changed, this, &MainWindow::showProgress);
    connect(&m_jobs, &JobQueue::ended, m_messages, &MessageBar::follow);
    connect(&m_settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(setting::recentProjects.key))
            m_actions->setRecent(m_settings.value(setting::recentProjects));
    });
}

void MainWindow::connectTexts()
{
    connect(m_actions->generate, &QAction::triggered, this, [this] {
        m_docks->raise(m_text);
        m_text->startWriting();
    });
    connect(m_actions->stop, &QAction::triggered, m_writer, &TextMaker::stop);
    connect(m_text, &TextPanel::writeAsked, m_writer, &TextMaker::start);
    connect(m_text, &TextPanel::stopAsked, m_writer, &TextMaker::stop);
    connect(m_text, &TextPanel::afterChosen, m_writer, &TextMaker::compareWith);
    connect(m_text, &TextPanel::copied, this, &MainWindow::note);
    connect(m_writer, &TextMaker::writingChanged, m_text, &TextPanel::setWriting);
    connect(m_writer, &TextMaker::writingChanged, m_actions, &Actions::setWriting);
    connect(m_writer, &TextMaker::broughtBack, this, [this](const GenerateSettings &settings) {
        m_text->setSettings(settings);
        m_docks->raise(m_text);
    });
    connect(m_writer, &TextMaker::modelWanted, m_opener, &Opener::openModel);
    connect(m_writer, &TextMaker::failed, this, &MainWindow::say);
}

void MainWindow::connectMeasures()
{
    connect(m_measures, &MeasureDesk::shown, this, [this] { m_docks->raise(&m_measures->panel()); });
    connect(m_measures, &MeasureDesk::modelWanted, m_opener, &Opener::openModel);
    connect(m_measures, &MeasureDesk::failed, this, &MainWindow::say);
    connect(m_measures, &MeasureDesk::said, this, &MainWindow::note);
    m_measures->connectTo(*m_actions);
}

void MainWindow::connectEdits()
{
    connect(m_docks, &Docks::seen, m_edits, &EditDesk::setSeen);
    connect(m_edits, &EditDesk::failed, this, &MainWindow::say);
    connect(m_edits, &EditDesk::said, this, &MainWindow::note);
    connect(m_edits, &EditDesk::warned, m_messages, &MessageBar::warn);
    connect(m_edits, &EditDesk::stackShown, this, [this] { m_docks->raise(&m_edits->stackPanel()); });
    connect(m_edits, &EditDesk::learningBegun, this, [this] { m_docks->raise(m_running); });
    connect(m_edits, &EditDesk::weightsShown, this, [this] { m_docks->raise(&m_edits->weightsPanel()); });
    connect(m_edits, &EditDesk::modelWanted, m_opener, &Opener::openModel);
    connect(m_edits, &EditDesk::promptAsked, m_prompt, &PromptPanel::setPrompt);
    connect(m_edits, &EditDesk::promptAsked, this, [this] { m_docks->raise(m_prompt); });
    m_edits->connectTo(*m_actions);
}

void MainWindow::connectParity()
{
    connect(m_actions->checkReference, &QAction::triggered, m_parity, &ParityChecker::askForReference);
    connect(m_parity, &ParityChecker::cleared, &m_prompt->badge(), &ParityBadge::showNothing);
    connect(m_parity, &ParityChecker::checking, &m_prompt->badge(), &ParityBadge::showChecking);
    connect(m_parity, &ParityChecker::found, &m_prompt->badge(), &ParityBadge::showReport);
    connect(m_parity, &ParityChecker::warned, m_messages, &MessageBar::warn);
    connect(m_parity, &ParityChecker::failed, this, &MainWindow::say);
}

void MainWindow::showWork(bool work)
{
    m_pages->setCurrentWidget(work ? static_cast<QWidget *>(m_maps) : m_start);
    m_docks->setShown(work);
    for (QAction *toggle : m_docks->toggles())
        toggle->setEnabled(work);
    m_actions->resetLayout->setEnabled(work);
}

void MainWindow::showProject()
{
    m_tracer->leave();
    m_writer->leave();
    m_measures->leave();
    m_edits->leave();
    m_view->restore();
    showTitle();
}

void MainWindow::showTitle()
{
    const QString name = m_project.name().isEmpty() ? tr("Untitled") : m_project.name();
    setWindowTitle(m_project.isOpen() ? QStringLiteral("%1 — Counterweight").arg(name)
                                      : QStringLiteral("Counterweight"));
    setWindowFilePath(m_project.isUntitled() ? QString() : m_project.path());
}

void MainWindow::showProgress()
{
    const QVector<Job *> jobs = m_jobs.listed();
    m_progress->setVisible(!jobs.isEmpty());
    m_progressText->setVisible(!jobs.isEmpty());
    if (!isEnabled() && m_jobs.isIdle())
        close();
    else if (!isEnabled())
        m_jobs.cancelAll(); // what the results of others have begun since, too
    if (jobs.isEmpty())
        return;
    showStatus(jobs.first()->status());
    connect(jobs.first(), &Job::progressed, this, &MainWindow::showStatus, Qt::UniqueConnection);
}

void MainWindow::showStatus(const JobStatus &status)
{
    m_progressText->setText(status.stage.isEmpty() ? status.title : status.stage);
    const bool isKnown = status.total > 0;
    m_progress->setRange(0, isKnown ? 1000 : 0);
    m_progress->setValue(isKnown ? static_cast<int>(1000 * status.done / status.total) : 0);
}

void MainWindow::chooseTheme(Theme theme)
{
    applyTheme(theme);
    m_actions->themes->actions().at(int(theme))->setChecked(true);
}

void MainWindow::say(const Error &error)
{
    m_messages->say(MessageBar::Kind::Problem, describe(error));
}

void MainWindow::note(const QString &sentence)
{
    m_messages->settle();
    statusBar()->showMessage(sentence, shownFor);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_view->keep();
    m_settings.set(setting::windowGeometry, saveGeometry());
    if (m_jobs.isIdle()) {
        event->accept();
        return;
    }
    // The window goes when the jobs have stopped; until then it stays alive, so that their last parts are kept.
    event->ignore();
    setEnabled(false);
    statusBar()->showMessage(tr("Stopping what runs…"));
    m_jobs.cancelAll();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (Opener::canOpen(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_opener->openDropped(*event->mimeData());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ThemeChange && m_settings.value(themeSetting) == int(Theme::System))
        applyTheme(Theme::System);
}

} // namespace cw
