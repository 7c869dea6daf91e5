// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;
class QVBoxLayout;

namespace cw {

class Project;
class RecentModel;
class Settings;

/// What is seen first: open a model, a project or the demo, and the projects that were open lately or never saved.
class StartPage final : public QWidget {
    Q_OBJECT
public:
    StartPage(Settings &settings, const Project &project, QWidget *parent = nullptr);

Q_SIGNALS:
    void openModelClicked();
    void getModelClicked();
    void openProjectClicked();
    void openDemoClicked();
    void projectChosen(const QString &path);
    /// A project in the list has moved: the person wants to say where it is now.
    void locateClicked(const QString &path);

private:
    QWidget *buildActions();
    QWidget *buildRecent();
    QWidget *buildMissing();
    void reload();
    void choose(const QModelIndex &index);
    void removeChosen();
    QString chosenPath() const;

    Settings &m_settings;
    const Project &m_project;
    RecentModel *m_recent;
    QListView *m_list;
    QLabel *m_noRecent;
    QWidget *m_missing;
    QLabel *m_missingText;
};

} // namespace cw
