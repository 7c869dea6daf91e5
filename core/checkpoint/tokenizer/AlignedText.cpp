// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/AlignedText.h"

#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/Growth.h"

#include <algorithm>

namespace cw {

AlignedText AlignedText::of(const QString &text)
{
    AlignedText result{wellFormed(text), {}};
    result.origin.reserve(static_cast<std::size_t>(text.size()));
    int place = 0;
    for (qsizetype i = 0; i < result.text.size(); ++place) {
        const int units = result.text[i].isHighSurrogate() ? 2 : 1;
        for (int unit = 0; unit < units; ++unit)
            result.origin.push_back({place, place + 1});
        i += units;
    }
    return result;
}

AlignedText AlignedText::mid(qsizetype begin, qsizetype end) const
{
    return {text.mid(begin, end - begin), {origin.begin() + begin, origin.begin() + end}};
}

void AlignedText::append(char32_t c, Span from)
{
    if (c < 0x10000) {
        text.append(QChar(static_cast<char16_t>(c)));
        origin.push_back(from);
    } else {
        text.append(QChar(QChar::highSurrogate(c)));
        text.append(QChar(QChar::lowSurrogate(c)));
        origin.insert(origin.end(), 2, from);
    }
}

void AlignedText::append(const AlignedText &other, qsizetype begin, qsizetype end)
{
    text.append(QStringView(other.text).mid(begin, end - begin));
    origin.insert(origin.end(), other.origin.begin() + begin, other.origin.begin() + end);
}

void AlignedText::transform(const std::vector<Change> &changes)
{
    requireGrowth(text.size(), static_cast<qsizetype>(changes.size()));
    AlignedText result;
    result.text.reserve(static_cast<qsizetype>(changes.size()));
    result.origin.reserve(changes.size());
    std::size_t at = 0;
    for (const Change &change : changes) {
        const bool isNew = change.change > 0 || at >= origin.size();
        const Span from = !isNew ? origin[at] : at > 0 ? origin[at - 1] : Span{start(), start()};
        result.append(change.c, from);
        for (int taken = change.change; taken <= 0 && at < origin.size(); ++taken)
            at += text[static_cast<qsizetype>(at)].isHighSurrogate() ? 2 : 1;
    }
    *this = std::move(result);
}

void AlignedText::rewriteEach(void (*rewrite)(char32_t c, Span from, AlignedText &out))
{
    AlignedText result;
    result.text.reserve(text.size());
    result.origin.reserve(origin.size());
    for (qsizetype i = 0; i < text.size();) {
        const char32_t c = codePointAt(text, i);
        rewrite(c, origin[static_cast<std::size_t>(i)], result);
        i += unitsOf(c);
    }
    *this = std::move(result);
}

bool AlignedText::isAscii() const
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

void AlignedText::prepend(const QString &prefix)
{
    if (text.isEmpty() || prefix.isEmpty())
        return;
    text.prepend(prefix);
    origin.insert(origin.begin(), static_cast<std::size_t>(prefix.size()), origin.front());
}

} // namespace cw
