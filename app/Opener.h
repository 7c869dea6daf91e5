// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"

#include <QObject>
#include <QPointer>

class QMimeData;
class QWidget;

namespace cw {

class Error;
class Job;
class JobQueue;
class Project;
class Selection;
class Settings;

/// Opens models and projects: from dialogs, recent lists, drops and the command line. Models are read on a worker.
class Opener final : public QObject {
    Q_OBJECT
public:
    Opener(Project &project, Selection &selection, JobQueue &jobs, Settings &settings, QWidget &window);

    void askForModel();
    void askForProject();
    /// Asks where a project of the recent list is now.
    void locateProject(const QString &missing);
    void askWhereToSave();
    void newProject();
    /// In its place when it has a file of its own; else asks.
    void save();

    void openModel(const QString &folder);
    /// Gives the memory of the open model back; the project stays.
    void closeModel();
    void openProject(const QString &path);
    void openDemo();
    /// A .cwp file as a project, all else as a model.
    void open(const QString &path);
    static bool canOpen(const QMimeData &data);
    void openDropped(const QMimeData &data);

Q_SIGNALS:
    /// Another project is open.
    void projectOpened();
    /// Something is open to work on.
    void opened();
    void saved(const QString &path);
    void failed(const cw::Error &error);

private:
    void take(const LoadedModel &model);
    void stopLoading();
    bool ensureProject();
    bool createProject();
    void saveAs(const QString &path);

    Project &m_project;
    Selection &m_selection;
    JobQueue &m_jobs;
    Settings &m_settings;
    QWidget &m_window;
    QPointer<Job> m_loading;
};

} // namespace cw
