// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Bootstrap.h"

#include "core/data/Draws.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace cw {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

int countOf(const std::vector<int> &clusters)
{
    return clusters.empty() ? 0 : 1 + *std::max_element(clusters.begin(), clusters.end());
}

/// How often each of so many clusters is drawn.
std::vector<std::uint8_t> drawnTimes(int clusters, Draws &draws)
{
    std::vector<std::uint8_t> times(static_cast<std::size_t>(clusters));
    for (int i = 0; i < clusters; ++i)
        ++times[draws.below(static_cast<std::uint64_t>(clusters))];
    return times;
}

double quantile(const std::vector<double> &sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

void dropMissing(std::vector<double> &values)
{
    values.erase(std::remove_if(values.begin(), values.end(), [](double x) { return std::isnan(x); }), values.end());
}

} // namespace

Bootstrap::Bootstrap(const std::vector<std::vector<int>> &clusters, int resamples, std::uint64_t seed)
    : m_clusters(clusters)
{
    for (const std::vector<int> &way : clusters)
        if (countOf(way) < 2)
            return; // one cluster says nothing about others
    Draws draws(seed);
    for (int resample = 0; resample < resamples && !clusters.empty(); ++resample) {
        std::vector<std::vector<std::uint8_t>> times;
        for (const std::vector<int> &way : clusters)
            times.push_back(drawnTimes(countOf(way), draws));
        m_times.push_back(std::move(times));
    }
}

std::vector<double> Bootstrap::values(const ItemTable &table, const Statistic &statistic) const
{
    std::vector<double> values;
    values.reserve(m_times.size());
    std::vector<double> weights(table.size());
    for (const std::vector<std::vector<std::uint8_t>> &times : m_times) {
        std::fill(weights.begin(), weights.end(), 1);
        for (std::size_t way = 0; way < times.size(); ++way)
            for (std::size_t i = 0; i < weights.size(); ++i)
                weights[i] *= times[way][static_cast<std::size_t>(m_clusters[way][i])];
        values.push_back(statistic(table, weights));
    }
    return values;
}

Interval Bootstrap::interval(std::vector<double> values, double share)
{
    dropMissing(values);
    if (values.empty())
        return {nothing, nothing};
    std::sort(values.begin(), values.end());
    return {quantile(values, (1 - share) / 2), quantile(values, (1 + share) / 2)};
}

double Bootstrap::pValue(const std::vector<double> &values)
{
    std::vector<double> there = values;
    dropMissing(there);
    if (there.empty())
        return nothing;
    const auto atMost = std::count_if(there.begin(), there.end(), [](double x) { return x <= 0; });
    const auto atLeast = std::count_if(there.begin(), there.end(), [](double x) { return x >= 0; });
    const double tail = static_cast<double>(std::min(atMost, atLeast) + 1) / static_cast<double>(there.size() + 1);
    return std::min(1.0, 2 * tail);
}

std::vector<double> holmAdjusted(const std::vector<double> &p)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (!std::isnan(p[i]))
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&p](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size(), nothing);
    double least = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        least = std::max(least, std::min(1.0, static_cast<double>(order.size() - i) * p[order[i]]));
        adjusted[order[i]] = least;
    }
    return adjusted;
}

} // namespace cw
