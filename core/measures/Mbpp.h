// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sets/MbppFile.h"
#include "core/measures/CodeProblem.h"
#include "core/measures/Measures.h"

namespace cw {

/// A whole program is written for a description with its tests, behind shown tasks with their programs.
CodeProblem mbppProblem(const MbppTask &task, const std::vector<MbppTask> &shown);

const MeasureInfo &mbppInfo();
/// Throws Error of kind Format where the file lacks the tasks that prompts show or all those of the test split,
/// Unsupported where programs cannot be run in a sandbox here.
std::unique_ptr<MeasureTask> openMbpp(const MeasureSources &sources, const MeasureModel &model);

} // namespace cw
