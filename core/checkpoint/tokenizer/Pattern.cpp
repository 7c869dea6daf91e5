// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/Pattern.h"

#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/OnigurumaPattern.h"
#include "core/engine/Error.h"

namespace cw {
namespace {

/// What one match may cost: real expressions stay far below, hostile ones give up.
const QString limit = QStringLiteral("(*LIMIT_MATCH=200000)");

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
    const OnigurumaPattern pattern(source.text());
    result.m_expression =
        QRegularExpression(QString(limit + pattern.pcre()),
                           QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption);
    if (!pattern.problem().isEmpty() || !result.m_expression.isValid())
        source.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: the expression in \"%2\" cannot "
                                               "be understood: %3."),
                    pattern.problem().isEmpty() ? result.m_expression.errorString() : pattern.problem());
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
    while (each.hasNext()) {
        const QRegularExpressionMatch match = each.next();
        result.push_back({match.capturedStart(), match.capturedEnd()});
    }
    // An empty match at the end of the text leaves the list of matches invalid too.
    const bool isAtEnd = !result.empty() && result.back().end == text.size();
    if (!each.isValid() && !isAtEnd)
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error", "The tokenizer's expression \"%1\" gives up on this text."),
                    {m_expression.pattern().mid(limit.size()).toStdString()});
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
