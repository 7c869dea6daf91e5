// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/ItemTable.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// Weighted sums of two columns, over the items that have both.
struct Moments {
    double weight = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
};

const std::vector<float> &columnOf(const ItemTable &table, int column)
{
    return table.columns[static_cast<std::size_t>(column)];
}

Moments momentsOf(const ItemTable &table, const std::vector<double> &weights, int x, int y)
{
    const std::vector<float> &xs = columnOf(table, x);
    const std::vector<float> &ys = columnOf(table, y);
    Moments means;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        if (weights[i] == 0 || std::isnan(xs[i]) || std::isnan(ys[i]))
            continue;
        means.weight += weights[i];
        means.x += weights[i] * xs[i];
        means.y += weights[i] * ys[i];
    }
    if (means.weight == 0)
        return means;
    means.x /= means.weight;
    means.y /= means.weight;
    // Around the means: columns may be far from 0 and vary little.
    for (std::size_t i = 0; i < xs.size(); ++i) {
        if (weights[i] == 0 || std::isnan(xs[i]) || std::isnan(ys[i]))
            continue;
        const double dx = xs[i] - means.x;
        const double dy = ys[i] - means.y;
        means.xx += weights[i] * dx * dx;
        means.xy += weights[i] * dx * dy;
        means.yy += weights[i] * dy * dy;
    }
    return means;
}

/// Two columns as the means of clusters, each weighing as often as it was drawn.
struct Clustered {
    ItemTable table;
    std::vector<double> weights;
};

Clustered clustered(const ItemTable &table, const std::vector<double> &weights, int x, int y, std::size_t way)
{
    const std::vector<int> &clusters = table.clusters[way];
    const auto count = static_cast<std::size_t>(1 + *std::max_element(clusters.begin(), clusters.end()));
    std::vector<double> sums[2] = {std::vector<double>(count), std::vector<double>(count)};
    std::vector<double> totals(count);
    std::vector<double> items(count);
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const double values[2] = {columnOf(table, x)[i], columnOf(table, y)[i]};
        if (weights[i] == 0 || std::isnan(values[0]) || std::isnan(values[1]))
            continue;
        const auto cluster = static_cast<std::size_t>(clusters[i]);
        for (int column = 0; column < 2; ++column)
            sums[column][cluster] += weights[i] * values[column];
        totals[cluster] += weights[i];
        items[cluster] += 1;
    }
    Clustered result{{{std::vector<float>(count), std::vector<float>(count)}, {}, {}}, std::vector<double>(count)};
    for (std::size_t cluster = 0; cluster < count; ++cluster) {
        if (totals[cluster] == 0)
            continue;
        for (std::size_t column = 0; column < 2; ++column)
            result.table.columns[column][cluster] = static_cast<float>(sums[column][cluster] / totals[cluster]);
        result.weights[cluster] = totals[cluster] / items[cluster];
    }
    return result;
}

} // namespace

Statistic noNumber()
{
    return [](const ItemTable &, const std::vector<double> &) { return nothing; };
}

Statistic meanOf(int column)
{
    return [column](const ItemTable &table, const std::vector<double> &weights) {
        const std::vector<float> &values = columnOf(table, column);
        double sum = 0;
        double weight = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (weights[i] == 0 || std::isnan(values[i]))
                continue;
            sum += weights[i] * values[i];
            weight += weights[i];
        }
        return weight > 0 ? sum / weight : nothing;
    };
}

Statistic inPercent(Statistic share)
{
    return mapped(std::move(share), [](double x) { return 100 * x; });
}

Statistic differenceOf(Statistic a, Statistic b)
{
    return [a = std::move(a), b = std::move(b)](const ItemTable &table, const std::vector<double> &weights) {
        return a(table, weights) - b(table, weights);
    };
}

Statistic standardErrorOf(int column)
{
    return [column](const ItemTable &table, const std::vector<double> &weights) {
        const Moments moments = momentsOf(table, weights, column, column);
        return moments.weight > 1 ? std::sqrt(moments.xx / (moments.weight - 1) / moments.weight) : nothing;
    };
}

Statistic meanOfGroupMeans(int column, bool areDrawn)
{
    return [column, areDrawn](const ItemTable &table, const std::vector<double> &weights) {
        const std::vector<float> &values = columnOf(table, column);
        const int groups = 1 + *std::max_element(table.groups.begin(), table.groups.end());
        std::vector<double> sums(static_cast<std::size_t>(groups));
        std::vector<double> totals(static_cast<std::size_t>(groups));
        std::vector<double> items(static_cast<std::size_t>(groups));
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (weights[i] == 0 || std::isnan(values[i]))
                continue;
            const auto group = static_cast<std::size_t>(table.groups[i]);
            sums[group] += weights[i] * values[i];
            totals[group] += weights[i];
            items[group] += 1;
        }
        double sum = 0;
        double weight = 0;
        for (std::size_t group = 0; group < sums.size(); ++group) {
            if (totals[group] == 0)
                continue;
            const double times = areDrawn ? totals[group] / items[group] : 1;
            sum += times * sums[group] / totals[group];
            weight += times;
        }
        return weight > 0 ? sum / weight : nothing;
    };
}

Statistic meanOfGroup(int column, int group)
{
    return [column, group](const ItemTable &table, const std::vector<double> &weights) {
        std::vector<double> own = weights;
        for (std::size_t i = 0; i < own.size(); ++i)
            own[i] = table.groups[i] == group ? own[i] : 0;
        return meanOf(column)(table, own);
    };
}

Statistic within(int column, float value, Statistic inner)
{
    return [column, value, inner = std::move(inner)](const ItemTable &table, const std::vector<double> &weights) {
        std::vector<double> own = weights;
        const std::vector<float> &values = columnOf(table, column);
        for (std::size_t i = 0; i < own.size(); ++i)
            own[i] = values[i] == value ? own[i] : 0;
        return inner(table, own);
    };
}

Statistic ratioOf(int upper, int lower)
{
    return [upper, lower](const ItemTable &table, const std::vector<double> &weights) {
        const Moments moments = momentsOf(table, weights, upper, lower);
        return moments.weight > 0 && moments.y != 0 ? moments.x / moments.y : nothing;
    };
}

Statistic correlationOf(int x, int y)
{
    return [x, y](const ItemTable &table, const std::vector<double> &weights) {
        const Moments moments = momentsOf(table, weights, x, y);
        return moments.xx > 0 && moments.yy > 0 ? moments.xy / std::sqrt(moments.xx * moments.yy) : nothing;
    };
}

Statistic slopeOf(int x, int y)
{
    return [x, y](const ItemTable &table, const std::vector<double> &weights) {
        const Moments moments = momentsOf(table, weights, x, y);
        return moments.xx > 0 ? moments.xy / moments.xx : nothing;
    };
}

Statistic clusterCorrelation(int x, int y, std::size_t way)
{
    return [=](const ItemTable &table, const std::vector<double> &weights) {
        const Clustered means = clustered(table, weights, x, y, way);
        return correlationOf(0, 1)(means.table, means.weights);
    };
}

Statistic clusterSlope(int x, int y, std::size_t way)
{
    return [=](const ItemTable &table, const std::vector<double> &weights) {
        const Clustered means = clustered(table, weights, x, y, way);
        return slopeOf(0, 1)(means.table, means.weights);
    };
}

Statistic mapped(Statistic inner, std::function<double(double)> f)
{
    return [inner = std::move(inner), f = std::move(f)](const ItemTable &table, const std::vector<double> &weights) {
        return f(inner(table, weights));
    };
}

} // namespace cw
