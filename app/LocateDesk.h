// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"
#include "core/jobs/Located.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <memory>

class QWidget;

namespace cw {

class Error;
class JobQueue;
class MethodDialog;
class Project;
class Selection;
class Settings;
class TickedWeights;
class VotesDialog;

/// Locates layers, modules, rows or weights of the model that is worked with, keeps what it finds in the project, ticks
/// it and shows the votes. A search that is chosen among the runs comes back.
class LocateDesk final : public QObject {
    Q_OBJECT
public:
    LocateDesk(Project &project, Selection &selection, TickedWeights &ticks, JobQueue &jobs, const Settings &settings,
               QWidget &window);

    /// How it is to be done.
    void ask(LocateSettings::What what);
    /// The table of what was located last.
    void showVotes();

Q_SIGNALS:
    /// Of places by name; none: nothing is shown that was located.
    void votesChanged(const QHash<QString, qint64> &votes);
    /// What was located is ticked, and should be seen.
    void shown();
    /// A search was made in a model which is not the open one.
    void modelWanted(const QString &folder);
    /// A sentence for the status bar.
    void said(const QString &sentence);
    void failed(const cw::Error &error);

private:
    void start(LocateSettings::What what, const QJsonObject &asked, MethodDialog &dialog);
    void run(const LocateSettings &settings);
    void showRun(std::int64_t id);
    void show(const Located &located);
    void followModel();
    bool isOfOpenModel(const Located &located) const;
    void tell(const Result<void> &written, const QString &path);

    Project &m_project;
    Selection &m_selection;
    TickedWeights &m_ticks;
    JobQueue &m_jobs;
    const Settings &m_settings;
    QWidget &m_window;
    QHash<LocateSettings::What, LocateSettings> m_asked; ///< of this model: what was asked for last
    std::shared_ptr<const Located> m_shown;
    std::shared_ptr<const Located> m_awaited; ///< shown once its model is open
    QPointer<VotesDialog> m_dialog;
};

} // namespace cw
