// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/Clusters.h"

#include "core/checkpoint/tokenizer/CodePoints.h"

#include <algorithm>
#include <iterator>

namespace cw {
namespace {

struct Block {
    char32_t first = 0;
    char32_t last = 0;
};

template <std::size_t N> bool isIn(const Block (&blocks)[N], char32_t c)
{
    const auto it = std::lower_bound(std::begin(blocks), std::end(blocks), c,
                                     [](const Block &block, char32_t value) { return block.last < value; });
    return it != std::end(blocks) && it->first <= c;
}

/// Characters that take the next one along.
bool isPrefix(char32_t c)
{
    static constexpr Block prefixes[]{{0x0600, 0x0605},   {0x06DD, 0x06DD},   {0x070F, 0x070F},   {0x0890, 0x0891},
                                      {0x08E2, 0x08E2},   {0x0D4E, 0x0D4E},   {0x110BD, 0x110BD}, {0x110CD, 0x110CD},
                                      {0x111C2, 0x111C3}, {0x1193F, 0x1193F}, {0x11941, 0x11941}, {0x11A3A, 0x11A3A},
                                      {0x11A84, 0x11A89}, {0x11D46, 0x11D46}, {0x11F02, 0x11F02}};
    return isIn(prefixes, c);
}

/// Characters that go with the one before: marks, with a few exceptions, joiners, modifiers and tags.
bool isExtension(char32_t c)
{
    static constexpr Block others[]{{0x0E33, 0x0E33}, {0x0EB3, 0x0EB3},   {0x200C, 0x200D},
                                    {0xFF9E, 0xFF9F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}};
    static constexpr Block alone[]{{0x102B, 0x102C},  {0x1038, 0x1038}, {0x1062, 0x1064}, {0x1067, 0x106D},
                                   {0x1083, 0x1083},  {0x1087, 0x108C}, {0x108F, 0x108F}, {0x109A, 0x109C},
                                   {0x1A61, 0x1A61},  {0x1A63, 0x1A64}, {0xAA7B, 0xAA7B}, {0xAA7D, 0xAA7D},
                                   {0x11720, 0x11721}};
    if (c < 0x300)
        return false;
    return isIn(others, c) || (QChar::isMark(c) && !isIn(alone, c));
}

bool isControl(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    case QChar::Other_Format: return !isPrefix(c) && !isExtension(c);
    case QChar::Other_NotAssigned: return c == 0x2065 || (c >= 0xFFF0 && c <= 0xFFF8) || c >> 12 == 0xE0;
    default: return false;
    }
}

enum class Jamo { None, Leading, Vowel, Trailing, Open, Closed };

Jamo jamoOf(char32_t c)
{
    if (c < 0x1100 || c > 0xD7FB)
        return Jamo::None;
    if (c <= 0x115F || (c >= 0xA960 && c <= 0xA97C))
        return Jamo::Leading;
    if (c <= 0x11A7 || (c >= 0xD7B0 && c <= 0xD7C6))
        return Jamo::Vowel;
    if (c <= 0x11FF || c >= 0xD7CB)
        return Jamo::Trailing;
    return c < 0xAC00 || c > 0xD7A3 ? Jamo::None : (c - 0xAC00) % 28 == 0 ? Jamo::Open : Jamo::Closed;
}

bool isSyllable(Jamo before, Jamo after)
{
    switch (before) {
    case Jamo::Leading: return after != Jamo::None && after != Jamo::Trailing;
    case Jamo::Open:
    case Jamo::Vowel: return after == Jamo::Vowel || after == Jamo::Trailing;
    case Jamo::Closed:
    case Jamo::Trailing: return after == Jamo::Trailing;
    default: return false;
    }
}

bool goTogether(char32_t before, char32_t after)
{
    if (before < 0x300 && after < 0x300)
        return before == 0x0D && after == 0x0A;
    if (isControl(before) || isControl(after))
        return false;
    return isExtension(after) || isPrefix(before) || isSyllable(jamoOf(before), jamoOf(after));
}

} // namespace

qsizetype clusterEnd(QStringView text, qsizetype at)
{
    char32_t before = codePointAt(text, at);
    at += unitsOf(before);
    while (at < text.size()) {
        const char32_t after = codePointAt(text, at);
        if (!goTogether(before, after))
            break;
        before = after;
        at += unitsOf(after);
    }
    return at;
}

} // namespace cw
