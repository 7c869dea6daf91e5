// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureRun.h"
#include "core/project/Project.h"

namespace cw {

class MeasureJob;

/// A measure that a project holds, finished or not.
struct EarlierMeasure {
    std::int64_t id = 0;
    MeasureProgress progress;
};

/// Writes what the job measures into the project, part by part, from the thread that works; with earlier, into that run
/// where the job goes on with it. At the end the run's result holds the numbers.
void keepMeasure(MeasureJob &job, Project &project, std::optional<EarlierMeasure> earlier);

/// The newest run of the same settings, checkpoint and edits that was not given up by an error; nothing where there is
/// none.
std::optional<EarlierMeasure> findMeasure(const Project &project, const MeasureSettings &settings,
                                          const QString &fingerprint, const StackSnapshot &stack = {});

/// Reads a run back. Error of kind Input where it is no measure, of kind Storage where it is damaged.
Result<MeasureProgress> loadMeasure(const Project &project, std::int64_t id);

} // namespace cw
