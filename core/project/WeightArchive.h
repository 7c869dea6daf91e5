// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/WeightPart.h"
#include "core/project/Project.h"

namespace cw {

class WeightPartsJob;

/// Writes what a job finds of a checkpoint's weights into the project, once all of it is found. Call it before the job
/// starts, on a project that outlives the queue.
void keepParts(WeightPartsJob &job, Project &project);

/// What the project keeps of what this job would find, of every part: of a checkpoint of the same fingerprint, place,
/// size and time, and the same settings. Empty where there is none.
QVector<PartNorms> findParts(const WeightPartsJob &job, const Project &project);

} // namespace cw
