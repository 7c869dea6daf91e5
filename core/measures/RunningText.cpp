// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/RunningText.h"

#include "core/data/Draws.h"

#include <algorithm>

namespace cw {

Query everyToken(const Asker &asker, const QString &text, std::size_t most)
{
    std::vector<std::int64_t> ids = asker.behindBegin(text).ids;
    ids.resize(std::min({ids.size(), most + 1, static_cast<std::size_t>(asker.context()) + 1}));
    Query query;
    for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
        query.ids.push_back(ids[i]);
        query.reads.push_back({static_cast<int>(i), ids[i + 1]});
    }
    return query;
}

Query maskedTogether(const Encoding &text, std::int64_t mask, Draws &draws)
{
    constexpr double maskedShare = 0.15;
    Query query{text.ids, {}};
    for (int i = text.addedBefore; i < static_cast<int>(text.ids.size()) - text.addedAfter; ++i) {
        if (!draws.chance(maskedShare))
            continue;
        std::int64_t &id = query.ids[static_cast<std::size_t>(i)];
        query.reads.push_back({i, id});
        id = mask;
    }
    return query;
}

} // namespace cw
