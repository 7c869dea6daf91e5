// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/TraceRun.h"

namespace cw {

class Project;
class Terminal;

/// A trace that was done here, and whether it was stopped before its end.
struct TracedRun {
    TraceProgress progress;
    double seconds = 0;
    bool isInterrupted = false;
};

/// Traces on this thread, showing progress in the terminal; a project keeps each part as it is finished, and a trace
/// that it holds unfinished is gone on with.
class TraceRunner {
public:
    /// project may be null: then nothing is kept.
    TraceRunner(const Terminal &terminal, Project *project) : m_terminal(terminal), m_project(project) {}

    /// Throws Error when the trace fails; an interrupted one is returned with what is done.
    TracedRun run(const TraceSettings &settings) const;

private:
    const Terminal &m_terminal;
    Project *m_project;
};

/// Opens the project at path, or makes it. Throws Error of kind Storage where it cannot be written.
void openForRuns(Project &project, const QString &path);

} // namespace cw
