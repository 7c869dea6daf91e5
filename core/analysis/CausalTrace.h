// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"

#include <memory>
#include <vector>

namespace cw {

class Model;
class Monitor;
struct TraceRuns;

/// Causal tracing of one prompt (Meng et al. 2022, with the gender targets of Cai et al. 2024): call base() once, then
/// run() for every part of plan(). Method Exact walks all cells of a part up the layers together; Loop is the plain
/// reference, one full pass per cell.
class CausalTrace {
public:
    /// Throws Error of kind Input when the input does not fit the model (ids, subject, targets, window, samples).
    CausalTrace(std::shared_ptr<const Model> model, TraceInput input);
    ~CausalTrace();

    /// The clean and the corrupted run, kept for the parts, and the self-checks. Throws Error of kind Format naming a
    /// tensor that holds NaN.
    TraceBase base(Monitor &monitor);
    /// What is still missing in done, cut into parts of at most about two seconds by the speed that base() has seen.
    std::vector<TracePart> plan(const TraceResult &done) const;
    TraceBlock run(const TracePart &part, Monitor &monitor) const;

private:
    std::shared_ptr<const Model> m_model;
    TraceInput m_input;
    std::vector<TraceRuns> m_runs; ///< one per distinct text: prompt plus the given pieces of a target
    double m_secondsPerRow = 0;
};

} // namespace cw
