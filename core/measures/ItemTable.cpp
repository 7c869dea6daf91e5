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

} // namespace

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

Statistic mapped(Statistic inner, std::function<double(double)> f)
{
    return [inner = std::move(inner), f = std::move(f)](const ItemTable &table, const std::vector<double> &weights) {
        return f(inner(table, weights));
    };
}

} // namespace cw
