// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"
#include "core/engine/Query.h"

#include <algorithm>
#include <random>

namespace cw::test {

/// A small probe set of tokens drawn at random. Prompts that partly begin alike, each with two queries: of its first
/// target and of its second, which for every third prompt is two tokens and so another text; at a place in their midst
/// for a masked model. Behind them a text, all of whose next tokens are read; some of its own for a masked model.
inline std::vector<Query> probeQueries(const ModelSpec &spec, int prompts)
{
    std::mt19937 random(7);
    const auto token = [&] { return static_cast<std::int64_t>(random() % static_cast<unsigned>(spec.vocabulary)); };
    const std::vector<std::int64_t> begin{token(), token(), token(), token()};
    std::vector<Query> queries;
    for (int i = 0; i < prompts; ++i) {
        std::vector<std::int64_t> ids = i % 3 != 2 ? begin : std::vector<std::int64_t>{token()};
        for (int j = 0; j < 2 + i % 4; ++j)
            ids.push_back(token());
        const int last = spec.masked ? 1 : static_cast<int>(ids.size()) - 1;
        queries.push_back({ids, {{last, 5}}});
        queries.push_back({ids, {{last, 9}}});
        if (i % 3 == 1 && !spec.masked) {
            queries.back().ids.push_back(9);
            queries.back().reads.push_back({last + 1, 3});
        }
    }
    Query text;
    for (int i = 0; i < std::min(20, spec.context); ++i)
        text.ids.push_back(token());
    for (int i = 0; i + 1 < static_cast<int>(text.ids.size()); i += spec.masked ? 3 : 1)
        text.reads.push_back({i, text.ids[static_cast<std::size_t>(i) + 1]});
    queries.push_back(text);
    return queries;
}

} // namespace cw::test
