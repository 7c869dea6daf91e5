// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace cw {

/// The values of a measure's items as its numbers are made of them.
struct ItemTable {
    /// [column][item]; NaN where an item was left out or has not been measured yet.
    std::vector<std::vector<float>> columns;
    /// The group of each item (a term, a class), counted from 0; empty where the measure has no groups.
    std::vector<int> groups;
    /// [way][item]: the clusters that are resampled, one or two ways, counted from 0 in each.
    std::vector<std::vector<int>> clusters;

    std::size_t size() const { return columns.empty() ? 0 : columns.front().size(); }
};

/// A number made of items, each of which counts as often as its weight says; NaN where there is nothing to make it of.
/// Bootstrap, subsets and progress are weights: whatever a statistic does, it does by weights alone.
using Statistic = std::function<double(const ItemTable &table, const std::vector<double> &weights)>;

/// No number whatever the items: the ends of an interval that there is none of.
Statistic noNumber();
/// Sum of weight * column over sum of weights, over the items that have the column.
Statistic meanOf(int column);
/// A share in per cent.
Statistic inPercent(Statistic share);
/// One number less another.
Statistic differenceOf(Statistic a, Statistic b);
/// The standard error of a mean over items: standard deviation (n - 1) / sqrt(n), weights taken as counts.
Statistic standardErrorOf(int column);
/// The unweighted mean of the groups' means, over the groups that have weight (StereoSet's terms, CodeGenBias'
/// classes). areDrawn: groups are what is resampled, so that one drawn twice counts twice.
Statistic meanOfGroupMeans(int column, bool areDrawn);
/// The mean over the items of one group.
Statistic meanOfGroup(int column, int group);
/// A statistic of those items alone whose column has this value.
Statistic within(int column, float value, Statistic inner);
/// Sum of weight * upper over sum of weight * lower.
Statistic ratioOf(int upper, int lower);
/// Pearson's correlation of two columns; NaN where one of them does not vary.
Statistic correlationOf(int x, int y);
/// The slope of the least-squares line of y over x.
Statistic slopeOf(int x, int y);
/// The same two over clusters of a way, each as its items' mean: occupations against their share of women.
Statistic clusterCorrelation(int x, int y, std::size_t way);
Statistic clusterSlope(int x, int y, std::size_t way);
/// f of another number.
Statistic mapped(Statistic inner, std::function<double(double)> f);

} // namespace cw
