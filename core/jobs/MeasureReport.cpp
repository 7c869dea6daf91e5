// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MeasureReport.h"

#include "core/jobs/Attempt.h"

#include <algorithm>

namespace cw {

void MeasureReport::add(const MeasureProgress &progress)
{
    m_runs.push_back(progress);
    m_summaries.push_back(summarise(progress));
}

std::vector<ModelComparison> MeasureReport::comparisons() const
{
    std::vector<ModelComparison> all;
    for (const MeasureProgress &run : m_runs) {
        const QString model = run.run.settings.models.first();
        if (m_against.isEmpty() || model == m_against)
            continue;
        const auto base = std::find_if(m_runs.begin(), m_runs.end(), [&](const MeasureProgress &other) {
            return other.run.settings.models.first() == m_against &&
                   other.run.settings.measures == run.run.settings.measures;
        });
        if (base == m_runs.end())
            continue;
        if (all.empty() || all.back().model != model)
            all.push_back({model, {}});
        // Two models that share no item have their numbers side by side, and nothing is said of a change.
        if (auto comparison = attempt([&] { return compare(*base, run); }))
            all.back().measures.push_back(std::move(*comparison));
    }
    for (ModelComparison &comparison : all)
        adjust(comparison.measures);
    return all;
}

bool MeasureReport::isComplete() const
{
    return std::all_of(m_runs.begin(), m_runs.end(), [](const MeasureProgress &run) { return run.isComplete(); });
}

} // namespace cw
