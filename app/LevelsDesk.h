// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Attempt.h"
#include "core/jobs/MgEditSettings.h"

#include <QObject>
#include <QPointer>
#include <memory>
#include <optional>

class QJsonObject;
class QWidget;

namespace cw {

class EditMaker;
class JobQueue;
class LevelsDialog;
class MethodDialog;
class Project;
class Selection;
class Settings;

/// Makes the edit of MG-Editing at all levels on the model that is worked with, keeps the comparison in the project and
/// shows it while it grows; the edit of a level can be put on the stack. A comparison that is chosen among the runs
/// comes back.
class LevelsDesk final : public QObject {
    Q_OBJECT
public:
    LevelsDesk(Project &project, const Selection &selection, EditMaker &maker, JobQueue &jobs, const Settings &settings,
               QWidget &window);

    /// How it is to be done.
    void ask();
    /// Another project is open.
    void leave();

Q_SIGNALS:
    /// A job that makes edits.
    void started();
    /// A comparison was made on a model which is not the open one.
    void modelWanted(const QString &folder);
    /// A sentence for the status bar.
    void said(const QString &sentence);
    void failed(const cw::Error &error);

private:
    struct Comparison;

    void start(const QJsonObject &asked, MethodDialog &dialog);
    void run(const MgEditSettings &settings);
    void showRun(std::int64_t id);
    void show(const std::shared_ptr<Comparison> &comparison);
    void update(const Comparison &comparison);
    void forgetEdits();
    void lay(const QString &level);
    void makeAnew(const QString &level);
    void tell(const Result<void> &written, const QString &path);

    Project &m_project;
    const Selection &m_selection;
    EditMaker &m_maker;
    JobQueue &m_jobs;
    const Settings &m_settings;
    QWidget &m_window;
    std::optional<MgEditSettings> m_asked; ///< of this model: what was asked for last
    std::shared_ptr<Comparison> m_live;    ///< that was begun last
    std::shared_ptr<Comparison> m_shown;   ///< in the dialog
    QPointer<LevelsDialog> m_dialog;
};

} // namespace cw
