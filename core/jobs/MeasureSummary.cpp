// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MeasureSummary.h"

#include "core/measures/Numbering.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

} // namespace

ItemTable tableOf(const MeasureProgress &progress, const std::vector<std::size_t> &items)
{
    const MeasureInfo &info = progress.run.info();
    ItemTable table;
    for (const std::vector<float> &column : progress.columns) {
        table.columns.emplace_back();
        for (const std::size_t item : items)
            table.columns.back().push_back(column[item]);
    }
    Numbering groups(info.groups);
    for (const std::size_t item : items)
        table.groups.push_back(groups.of(progress.run.items[item].group));
    for (std::size_t way = 0; way < info.ways.size(); ++way) {
        Numbering clusters;
        table.clusters.emplace_back();
        for (const std::size_t item : items)
            table.clusters.back().push_back(
                clusters.of(progress.run.items[item].clusters.value(static_cast<qsizetype>(way))));
    }
    return table;
}

std::vector<std::size_t> measuredItems(const MeasureProgress &progress)
{
    std::vector<std::size_t> items;
    for (std::size_t i = 0; i < progress.states.size(); ++i)
        if (progress.states[i] == ItemState::Done || progress.states[i] == ItemState::Cut)
            items.push_back(i);
    return items;
}

std::vector<double> headlineOfClusters(const MeasureProgress &progress)
{
    const std::vector<std::size_t> items = measuredItems(progress);
    std::vector<double> values;
    if (items.empty())
        return values;
    const ItemTable table = tableOf(progress, items);
    const std::vector<int> &clusters = table.clusters.front();
    const bool isOpen = progress.settled() < progress.states.size();
    const int count = 1 + clusters.back() - (isOpen ? 1 : 0); // the last cluster may still grow
    for (int cluster = 0; cluster < count; ++cluster) {
        std::vector<double> weights(items.size());
        for (std::size_t i = 0; i < items.size(); ++i)
            weights[i] = clusters[i] == cluster ? 1 : 0;
        const double value = progress.run.info().numbers.front().statistic(table, weights);
        if (!std::isnan(value))
            values.push_back(value);
    }
    return values;
}

MeasureSummary summarise(const MeasureProgress &progress, int resamples)
{
    MeasureSummary summary;
    const std::vector<std::size_t> items = measuredItems(progress);
    const ItemTable table = tableOf(progress, items);
    const std::vector<double> ones(items.size(), 1);
    const Bootstrap bootstrap(table.clusters, items.empty() ? 0 : resamples, progress.run.settings.seed);
    for (const std::vector<int> &way : table.clusters)
        summary.clusters.push_back(way.empty() ? 0 : 1 + *std::max_element(way.begin(), way.end()));
    for (const NumberRule &rule : progress.run.info().numbers) {
        MeasuredNumber number{&rule, nothing, {nothing, nothing}};
        if (!items.empty())
            number.value = rule.statistic(table, ones);
        if (!items.empty() && rule.low)
            number.interval = {rule.low(table, ones), rule.high(table, ones)};
        else if (resamples > 0 && !std::isnan(number.value))
            number.interval = Bootstrap::interval(bootstrap.values(table, rule.statistic));
        summary.numbers.push_back(number);
    }
    return summary;
}

} // namespace cw
