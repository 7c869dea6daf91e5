// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Traced.h"

#include "core/analysis/CausalTrace.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"

#include <cmath>

namespace cw {

TraceResult traced(const std::shared_ptr<const Model> &model, TraceInput input, TraceMethod method)
{
    input.method = method;
    SilentMonitor monitor;
    CausalTrace trace(model, input);
    TraceResult result;
    result.prepare(input, model->spec().layers);
    result.base = trace.base(monitor);
    for (const TracePart &part : trace.plan(result))
        result.insert(trace.run(part, monitor));
    return result;
}

double largestDifference(const TraceResult &a, const TraceResult &b)
{
    double largest = 0;
    for (std::size_t kind = 0; kind < a.kinds.size(); ++kind) {
        for (std::size_t i = 0; i < a.probabilities[kind].size(); ++i) {
            const double d =
                std::abs(static_cast<double>(a.probabilities[kind][i]) - static_cast<double>(b.probabilities[kind][i]));
            largest = std::isnan(d) ? INFINITY : std::max(largest, d);
        }
    }
    return largest;
}

} // namespace cw
