// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/OnigurumaClasses.h"

#include <QHash>
#include <QRegularExpression>

namespace cw {
namespace {

const QString spaces = QStringLiteral("\\x{9}-\\x{d}\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}"
                                      "\\x{202f}\\x{205f}\\x{3000}");
const QString words = QStringLiteral("\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}\\x{24b6}-\\x{24e9}\\x{1f130}-\\x{1f149}"
                                     "\\x{1f150}-\\x{1f169}\\x{1f170}-\\x{1f189}");
const QString wordsOutside = QString(words + u"\\x{b2}\\x{b3}\\x{b9}\\x{bc}-\\x{be}");
const QString hexDigits = QStringLiteral("0-9A-Fa-f");

bool isKnown(const QString &property)
{
    return QRegularExpression(QString(u"\\p{" + property + u'}')).isValid();
}

} // namespace

QString escapedMembers(QChar escape, bool isInside)
{
    switch (escape.unicode()) {
    case u's': return spaces;
    case u'w': return isInside ? words : wordsOutside;
    case u'h': return hexDigits;
    case u'd': return QStringLiteral("\\p{Nd}");
    default: return {};
    }
}

QString posixMembers(const QString &name)
{
    static const QHash<QString, QString> members{
        {QStringLiteral("alpha"), QStringLiteral("\\p{Alphabetic}")},
        {QStringLiteral("alnum"), QStringLiteral("\\p{Alphabetic}\\p{Nd}")},
        {QStringLiteral("upper"), QStringLiteral("\\p{Uppercase}")},
        {QStringLiteral("lower"), QStringLiteral("\\p{Lowercase}")},
        {QStringLiteral("punct"), QStringLiteral("\\p{P}\\p{S}")},
        {QStringLiteral("blank"), QStringLiteral("\\p{Zs}\\x{9}")},
        {QStringLiteral("cntrl"), QStringLiteral("\\p{Cc}")},
        {QStringLiteral("digit"), QStringLiteral("\\p{Nd}")},
        {QStringLiteral("xdigit"), hexDigits},
        {QStringLiteral("space"), spaces},
        {QStringLiteral("word"), words},
        {QStringLiteral("ascii"), QStringLiteral("\\x{0}-\\x{7f}")},
    };
    return members.value(name);
}

QString propertyName(const QString &name)
{
    static const QHash<QString, QString> categories{
        {QStringLiteral("letter"), QStringLiteral("L")},
        {QStringLiteral("uppercaseletter"), QStringLiteral("Lu")},
        {QStringLiteral("mark"), QStringLiteral("M")},
        {QStringLiteral("lowercaseletter"), QStringLiteral("Ll")},
        {QStringLiteral("number"), QStringLiteral("N")},
        {QStringLiteral("titlecaseletter"), QStringLiteral("Lt")},
        {QStringLiteral("punctuation"), QStringLiteral("P")},
        {QStringLiteral("modifierletter"), QStringLiteral("Lm")},
        {QStringLiteral("punct"), QStringLiteral("P")},
        {QStringLiteral("otherletter"), QStringLiteral("Lo")},
        {QStringLiteral("symbol"), QStringLiteral("S")},
        {QStringLiteral("decimalnumber"), QStringLiteral("Nd")},
        {QStringLiteral("separator"), QStringLiteral("Z")},
        {QStringLiteral("digit"), QStringLiteral("Nd")},
        {QStringLiteral("other"), QStringLiteral("C")},
        {QStringLiteral("alpha"), QStringLiteral("Alphabetic")},
        {QStringLiteral("upper"), QStringLiteral("Uppercase")},
        {QStringLiteral("lower"), QStringLiteral("Lowercase")},
    };
    const QString plain = name.toLower().remove(u'_').remove(u' ').remove(u'-');
    const QString category = categories.value(plain);
    if (!category.isEmpty())
        return category;
    const QString script = QString(u"sc:" + name);
    return name.size() > 2 && isKnown(script) ? script : name;
}

QString wordBoundary(bool isNegated)
{
    const QString word = QString(u'[' + wordsOutside + u']');
    const QString both = QString(u"(?<=" + word + u")(?=" + word + u')');
    const QString none = QString(u"(?<!" + word + u")(?!" + word + u')');
    return isNegated ? QString(u"(?:" + both + u'|' + none + u')') : QString(u"(?!" + both + u'|' + none + u')');
}

} // namespace cw
