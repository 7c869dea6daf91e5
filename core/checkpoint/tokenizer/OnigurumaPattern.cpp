// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/OnigurumaPattern.h"

#include "core/checkpoint/tokenizer/OnigurumaClasses.h"

namespace cw {

QString OnigurumaPattern::Class::atom() const
{
    if (complements.isEmpty())
        return u'[' + members + u']';
    QStringList ways;
    if (!members.isEmpty())
        ways += QString(u'[' + members + u']');
    for (const QString &complement : complements)
        ways += QString(u"[^" + complement + u']');
    return u"(?:" + ways.join(u'|') + u')';
}

QString OnigurumaPattern::Class::negatedAtom() const
{
    if (complements.isEmpty())
        return u"[^" + members + u']';
    QString result = members.isEmpty() ? QString() : QString(u"(?![" + members + u"])");
    for (qsizetype i = 1; i < complements.size(); ++i)
        result += QString(u"(?=[" + complements[i] + u"])");
    return u"(?:" + result + u'[' + complements.first() + u"])";
}

OnigurumaPattern::OnigurumaPattern(const QString &expression) : m_in(expression)
{
    while (m_at < m_in.size() && m_problem.isEmpty())
        step();
}

void OnigurumaPattern::put(const QString &atom)
{
    m_atom = m_out.size();
    m_out += atom;
}

void OnigurumaPattern::step()
{
    const QChar c = m_in[m_at];
    switch (c.unicode()) {
    case u'\\': escape(); return;
    case u'[': charClass(); return;
    case u'{': repeat(); return;
    case u'(':
        m_groups.append(m_out.size());
        m_out += c;
        ++m_at;
        options();
        return;
    case u')':
        m_atom = m_groups.isEmpty() ? m_out.size() : m_groups.takeLast();
        m_out += c;
        break;
    case u'*':
    case u'+':
    case u'?': m_out += c; break;
    default: put(m_in.mid(m_at, c.isHighSurrogate() ? 2 : 1)); m_at += c.isHighSurrogate() ? 1 : 0;
    }
    ++m_at;
}

/// In `(?m)` and `(?m:` the m lets the dot match a line break, which is PCRE's s.
void OnigurumaPattern::options()
{
    if (!isHere(u"?"))
        return;
    qsizetype end = m_at + 1;
    while (end < m_in.size() && QStringView(u"imx-").contains(m_in[end]))
        ++end;
    QString found = m_in.mid(m_at, end - m_at);
    if (end < m_in.size() && (m_in[end] == u')' || m_in[end] == u':'))
        found.replace(u'm', u's');
    m_out += found;
    m_at = end;
}

void OnigurumaPattern::escape()
{
    const QChar next = m_at + 1 < m_in.size() ? m_in[m_at + 1] : QChar();
    const QString members = escapedMembers(next.toLower(), false);
    if (next == u'p' || next == u'P') {
        put(property());
        return;
    }
    if (!members.isEmpty())
        put(QString((next.isUpper() ? QStringLiteral("[^") : QStringLiteral("[")) + members + u']'));
    else if (next == u'b' || next == u'B')
        put(wordBoundary(next == u'B'));
    else if (next == u'u')
        put(QString(u"\\x{" + m_in.mid(m_at + 2, 4) + u'}'));
    else
        put(m_in.mid(m_at, 2));
    m_at += next == u'u' ? 6 : 2;
    if (isHere(u"{") && (next == u'x' || next == u'g' || next == u'k')) {
        const qsizetype end = m_in.indexOf(u'}', m_at);
        m_out += m_in.mid(m_at, end - m_at);
        m_at = end < 0 ? m_in.size() : end;
        m_out += u'}';
        ++m_at;
    }
}

/// A property such as `\p{L}`, with what follows it.
QString OnigurumaPattern::property()
{
    const qsizetype begin = m_at;
    m_at += 2;
    if (!isHere(u"{"))
        return m_in.mid(begin, 2);
    const qsizetype end = m_in.indexOf(u'}', m_at);
    QString name = m_in.mid(m_at + 1, end - m_at - 1);
    m_at = end < 0 ? m_in.size() : end + 1;
    QChar sign = m_in[begin + 1];
    if (name.startsWith(u'^')) {
        name.remove(0, 1);
        sign = sign == u'p' ? u'P' : u'p';
    }
    return QString(u'\\') + sign + u'{' + propertyName(name) + u'}';
}

/// A repetition by numbers; a plus behind it repeats the whole.
void OnigurumaPattern::repeat()
{
    qsizetype end = m_at + 1;
    while (end < m_in.size() && (m_in[end].isDigit() || m_in[end] == u','))
        ++end;
    const bool isRepeat = end < m_in.size() && m_in[end] == u'}' && end > m_at + 1;
    if (!isRepeat) {
        put(m_in[m_at++]);
        return;
    }
    m_out += m_in.mid(m_at, end + 1 - m_at);
    m_at = end + 1;
    if (isHere(u"+")) {
        m_out.insert(m_atom, QStringLiteral("(?:"));
        m_out += QStringLiteral(")+");
        ++m_at;
    }
}

void OnigurumaPattern::charClass()
{
    ++m_at;
    const bool isNegated = isHere(u"^");
    m_at += isNegated ? 1 : 0;
    QList<Class> parts{classPart()};
    while (m_problem.isEmpty() && isHere(u"&&")) {
        m_at += 2;
        parts += classPart();
    }
    ++m_at; // the closing bracket
    if (parts.size() == 1) {
        put(isNegated ? parts.first().negatedAtom() : parts.first().atom());
        return;
    }
    QString all;
    for (qsizetype i = 1; i < parts.size(); ++i)
        all += QString(u"(?=" + parts[i].atom() + u')');
    all += parts.first().atom();
    put(isNegated ? QString(u"(?:(?!" + all + u")(?s:.))") : QString(u"(?:" + all + u')'));
}

/// Leaves m_at on the closing bracket or on `&&`.
OnigurumaPattern::Class OnigurumaPattern::classPart()
{
    const qsizetype begin = m_at;
    Class result;
    while (m_at < m_in.size() && m_problem.isEmpty()) {
        const QChar c = m_in[m_at];
        if ((c == u']' && m_at > begin) || isHere(u"&&"))
            return result;
        if (c == u'\\')
            escapeInside(result);
        else if (isHere(u"[:"))
            posixClass(result);
        else if (c == u'[')
            nestedClass(result);
        else {
            result.members += c == u']' ? QStringLiteral("\\]") : QString(c);
            ++m_at;
        }
    }
    if (m_problem.isEmpty())
        m_problem = QStringLiteral("a class that does not end");
    return result;
}

/// A class inside a class is emptied into it.
void OnigurumaPattern::nestedClass(Class &around)
{
    ++m_at;
    const bool isNegated = isHere(u"^");
    m_at += isNegated ? 1 : 0;
    const Class inner = classPart();
    if (m_problem.isEmpty() && (isHere(u"&&") || (isNegated && !inner.complements.isEmpty())))
        m_problem = QStringLiteral("a class inside a class that is not a plain one");
    ++m_at;
    if (isNegated) {
        around.complements += inner.members;
    } else {
        around.members += inner.members;
        around.complements += inner.complements;
    }
}

/// A named class such as `[:alpha:]`.
void OnigurumaPattern::posixClass(Class &around)
{
    const qsizetype end = m_in.indexOf(QStringLiteral(":]"), m_at);
    QString name = m_in.mid(m_at + 2, end - m_at - 2);
    const bool isNegated = name.startsWith(u'^');
    const QString members = posixMembers(isNegated ? name.mid(1) : name);
    if (end < 0 || members.isEmpty())
        m_problem = QStringLiteral("the class ") + name;
    m_at = end + 2;
    if (isNegated)
        around.complements += members;
    else
        around.members += members;
}

void OnigurumaPattern::escapeInside(Class &around)
{
    const QChar next = m_at + 1 < m_in.size() ? m_in[m_at + 1] : QChar();
    const QString members = escapedMembers(next.toLower(), true);
    if (next == u'p' || next == u'P') {
        around.members += property();
        return;
    }
    if (members.isEmpty())
        around.members += next == u'u' ? QString(u"\\x{" + m_in.mid(m_at + 2, 4) + u'}') : m_in.mid(m_at, 2);
    else if (next.isUpper())
        around.complements += members;
    else
        around.members += members;
    m_at += next == u'u' ? 6 : 2;
}

} // namespace cw
