// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/ShownTexts.h"
#include "widgets/models/ShownTrace.h"
#include "widgets/style/Theme.h"

#include <QMainWindow>

class QLabel;
class QProgressBar;
class QStackedWidget;

namespace cw {

class Actions;
class Docks;
class EditDesk;
class EditStack;
class Error;
class Exporter;
class Fetcher;
class HeatmapsPanel;
class JobQueue;
struct JobStatus;
class JobsPanel;
class MeasureDesk;
class MessageBar;
class Opener;
class ParityChecker;
class Project;
class PromptPanel;
class RunsPanel;
class Selection;
class Settings;
class StartPage;
class TextMaker;
class TextPanel;
class Tracer;
class ViewKeeper;

/// The workbench: puts the panels together and connects what the menus offer with who does it.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Project &project, EditStack &stack, Selection &selection, JobQueue &jobs, Settings &settings);
    ~MainWindow() override;

    /// Opens a project file or a model folder.
    void open(const QString &path);
    void openDemo();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildCentre();
    void buildStatusBar();
    void connectActions();
    void connectFetcher();
    void connectHelp();
    void connectParts();
    void connectTexts();
    void connectMeasures();
    void connectEdits();
    void connectParity();
    void showWork(bool work);
    void showProject();
    void showTitle();
    void showProgress();
    void showStatus(const JobStatus &status);
    void chooseTheme(Theme theme);
    void say(const Error &error);
    /// In the status bar, for a while.
    void note(const QString &sentence);

    Project &m_project;
    Selection &m_selection;
    JobQueue &m_jobs;
    Settings &m_settings;
    ShownTrace m_trace;
    ShownTexts m_texts;
    MessageBar *m_messages = nullptr;
    QStackedWidget *m_pages = nullptr;
    StartPage *m_start = nullptr;
    HeatmapsPanel *m_maps = nullptr;
    PromptPanel *m_prompt;
    RunsPanel *m_runs;
    JobsPanel *m_running;
    TextPanel *m_text;
    MeasureDesk *m_measures;
    EditDesk *m_edits;
    Actions *m_actions;
    Docks *m_docks;
    Opener *m_opener;
    Fetcher *m_fetcher;
    Tracer *m_tracer;
    TextMaker *m_writer;
    ParityChecker *m_parity;
    Exporter *m_exporter;
    ViewKeeper *m_view;
    QLabel *m_progressText = nullptr;
    QProgressBar *m_progress = nullptr;
};

} // namespace cw
