// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MgLevels.h"
#include "core/jobs/MgLevelsRun.h"
#include "core/project/Project.h"

namespace cw {

class MgLevelsJob;

/// A comparison of levels as a project keeps it.
struct KeptLevels {
    MgLevelsRun run;
    MgLevels levels;
};

/// Writes a comparison into a project: its head when it begins, and all that it has after each level. Call it before
/// the job starts, on a project that outlives the queue. Gives the run, which is there once it has begun.
std::shared_ptr<const std::optional<RunTicket>> keepLevels(MgLevelsJob &job, Project &project);

/// A comparison of the project. Error of kind Input where the run is none, of kind Format where it cannot be read.
Result<KeptLevels> loadLevels(const Project &project, std::int64_t id);

} // namespace cw
