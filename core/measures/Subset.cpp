// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Subset.h"

#include "core/data/Draws.h"

#include <QHash>
#include <algorithm>

namespace cw {

namespace {

/// The positions of items by the first way's clusters, these as they come.
std::vector<std::vector<std::size_t>> clustersOf(const std::vector<MeasureItem> &items)
{
    QHash<QString, std::size_t> places;
    std::vector<std::vector<std::size_t>> clusters;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const QString name = items[i].clusters.value(0);
        if (!places.contains(name)) {
            places.insert(name, clusters.size());
            clusters.emplace_back();
        }
        clusters[places[name]].push_back(i);
    }
    return clusters;
}

} // namespace

std::vector<std::size_t> stratifiedSubset(const std::vector<MeasureItem> &items, std::size_t limit, std::uint32_t seed)
{
    std::vector<std::vector<std::size_t>> clusters = clustersOf(items);
    Draws draws(seed);
    for (std::vector<std::size_t> &cluster : clusters)
        draws.shuffle(cluster);
    draws.shuffle(clusters);
    // One of each cluster, then a second one, until there are enough.
    std::vector<std::size_t> chosen;
    for (std::size_t round = 0; chosen.size() < std::min(limit, items.size()); ++round)
        for (const std::vector<std::size_t> &cluster : clusters)
            if (round < cluster.size() && chosen.size() < limit)
                chosen.push_back(cluster[round]);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

std::vector<std::size_t> clustersInDrawnOrder(const std::vector<MeasureItem> &items, std::uint32_t seed)
{
    std::vector<std::vector<std::size_t>> clusters = clustersOf(items);
    Draws draws(seed);
    draws.shuffle(clusters);
    std::vector<std::size_t> order;
    for (const std::vector<std::size_t> &cluster : clusters)
        order.insert(order.end(), cluster.begin(), cluster.end());
    return order;
}

} // namespace cw
