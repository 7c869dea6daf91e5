// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/TraceRun.h"

#include <QObject>
#include <QPointer>
#include <optional>

namespace cw {

class Error;
class JobQueue;
class Project;
class Selection;
class ShownTrace;
class TraceJob;

/// Starts and stops traces, keeps them in the project, and shows the one that is selected: the running one as it grows,
/// earlier ones from the project.
class Tracer final : public QObject {
    Q_OBJECT
public:
    Tracer(Project &project, Selection &selection, ShownTrace &shown, JobQueue &jobs, QObject *parent = nullptr);

    /// Traces on the open model, going on with an equal trace that was stopped.
    void start(const TraceSettings &settings);
    void stop();
    /// Another project is open: what runs is stopped, and nothing of it is shown.
    void leave();
    bool isTracing() const { return !m_job.isNull(); }

Q_SIGNALS:
    void tracingChanged(bool tracing);
    /// A run is shown that was made on a model which is not the open one.
    void modelWanted(const QString &folder);
    void failed(const cw::Error &error);

private:
    void begin(const TraceRun &run, const std::optional<TraceProgress> &earlier);
    void grow(const TraceBlock &block);
    void end();
    void findRun();
    void showRun(std::int64_t id);

    Project &m_project;
    Selection &m_selection;
    ShownTrace &m_shown;
    JobQueue &m_jobs;
    QPointer<TraceJob> m_job;
    std::optional<TraceProgress> m_live; ///< the trace that runs or ran last
    std::int64_t m_liveId = 0;           ///< its number in the project, 0 until that is known
    int m_set = 0;                       ///< counts the projects that were left
    bool m_showsLive = false;
};

} // namespace cw
