// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/Pattern.h"

#include "core/checkpoint/tokenizer/Growth.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/OnigurumaPattern.h"
#include "core/engine/Error.h"

namespace cw {
namespace {

/// What one match may cost in a text of ordinary length. In a long one a run of spaces alone may cost its length.
const QString limit = QStringLiteral("(*LIMIT_MATCH=200000)");
constexpr qsizetype longText = 20000;
constexpr qsizetype longestExpression = 10000;

QRegularExpression compiled(const QString &pattern)
{
    return QRegularExpression(pattern,
                              QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption);
}

} // namespace

Pattern Pattern::literal(const QString &text)
{
    Pattern result;
    result.m_literal = text;
    return result;
}

Pattern Pattern::read(const JsonPart &part)
{
    if (part.has(QStringLiteral("String")))
        return literal(part.text(QStringLiteral("String")));
    Pattern result;
    const JsonPart source = part.at(QStringLiteral("Regex"));
    result.m_source = source.text();
    if (result.m_source.size() > longestExpression)
        source.failAsTooLong();
    const OnigurumaPattern pattern(result.m_source);
    result.m_expression = compiled(QString(limit + pattern.pcre()));
    result.m_unlimited = compiled(pattern.pcre());
    if (!pattern.problem().isEmpty() || !result.m_expression.isValid())
        source.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: the expression in \"%2\" cannot "
                                               "be understood: %3."),
                    pattern.problem().isEmpty() ? result.m_expression.errorString() : pattern.problem());
    return result;
}

std::vector<Range> Pattern::matches(QStringView text) const
{
    std::vector<Range> result;
    if (m_source.isEmpty()) {
        const qsizetype size = m_literal.size();
        for (qsizetype at = size ? text.indexOf(m_literal) : -1; at >= 0; at = text.indexOf(m_literal, at + size))
            result.push_back({at, at + size});
        return result;
    }
    const QString subject = QString::fromRawData(text.data(), text.size());
    auto each = (text.size() < longText ? m_expression : m_unlimited)
                    .globalMatch(subject, 0, QRegularExpression::NormalMatch,
                                 QRegularExpression::DontCheckSubjectStringMatchOption);
    while (each.hasNext()) {
        const QRegularExpressionMatch match = each.next();
        result.push_back({match.capturedStart(), match.capturedEnd()});
    }
    // An empty match at the end of the text leaves the list of matches invalid too.
    const bool isAtEnd = !result.empty() && result.back().end == text.size();
    if (!each.isValid() && !isAtEnd)
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "The tokenizer's expression \"%1\" gives up on this text."),
                    {m_source.toStdString()});
    return result;
}

QString Pattern::replaced(const QString &text, const QString &by) const
{
    const std::vector<Range> found = matches(text);
    requireGrowth(text.size(), text.size() + static_cast<qsizetype>(found.size()) * by.size());
    QString result;
    qsizetype last = 0;
    for (const Range &match : found) {
        result += QStringView(text).mid(last, match.begin - last);
        result += by;
        last = match.end;
    }
    return result + QStringView(text).mid(last);
}

} // namespace cw
