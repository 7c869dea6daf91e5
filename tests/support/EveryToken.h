// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Query.h"

#include <utility>

namespace cw {

/// Reads every token behind the first.
inline Query everyToken(std::vector<std::int64_t> ids)
{
    Query query{std::move(ids), {}};
    for (std::size_t i = 1; i < query.ids.size(); ++i)
        query.reads.push_back({static_cast<int>(i) - 1, query.ids[i]});
    return query;
}

} // namespace cw
