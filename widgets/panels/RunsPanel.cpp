// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/RunsPanel.h"

#include "core/jobs/JobFile.h"
#include "core/project/Project.h"
#include "core/project/Selection.h"
#include "widgets/models/RunsModel.h"
#include "widgets/panels/TwoLineDelegate.h"
#include "widgets/style/Icons.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QSaveFile>
#include <QVBoxLayout>

namespace cw {

RunsPanel::RunsPanel(Project &project, Selection &selection, QWidget *parent)
    : QWidget(parent), m_project(project), m_selection(selection), m_runs(new RunsModel(this)),
      m_list(new QListView(this)), m_empty(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list->setObjectName(QStringLiteral("runList"));
    m_list->setAccessibleName(tr("Runs of this project"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_runs);
    m_list->setItemDelegate(new TwoLineDelegate(RunsModel::DetailRole, m_list));
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_empty->setText(tr("Every trace, text, measure and search is kept here with its settings and results."));
    m_empty->setWordWrap(true);
    m_empty->setMargin(10);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    buildActions();
    m_pause.setSingleShot(true);
    m_pause.setInterval(100);
    connect(&m_pause, &QTimer::timeout, this, &RunsPanel::reload);
    connect(&m_project, &Project::changed, this, [this] {
        if (!m_pause.isActive())
            m_pause.start();
    });
    connect(&m_project, &Project::opened, this, &RunsPanel::reload);
    connect(&m_selection, &Selection::runChanged, this, &RunsPanel::showChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunsPanel::choose);
    reload();
}

QList<QAction *> RunsPanel::runActions() const
{
    return m_actions;
}

void RunsPanel::buildActions()
{
    addRunAction(QStringLiteral("copyCommandAction"), tr("Copy as &Command"), QStringLiteral("command"),
                 &RunsPanel::copyCommand)
        ->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_K);
    addRunAction(QStringLiteral("exportJobAction"), tr("Export Run as &Job File…"), QStringLiteral("export-numbers"),
                 &RunsPanel::exportJob)
        ->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_J);
    QAction *remove = addRunAction(QStringLiteral("removeRunAction"), tr("&Remove Run"), QStringLiteral("remove"),
                                   &RunsPanel::removeRun);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

QAction *RunsPanel::addRunAction(const QString &name, const QString &text, const QString &picture,
                                 void (RunsPanel::*does)())
{
    auto *action = new QAction(icon(picture), text, this);
    action->setObjectName(name);
    action->setEnabled(false);
    connect(action, &QAction::triggered, this, does);
    m_list->addAction(action);
    m_actions << action;
    return action;
}

void RunsPanel::reload()
{
    QVector<RunRecord> runs;
    if (m_project.isOpen()) {
        const auto read = m_project.runs();
        if (read)
            runs = *read;
        else
            Q_EMIT failed(read.error());
    }
    // Of the runs that go, each would be the current one for a moment.
    const QSignalBlocker silent(m_list->selectionModel());
    m_runs->setRuns(runs);
    m_list->setVisible(!runs.isEmpty());
    m_empty->setVisible(runs.isEmpty());
    showChosen();
}

void RunsPanel::showChosen()
{
    const int row = m_runs->rowOf(m_selection.run());
    const QSignalBlocker silent(m_list->selectionModel());
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_runs->index(row));
    m_list->viewport()->update();
    for (QAction *action : m_actions)
        action->setEnabled(row >= 0);
}

void RunsPanel::choose()
{
    if (const RunRecord *run = chosen())
        m_selection.setRun(run->id);
}

const RunRecord *RunsPanel::chosen() const
{
    const int row = m_list->currentIndex().row();
    return row < 0 ? nullptr : &m_runs->run(row);
}

void RunsPanel::copyCommand()
{
    const RunRecord *run = chosen();
    if (!run)
        return;
    const auto command = attempt([run] { return JobFile{run->job, run->settings}.command(); });
    if (!command) {
        Q_EMIT failed(command.error());
        return;
    }
    QGuiApplication::clipboard()->setText(*command);
    Q_EMIT copied(tr("The command was copied."));
}

void RunsPanel::exportJob()
{
    const RunRecord *run = chosen();
    if (!run)
        return;
    auto *dialog = new QFileDialog(this, tr("Export run"), QStringLiteral("job.json"), tr("Job files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    const QByteArray text = JobFile{run->job, run->settings}.text();
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString &path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            Q_EMIT failed(Error(Error::Kind::File, QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2."),
                                {path.toStdString(), file.errorString().toStdString()}));
    });
    dialog->open();
}

void RunsPanel::removeRun()
{
    const RunRecord *run = chosen();
    if (!run || run->state == RunState::Running)
        return;
    const std::int64_t id = run->id;
    if (m_selection.run() == id)
        m_selection.setRun(0);
    Q_EMIT removeAsked(id);
}

} // namespace cw
