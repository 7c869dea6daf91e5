// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Located.h"
#include "core/project/Project.h"

namespace cw {

class LocateJob;

/// Writes a search into a project: its head when it begins, and what was located when it ends or is stopped. Call it
/// before the job starts, on a project that outlives the queue.
void keepLocated(LocateJob &job, Project &project);

/// A search of the project. Error of kind Input where the run is none, of kind Format where nothing was located.
Result<Located> loadLocated(const Project &project, std::int64_t id);

} // namespace cw
