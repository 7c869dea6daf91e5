// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Generation.h"
#include "core/project/Project.h"

namespace cw {

class GenerateJob;

/// Writes a generation into a project as it runs: its head, the texts every now and then, and how it ended. Call it
/// before the job starts, on a project that outlives the queue.
void keepGeneration(GenerateJob &job, Project &project);

/// A generation of the project with all that is written of it.
Result<Generation> loadGeneration(const Project &project, std::int64_t id);

} // namespace cw
