// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/PreviewScores.h"
#include "core/jobs/ProbeSet.h"
#include "core/measures/Bootstrap.h"

namespace cw {

/// The log-probability of each query: the sum of its reads.
std::vector<double> logsOf(const std::vector<Readings> &readings);

/// Makes scores of what a probe set's queries say.
class PreviewScorer {
public:
    /// set outlives this. base: the queries' log-probabilities without any edit.
    PreviewScorer(const ProbeSet &set, const std::vector<double> &base);

    /// Of a model whose queries say this.
    PreviewScores exact(const std::vector<double> &logs) const;
    /// Of queries that change so much, to first order: probabilities move along their log-odds, so that they stay
    /// between 0 and 1. With fewer resamples: a slider waits for it.
    PreviewScores estimate(const std::vector<double> &logs, const std::vector<double> &changes) const;
    /// The score alone of such an estimate.
    double score(const std::vector<double> &logs, const std::vector<double> &changes) const;

private:
    PreviewScores moved(const std::vector<double> &logs, const std::vector<double> &changes) const;
    std::vector<float> scoresOf(const PreviewScores &found) const;
    PreviewScores scored(PreviewScores found, double textLog, const Bootstrap &bootstrap) const;
    double textLog(const std::vector<double> &logs) const;
    static std::vector<std::vector<int>> clustersOf(const ProbeSet &set);

    const ProbeSet &m_set;
    const std::vector<std::vector<int>> m_clusters;
    const Bootstrap m_bootstrap;
    const Bootstrap m_quick;
    std::vector<float> m_base; ///< scores of the prompts without an edit
};

} // namespace cw
