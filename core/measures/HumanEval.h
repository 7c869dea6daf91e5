// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sets/HumanEvalFile.h"
#include "core/measures/CodeProblem.h"
#include "core/measures/Measures.h"

namespace cw {

/// The body of a function is written behind its head, and the task's check() calls it.
CodeProblem humanEvalProblem(const HumanEvalTask &task);

const MeasureInfo &humanEvalInfo();
/// Throws Error of kind Unsupported where programs cannot be run in a sandbox here.
std::unique_ptr<MeasureTask> openHumanEval(const MeasureSources &sources, const MeasureModel &model);

} // namespace cw
