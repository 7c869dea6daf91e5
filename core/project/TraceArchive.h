// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/TraceRun.h"
#include "core/project/Project.h"

#include <optional>

namespace cw {

class TraceJob;

/// A trace in a project that was stopped before its end.
struct UnfinishedTrace {
    std::int64_t id = 0;
    TraceProgress progress;
};

/// Writes a trace into a project as it runs: its head, each part when it ends, and how it ended. Call it before the job
/// starts, on a project that outlives the queue; earlier: the run of the project that the job was given to go on with.
void keepTrace(TraceJob &job, Project &project, std::optional<std::int64_t> earlier = {});

/// The last trace on this model with these edits that asks for the same numbers and was stopped, if any.
std::optional<UnfinishedTrace> findUnfinished(const Project &project, const TraceSettings &settings,
                                              const QString &fingerprint, const StackSnapshot &stack = {});

/// A trace of the project with all that is measured of it.
Result<TraceProgress> loadTrace(const Project &project, std::int64_t id);

/// The pieces that keepTrace() is made of, from any thread.
RunTicket beginTrace(Project &project, const TraceRun &run, std::optional<int> file = {});
void appendBlock(Project &project, const RunTicket &ticket, const TraceRun &run, const TraceBlock &block);

} // namespace cw
