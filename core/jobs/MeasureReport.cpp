// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MeasureReport.h"

#include "core/jobs/Attempt.h"

#include <algorithm>

namespace cw {

void MeasureReport::add(const MeasureProgress &progress, const MeasureSummary &summary)
{
    compareWithBase(progress);
    m_runs.push_back(progress);
    m_summaries.push_back(summary);
}

void MeasureReport::compareWithBase(const MeasureProgress &run)
{
    const QString model = run.run.settings.subject();
    const auto base = std::find_if(m_runs.begin(), m_runs.end(), [this, &run](const MeasureProgress &other) {
        return other.run.settings.subject() == m_against && other.run.settings.measures == run.run.settings.measures;
    });
    if (base == m_runs.end() || model == m_against)
        return;
    if (m_comparisons.empty() || m_comparisons.back().model != model)
        m_comparisons.push_back({model, {}});
    std::vector<MeasureComparison> &measures = m_comparisons.back().measures;
    // Two models that share no item have their numbers side by side, and nothing is said of a change.
    if (auto comparison = attempt([&] { return compare(*base, run); }))
        measures.push_back(std::move(*comparison));
    adjust(measures);
}

bool MeasureReport::isComplete() const
{
    return !m_isStopped &&
           std::all_of(m_runs.begin(), m_runs.end(), [](const MeasureProgress &run) { return run.isComplete(); });
}

} // namespace cw
