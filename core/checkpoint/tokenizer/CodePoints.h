// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cw {

/// The code point at a position of well-formed UTF-16.
inline char32_t codePointAt(QStringView text, qsizetype at)
{
    const QChar unit = text[at];
    return unit.isHighSurrogate() && at + 1 < text.size() ? QChar::surrogateToUcs4(unit, text[at + 1]) : unit.unicode();
}

/// How many UTF-16 units a code point takes.
inline int unitsOf(char32_t c)
{
    return c < 0x10000 ? 1 : 2;
}

/// How many bytes a code point takes in UTF-8.
inline int bytesOf(char32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/// A byte of the UTF-8 of a code point; i counts from 0.
inline unsigned char utf8Byte(char32_t c, int i)
{
    const int bytes = bytesOf(c);
    const char32_t bits = c >> (6 * (bytes - 1 - i));
    const char32_t lead = bytes == 1 ? bits : (0xF00u >> bytes & 0xFFu) | bits;
    return static_cast<unsigned char>(i == 0 ? lead : 0x80 | (bits & 0x3F));
}

/// A text of one code point. (QString::fromUcs4 takes U+FEFF for a byte order mark and drops it.)
QString textOf(char32_t c);

/// Unicode's White_Space property, which `\s` means in the tokenizers' patterns.
bool isWhiteSpace(char32_t c);

/// What `\w` means in the tokenizers' patterns: Alphabetic, marks, decimal digits, connectors and joiners.
bool isWordCharacter(char32_t c);

/// The text with every lone surrogate replaced by U+FFFD: the number of code points stays.
QString wellFormed(const QString &text);

/// The text of UTF-8 bytes, with one U+FFFD for each maximal part that is not UTF-8 (Unicode 15, section 3.9).
QString fromLossyUtf8(const QByteArray &bytes);

/// Whether all of bytes is UTF-8.
bool isUtf8(const QByteArray &bytes);

} // namespace cw
