// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/CharsMap.h"

#include "core/checkpoint/tokenizer/CodePoints.h"

#include <QList>
#include <QtEndian>

namespace cw {
namespace {

constexpr qsizetype unitSize = sizeof(quint32);
constexpr qsizetype longestText = 256; // bytes

// A unit of the trie: its label, whether a value hangs on it, and how far away its children are.
quint32 labelOf(quint32 unit)
{
    return unit & 0x800000FFu;
}
bool hasValue(quint32 unit)
{
    return unit >> 8 & 1u;
}
quint32 valueOf(quint32 unit)
{
    return unit & 0x7FFFFFFFu;
}
quint32 distanceOf(quint32 unit)
{
    return unit >> 10 << ((unit & 0x200u) >> 6);
}

} // namespace

std::optional<CharsMap> CharsMap::read(const QByteArray &bytes)
{
    if (bytes.size() < unitSize)
        return {};
    const qsizetype trieSize = qFromLittleEndian<quint32>(bytes.constData());
    if (trieSize == 0 || trieSize % unitSize != 0 || trieSize > bytes.size() - unitSize)
        return {};
    CharsMap map;
    for (qsizetype at = unitSize; at < unitSize + trieSize; at += unitSize)
        map.m_units.push_back(qFromLittleEndian<quint32>(bytes.constData() + at));
    map.m_texts = bytes.mid(unitSize + trieSize);
    for (const QByteArray &text : map.m_texts.split('\0')) {
        if (text.size() > longestText)
            return {};
    }
    return isUtf8(map.m_texts) ? std::optional(map) : std::nullopt;
}

std::optional<quint32> CharsMap::shortestEntry(QStringView text) const
{
    quint32 at = distanceOf(m_units[0]);
    for (qsizetype i = 0; i < text.size(); i += unitsOf(codePointAt(text, i))) {
        const char32_t c = codePointAt(text, i);
        for (int k = 0; k < bytesOf(c); ++k) {
            const unsigned char byte = utf8Byte(c, k);
            at ^= byte;
            if (byte == 0 || at >= m_units.size() || labelOf(m_units[at]) != byte)
                return {};
            const quint32 unit = m_units[at];
            at ^= distanceOf(unit);
            if (hasValue(unit))
                return at < m_units.size() ? std::optional(valueOf(m_units[at])) : std::nullopt;
        }
    }
    return {};
}

std::optional<QString> CharsMap::replacement(QStringView text) const
{
    const std::optional<quint32> begin = shortestEntry(text);
    if (!begin || *begin > m_texts.size())
        return {};
    const qsizetype end = m_texts.indexOf('\0', *begin);
    return fromLossyUtf8(m_texts.mid(*begin, (end < 0 ? m_texts.size() : end) - *begin));
}

} // namespace cw
