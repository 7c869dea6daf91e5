// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ProbeTexts.h"

#include <map>

namespace cw {

std::vector<ProbeText> probeTexts(const std::vector<Query> &queries)
{
    std::vector<ProbeText> texts;
    std::map<std::vector<std::int64_t>, std::size_t> places;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        const auto [place, isNew] = places.emplace(queries[i].ids, texts.size());
        if (isNew)
            texts.push_back({queries[i].ids, {}});
        texts[place->second].queries.push_back(i);
    }
    return texts;
}

} // namespace cw
