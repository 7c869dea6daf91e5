// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"

#include <memory>

namespace cw {

class Model;

/// A whole trace by method, all its parts.
TraceResult traced(const std::shared_ptr<const Model> &model, TraceInput input, TraceMethod method);

/// Largest difference over all probabilities; infinite where one is missing.
double largestDifference(const TraceResult &a, const TraceResult &b);

} // namespace cw
