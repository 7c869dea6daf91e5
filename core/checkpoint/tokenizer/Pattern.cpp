// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/Pattern.h"

#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/engine/Error.h"

namespace cw {
namespace {

const QString spaces = QStringLiteral("\\x{9}-\\x{d}\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}"
                                      "\\x{202f}\\x{205f}\\x{3000}");
const QString words = QStringLiteral(
    "\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}\\x{b2}\\x{b3}\\x{b9}\\x{bc}-\\x{be}\\x{24b6}-\\x{24e9}\\x{1f130}-\\x{1f149}"
    "\\x{1f150}-\\x{1f169}\\x{1f170}-\\x{1f189}");

/// What stands for an escape, or nothing where it stays. A negated class inside a class cannot be spelled out.
QString classFor(QChar escape, bool inside)
{
    if (escape == u's')
        return inside ? spaces : QString(u'[' + spaces + u']');
    if (escape == u'w')
        return inside ? words : QString(u'[' + words + u']');
    if (escape == u'S' && !inside)
        return u"[^" + spaces + u']';
    if (escape == u'W' && !inside)
        return u"[^" + words + u']';
    return {};
}

} // namespace

QString spelledOut(const QString &expression)
{
    QString result;
    int depth = 0;
    for (qsizetype i = 0; i < expression.size(); ++i) {
        const QChar c = expression[i];
        if (c == u'\\' && i + 1 < expression.size()) {
            const QString spelled = classFor(expression[++i], depth > 0);
            result += spelled.isEmpty() ? QString(c) + expression[i] : spelled;
            continue;
        }
        if (c == u'[' && depth == 0)
            ++depth;
        else if (c == u']' && depth > 0)
            --depth;
        result += c;
    }
    return result;
}

Pattern Pattern::read(const JsonPart &part)
{
    Pattern result;
    if (part.has(QStringLiteral("String"))) {
        result.m_literal = part.text(QStringLiteral("String"));
        return result;
    }
    const JsonPart source = part.at(QStringLiteral("Regex"));
    result.m_expression = QRegularExpression(spelledOut(source.text()), QRegularExpression::UseUnicodePropertiesOption |
                                                                            QRegularExpression::MultilineOption);
    if (!result.m_expression.isValid())
        source.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: the expression in \"%2\" cannot "
                                               "be understood: %3."),
                    result.m_expression.errorString());
    return result;
}

std::vector<Range> Pattern::matches(QStringView text) const
{
    std::vector<Range> result;
    if (m_expression.pattern().isEmpty()) {
        const qsizetype size = m_literal.size();
        for (qsizetype at = size ? text.indexOf(m_literal) : -1; at >= 0; at = text.indexOf(m_literal, at + size))
            result.push_back({at, at + size});
        return result;
    }
    const QString subject = QString::fromRawData(text.data(), text.size());
    auto each = m_expression.globalMatch(subject, 0, QRegularExpression::NormalMatch,
                                         QRegularExpression::DontCheckSubjectStringMatchOption);
    if (!each.isValid())
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "The tokenizer's expression \"%1\" gives up on this text."),
                    {m_expression.pattern().toStdString()});
    while (each.hasNext()) {
        const QRegularExpressionMatch match = each.next();
        result.push_back({match.capturedStart(), match.capturedEnd()});
    }
    return result;
}

QString Pattern::replaced(const QString &text, const QString &by) const
{
    QString result;
    qsizetype last = 0;
    for (const Range &match : matches(text)) {
        result += QStringView(text).mid(last, match.begin - last);
        result += by;
        last = match.end;
    }
    return result + QStringView(text).mid(last);
}

} // namespace cw
