// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sets/WinoBiasFile.h"

#include "core/data/sets/TextLines.h"
#include "core/engine/Error.h"

#include <QRegularExpression>

namespace cw {
namespace {

[[noreturn]] void refuse(const QString &path, qsizetype line)
{
    throw Error(Error::Kind::Format,
                QT_TRANSLATE_NOOP("Error", "%1, line %2: expected a number and a sentence with an occupation and at "
                                           "least one pronoun (he, she ...), each in square brackets."),
                {path.toStdString(), std::to_string(line)});
}

QString withoutArticle(const QString &phrase)
{
    static const QRegularExpression article(QStringLiteral("^(the|a|an)\\s+"),
                                            QRegularExpression::CaseInsensitiveOption);
    return phrase.trimmed().remove(article);
}

WinoBiasSentence sentenceOf(const QString &line, const QString &path, qsizetype number)
{
    static const QRegularExpression numbered(QStringLiteral("^\\d+ (.*)$"));
    static const QRegularExpression bracket(QStringLiteral("\\[([^\\[\\]]*)\\]"));
    const QRegularExpressionMatch match = numbered.match(line.trimmed());
    const QString marked = match.captured(1);
    WinoBiasSentence sentence;
    qsizetype end = 0;
    for (auto brackets = bracket.globalMatch(marked); brackets.hasNext();) {
        const QRegularExpressionMatch found = brackets.next();
        const QString between = marked.mid(end, found.capturedStart() - end);
        const QString mention = found.captured(1);
        end = found.capturedEnd();
        sentence.text += between + mention;
        sentence.masked += between;
        if (genderOfPronoun(mention.trimmed()) == 0) {
            if (sentence.occupation.isEmpty())
                sentence.occupation = withoutArticle(mention);
            sentence.masked += mention;
            continue;
        }
        if (sentence.pronouns.isEmpty())
            sentence.before = QString(sentence.text.left(sentence.text.size() - mention.size())).trimmed();
        sentence.pronouns << mention.trimmed();
        sentence.masked += QLatin1String("{}");
    }
    sentence.text += marked.mid(end);
    sentence.masked += marked.mid(end);
    if (sentence.occupation.isEmpty() || sentence.pronouns.isEmpty() || sentence.before.isEmpty() ||
        sentence.text.contains(u'[') || sentence.text.contains(u']'))
        refuse(path, number);
    return sentence;
}

} // namespace

int genderOfPronoun(const QString &word)
{
    static const QStringList male{QStringLiteral("he"), QStringLiteral("him"), QStringLiteral("his"),
                                  QStringLiteral("himself")};
    static const QStringList female{QStringLiteral("she"), QStringLiteral("her"), QStringLiteral("hers"),
                                    QStringLiteral("herself")};
    const QString lower = word.toLower();
    return male.contains(lower) ? 1 : female.contains(lower) ? -1 : 0;
}

std::vector<WinoBiasPair> readWinoBias(const QString &proPath, const QString &antiPath)
{
    const QStringList pro = readTextLines(proPath);
    const QStringList anti = readTextLines(antiPath);
    if (pro.size() != anti.size() || pro.isEmpty())
        throw Error(
            Error::Kind::Format,
            QT_TRANSLATE_NOOP("Error", "%1 has %2 lines and %3 has %4: they must be as many, because lines "
                                       "form pairs."),
            {proPath.toStdString(), std::to_string(pro.size()), antiPath.toStdString(), std::to_string(anti.size())});
    std::vector<WinoBiasPair> pairs;
    for (qsizetype i = 0; i < pro.size(); ++i)
        pairs.push_back(
            {static_cast<int>(i) + 1, sentenceOf(pro[i], proPath, i + 1), sentenceOf(anti[i], antiPath, i + 1)});
    return pairs;
}

} // namespace cw
