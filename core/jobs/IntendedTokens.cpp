// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/IntendedTokens.h"

#include "core/data/DemoText.h"

#include <algorithm>

namespace cw {

std::vector<Span> intendedSpans(const DemoText &text)
{
    std::vector<Span> spans;
    for (const DemoMark &mark : text.marks)
        if (mark.occupation >= 0)
            spans.push_back({static_cast<int>(mark.begin), static_cast<int>(mark.end)});
    return spans;
}

Query tokensOutside(const Encoding &encoding, const std::vector<Span> &spans, std::size_t context)
{
    Query query{encoding.ids, {}};
    query.ids.resize(std::min(query.ids.size(), context));
    for (std::size_t i = 1; i < query.ids.size(); ++i) {
        const Span &token = encoding.offsets[i];
        const bool isInside = std::any_of(spans.begin(), spans.end(), [&token](const Span &span) {
            return token.begin < span.end && token.end > span.begin;
        });
        if (!isInside)
            query.reads.push_back({static_cast<int>(i) - 1, query.ids[i]});
    }
    return query;
}

} // namespace cw
