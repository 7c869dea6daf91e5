// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/PackRanges.h"

#include "core/engine/Rotary.h"

#include <algorithm>

namespace cw {

std::vector<PackRange> packRanges(const ModelSpec &spec, const TextPack::Texts &texts, const PackLimits &limits)
{
    std::vector<PackRange> all;
    std::int64_t held = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto length = static_cast<std::int64_t>(texts[i]->size());
        const bool isOwn = turnsByLength(spec, length);
        const bool goesOn = !all.empty() && !isOwn && !turnsByLength(spec, all.back().longest);
        const std::int64_t more = goesOn && !spec.masked
                                      ? length - static_cast<std::int64_t>(commonLength(*texts[i - 1], *texts[i]))
                                      : length;
        const bool isFull = goesOn && (held + more > limits.rows ||
                                       static_cast<std::int64_t>(all.back().end - all.back().begin) >= limits.texts);
        if (!goesOn || isFull) {
            all.push_back({i, i, 0});
            held = 0;
        }
        held += all.back().end == all.back().begin ? length : more;
        all.back().end = i + 1;
        all.back().longest = std::max(all.back().longest, length);
    }
    return all;
}

TextPack::Texts textsIn(const TextPack::Texts &texts, const PackRange &range)
{
    return {texts.begin() + static_cast<std::ptrdiff_t>(range.begin),
            texts.begin() + static_cast<std::ptrdiff_t>(range.end)};
}

} // namespace cw
