// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/SplitBehavior.h"

#include "core/checkpoint/tokenizer/JsonPart.h"

#include <algorithm>

namespace cw {
namespace {

struct Stretch : Range {
    bool isMatch = false;
};

std::vector<Stretch> stretches(const std::vector<Range> &matches, qsizetype size, bool isInverted)
{
    std::vector<Stretch> result;
    qsizetype last = 0;
    for (const Range &match : matches) {
        if (last < match.begin)
            result.push_back({{last, match.begin}, isInverted});
        result.push_back({match, !isInverted});
        last = match.end;
    }
    if (last < size)
        result.push_back({{last, size}, isInverted});
    return result;
}

bool joins(SplitBehavior behavior, bool isMatch, bool wasMatch)
{
    return behavior == SplitBehavior::Contiguous ? isMatch == wasMatch : isMatch && !wasMatch;
}

} // namespace

SplitBehavior readSplitBehavior(const JsonPart &part, SplitBehavior absent)
{
    const JsonPart behavior = part.at(QStringLiteral("behavior"));
    if (behavior.isNull())
        return absent;
    const QString name = behavior.text();
    if (name == u"Removed")
        return SplitBehavior::Removed;
    if (name == u"Isolated")
        return SplitBehavior::Isolated;
    if (name == u"MergedWithPrevious")
        return SplitBehavior::MergedWithPrevious;
    if (name == u"MergedWithNext")
        return SplitBehavior::MergedWithNext;
    if (name == u"Contiguous")
        return SplitBehavior::Contiguous;
    behavior.unknown(name);
}

void cutAt(const std::vector<Range> &matches, qsizetype size, SplitBehavior behavior, bool isInverted,
           std::vector<Piece> &parts)
{
    std::vector<Stretch> all = stretches(matches, size, isInverted);
    if (behavior == SplitBehavior::Removed || behavior == SplitBehavior::Isolated) {
        for (const Stretch &stretch : all) {
            if (behavior == SplitBehavior::Isolated || !stretch.isMatch)
                parts.push_back({stretch, Piece::unclaimed});
        }
        return;
    }
    const bool isBackward = behavior == SplitBehavior::MergedWithNext;
    if (isBackward)
        std::reverse(all.begin(), all.end());
    bool wasMatch = false;
    for (const Stretch &stretch : all) {
        if (!parts.empty() && joins(behavior, stretch.isMatch, wasMatch)) {
            parts.back().begin = std::min(parts.back().begin, stretch.begin);
            parts.back().end = std::max(parts.back().end, stretch.end);
        } else {
            parts.push_back({stretch, Piece::unclaimed});
        }
        wasMatch = stretch.isMatch;
    }
    if (isBackward)
        std::reverse(parts.begin(), parts.end());
}

} // namespace cw
