// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/CodePoints.h"

#include <QStringConverter>

namespace cw {
namespace {

bool isOtherAlphabetic(char32_t c)
{
    return (c >= 0x24B6 && c <= 0x24E9) || (c >= 0x1F130 && c <= 0x1F149) || (c >= 0x1F150 && c <= 0x1F169) ||
           (c >= 0x1F170 && c <= 0x1F189);
}

/// A stretch of bytes that is one code point, or the longest start of one that ends too early.
struct Sequence {
    qsizetype length = 1;
    bool isComplete = false;
};

/// The bounds of the second byte, by the first (Unicode 15, table 3-7); later ones lie in 80..BF.
Sequence sequenceAt(const QByteArray &bytes, qsizetype at)
{
    const auto byte = [&bytes](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned first = byte(at);
    if (first < 0x80)
        return {1, true};
    if (first < 0xC2 || first > 0xF4)
        return {1, false};
    const qsizetype wanted = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    qsizetype length = 1;
    while (length < wanted && at + length < bytes.size() && byte(at + length) >= low && byte(at + length) <= high) {
        ++length;
        low = 0x80;
        high = 0xBF;
    }
    return {length, length == wanted};
}

/// The text of valid UTF-8; U+FEFF at its beginning is part of it.
QString fromUtf8(const char *bytes, qsizetype size)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(bytes, size));
}

} // namespace

QString textOf(char32_t c)
{
    if (c < 0x10000)
        return QString(QChar(static_cast<char16_t>(c)));
    return QString(QChar(QChar::highSurrogate(c))) + QChar(QChar::lowSurrogate(c));
}

bool isWhiteSpace(char32_t c)
{
    if (c < 0x80)
        return c == 0x20 || (c >= 0x09 && c <= 0x0D);
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

bool isWordCharacter(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Punctuation_Connector: return true;
    default: return QChar::isLetter(c) || isOtherAlphabetic(c) || c == 0x200C || c == 0x200D;
    }
}

QString wellFormed(const QString &text)
{
    if (text.isValidUtf16())
        return text;
    QString result = text;
    for (qsizetype i = 0; i < result.size(); ++i) {
        const bool isPair = result[i].isHighSurrogate() && i + 1 < result.size() && result[i + 1].isLowSurrogate();
        if (isPair)
            ++i;
        else if (result[i].isSurrogate())
            result[i] = QChar::ReplacementCharacter;
    }
    return result;
}

QString fromLossyUtf8(const QByteArray &bytes)
{
    QString result;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype good = at;
        Sequence next;
        while (good < bytes.size() && (next = sequenceAt(bytes, good)).isComplete)
            good += next.length;
        result += fromUtf8(bytes.constData() + at, good - at);
        if (good < bytes.size()) {
            result += QChar(QChar::ReplacementCharacter);
            good += next.length;
        }
        at = good;
    }
    return result;
}

bool isUtf8(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const Sequence next = sequenceAt(bytes, at);
        if (!next.isComplete)
            return false;
        at += next.length;
    }
    return true;
}

} // namespace cw
