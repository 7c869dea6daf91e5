// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Subset.h"

#include "core/data/Draws.h"

#include <QHash>
#include <algorithm>

namespace cw {

std::vector<std::size_t> stratifiedSubset(const std::vector<MeasureItem> &items, std::size_t limit, std::uint32_t seed)
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

} // namespace cw
