// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/BertClasses.h"

#include <QChar>

namespace cw {
namespace {

bool isOfUnicode8(char32_t c)
{
    return QChar::unicodeVersion(c) <= QChar::Unicode_8_0;
}

} // namespace

bool isBertControl(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse: return isOfUnicode8(c);
    default: return false;
    }
}

bool isBertMark(char32_t c)
{
    if (c == 0x1734) // a spacing mark since
        return true;
    const bool becameOne = c == 0x1885 || c == 0x1886 || c == 0xA9BD || c == 0x111C9;
    return QChar::category(c) == QChar::Mark_NonSpacing && isOfUnicode8(c) && !becameOne;
}

bool isBertPunctuation(char32_t c)
{
    if (c < 0x80)
        return (c > 0x20 && c < 0x7F) && !QChar::isLetterOrNumber(c);
    const bool wasOnce = c == 0x166D || c == 0x111C9;
    return wasOnce || (QChar::isPunct(c) && isOfUnicode8(c));
}

bool isIdeograph(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
           (c >= 0x2A700 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x2F800 && c <= 0x2FA1F);
}

} // namespace cw
