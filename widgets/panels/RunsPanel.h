// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Records.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QListView;

namespace cw {

class Error;
class Project;
class RunsModel;
class Selection;

/// The runs of the open project. Choosing one brings it back with its settings; it can be copied as a command or as the
/// file that `counterweight run` takes, or removed.
class RunsPanel final : public QWidget {
    Q_OBJECT
public:
    RunsPanel(Project &project, Selection &selection, QWidget *parent = nullptr);

    /// Copy as command, export as job file, remove: for a menu too. Disabled without a chosen run.
    QList<QAction *> runActions() const;

Q_SIGNALS:
    void failed(const cw::Error &error);
    void copied(const QString &what);
    void removeAsked(std::int64_t run);

private:
    void buildActions();
    QAction *addRunAction(const QString &name, const QString &text, const QString &picture, void (RunsPanel::*does)());
    void reload();
    void showChosen();
    void choose();
    const RunRecord *chosen() const;
    void copyCommand();
    void exportJob();
    void removeRun();

    Project &m_project;
    Selection &m_selection;
    RunsModel *m_runs;
    QListView *m_list;
    QLabel *m_empty;
    QTimer m_pause;
    QList<QAction *> m_actions;
};

} // namespace cw
