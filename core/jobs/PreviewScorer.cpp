// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PreviewScorer.h"

#include "core/measures/Asker.h"
#include "core/measures/Numbering.h"

#include <algorithm>
#include <cmath>

namespace cw {
namespace {

constexpr int quickResamples = 1000;

/// A probability moved by a change of its logarithm, to first order, along its log-odds.
double probabilityOf(double log, double change)
{
    const double p = std::exp(log);
    const double rest = std::max(-std::expm1(log), 1e-12);
    return 1 / (1 + rest / p * std::exp(-change / rest));
}

} // namespace

std::vector<double> logsOf(const std::vector<Readings> &readings)
{
    std::vector<double> logs;
    for (const Readings &each : readings)
        logs.push_back(logProbabilityOf(each));
    return logs;
}

PreviewScorer::PreviewScorer(const ProbeSet &set, const std::vector<double> &base)
    : m_set(set), m_clusters(clustersOf(set)), m_bootstrap(m_clusters, Bootstrap::usual, set.settings.seed),
      m_quick(m_clusters, quickResamples, set.settings.seed)
{
    PreviewScores found;
    for (std::size_t i = 0; i < set.prompts.size(); ++i) {
        found.a.push_back(static_cast<float>(std::exp(base[2 * i])));
        found.b.push_back(static_cast<float>(std::exp(base[2 * i + 1])));
    }
    m_base = scoresOf(found);
}

std::vector<std::vector<int>> PreviewScorer::clustersOf(const ProbeSet &set)
{
    QStringList occupations;
    QStringList frames;
    for (const ProbeSet::Prompt &prompt : set.prompts) {
        occupations << prompt.occupation;
        frames << prompt.frame;
    }
    return {numbered(occupations), numbered(frames)};
}

std::vector<float> PreviewScorer::scoresOf(const PreviewScores &found) const
{
    const bool isParity = m_set.settings.goalAsked().kind == Goal::Kind::Parity;
    std::vector<float> scores;
    for (std::size_t i = 0; i < found.a.size(); ++i) {
        const double a = static_cast<double>(found.a[i]);
        const double b = static_cast<double>(found.b[i]);
        const double distance = b / (a + b) - static_cast<double>(m_set.prompts[i].goal);
        scores.push_back(static_cast<float>(std::abs(isParity ? a - b : distance)));
    }
    return scores;
}

double PreviewScorer::textLog(const std::vector<double> &logs) const
{
    double sum = 0;
    for (std::size_t i = 2 * m_set.prompts.size(); i < logs.size(); ++i)
        sum += logs[i];
    return sum;
}

PreviewScores PreviewScorer::scored(PreviewScores found, double textLog, const Bootstrap &bootstrap) const
{
    ItemTable table;
    table.columns = {scoresOf(found), m_base};
    table.clusters = m_clusters;
    const std::vector<double> ones(table.size(), 1);
    const auto number = [&](const Statistic &statistic) {
        const Interval interval = Bootstrap::interval(bootstrap.values(table, statistic));
        return PreviewScores::Number{statistic(table, ones), interval.low, interval.high};
    };
    found.score = number(meanOf(0));
    found.change = number(differenceOf(meanOf(0), meanOf(1)));
    found.perplexity = std::exp(-textLog / m_set.scored);
    return found;
}

PreviewScores PreviewScorer::exact(const std::vector<double> &logs) const
{
    PreviewScores found;
    found.isExact = true;
    for (std::size_t i = 0; i < m_set.prompts.size(); ++i) {
        found.a.push_back(static_cast<float>(std::exp(logs[2 * i])));
        found.b.push_back(static_cast<float>(std::exp(logs[2 * i + 1])));
    }
    return scored(std::move(found), textLog(logs), m_bootstrap);
}

PreviewScores PreviewScorer::moved(const std::vector<double> &logs, const std::vector<double> &changes) const
{
    PreviewScores found;
    for (std::size_t i = 0; i < m_set.prompts.size(); ++i) {
        found.a.push_back(static_cast<float>(probabilityOf(logs[2 * i], changes[2 * i])));
        found.b.push_back(static_cast<float>(probabilityOf(logs[2 * i + 1], changes[2 * i + 1])));
    }
    return found;
}

PreviewScores PreviewScorer::estimate(const std::vector<double> &logs, const std::vector<double> &changes) const
{
    return scored(moved(logs, changes), textLog(logs) + textLog(changes), m_quick);
}

double PreviewScorer::score(const std::vector<double> &logs, const std::vector<double> &changes) const
{
    const ItemTable table{{scoresOf(moved(logs, changes))}, {}, {}};
    return meanOf(0)(table, std::vector<double>(table.size(), 1));
}

} // namespace cw
