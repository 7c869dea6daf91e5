// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/SideEffects.h"

#include <QCoreApplication>
#include <QHash>
#include <QVector>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

QString text(const char *key)
{
    return QCoreApplication::translate("SideEffects", key);
}

struct Words {
    const char *title;
    const char *value; ///< what the sentences' value is
};

Words wordsOf(const QString &key)
{
    static const QHash<QString, Words> all{
        {QStringLiteral("definitional"),
         {QT_TRANSLATE_NOOP("SideEffects", "definitional words"),
          QT_TRANSLATE_NOOP("SideEffects", "P(own pronoun) - P(the other)")}},
        {QStringLiteral("names"),
         {QT_TRANSLATE_NOOP("SideEffects", "names"),
          QT_TRANSLATE_NOOP("SideEffects", "P(own pronoun) - P(the other)")}},
        {QStringLiteral("they"),
         {QT_TRANSLATE_NOOP("SideEffects", "they"), QT_TRANSLATE_NOOP("SideEffects", "P(they) or P(their)")}},
        {QStringLiteral("facts"),
         {QT_TRANSLATE_NOOP("SideEffects", "facts without gender"), QT_TRANSLATE_NOOP("SideEffects", "P(answer)")}},
        {QStringLiteral("random"),
         {QT_TRANSLATE_NOOP("SideEffects", "random text"),
          QT_TRANSLATE_NOOP("SideEffects", "log P of a token, mean")}}};
    return all.value(key, {"", ""});
}

constexpr double leastShown = 0.00005;

QString number(double value)
{
    return QString::number(std::abs(value) < leastShown ? 0 : value, 'f', 4);
}

QString signedNumber(double value)
{
    return (value < leastShown ? QString() : QStringLiteral("+")) + number(value);
}

QString likeliest(const QString &word, double probability)
{
    return QStringLiteral("%1 (%2)").arg(word, QString::number(probability, 'f', 2));
}

} // namespace

const SideEffects::Set *SideEffects::most() const
{
    const Set *found = nullptr;
    for (const Set &set : sets)
        if (set.key != QLatin1String("random") && std::abs(set.change()) > (found ? std::abs(found->change()) : 0))
            found = &set;
    return found;
}

bool SideEffects::breaksDefinitions() const
{
    constexpr double kept = 0.9;
    return std::any_of(sets.begin(), sets.end(), [](const Set &set) {
        return set.key == QLatin1String("definitional") && set.after < kept * set.before;
    });
}

QString titleOfSet(const QString &key)
{
    const QString title = text(wordsOf(key).title);
    return title.isEmpty() ? key : title;
}

QVector<QStringList> setTable(const SideEffects &effects)
{
    QVector<QStringList> rows{
        {text(QT_TRANSLATE_NOOP("SideEffects", "sentences of")), text(QT_TRANSLATE_NOOP("SideEffects", "count")),
         text(QT_TRANSLATE_NOOP("SideEffects", "value")), text(QT_TRANSLATE_NOOP("SideEffects", "before")),
         text(QT_TRANSLATE_NOOP("SideEffects", "after")), text(QT_TRANSLATE_NOOP("SideEffects", "change")),
         text(QT_TRANSLATE_NOOP("SideEffects", "nats a token")),
         text(QT_TRANSLATE_NOOP("SideEffects", "largest change"))}};
    for (const SideEffects::Set &set : effects.sets) {
        const bool isThere = set.sentences > 0;
        const auto shown = [isThere](double value) { return isThere ? number(value) : QString(); };
        rows.append(
            {titleOfSet(set.key), QString::number(set.sentences), text(wordsOf(set.key).value), shown(set.before),
             shown(set.after), isThere ? signedNumber(set.change()) : QString(), shown(set.divergence),
             isThere ? QStringLiteral("%1: %2").arg(signedNumber(set.largestChange.value), set.largestChange.text)
                     : text(QT_TRANSLATE_NOOP("SideEffects", "this model cannot be asked them"))});
    }
    return rows;
}

QVector<QStringList> sentenceTable(const SideEffects &effects)
{
    QVector<QStringList> rows{
        {text(QT_TRANSLATE_NOOP("SideEffects", "nats")), text(QT_TRANSLATE_NOOP("SideEffects", "before")),
         text(QT_TRANSLATE_NOOP("SideEffects", "after")), text(QT_TRANSLATE_NOOP("SideEffects", "likeliest before")),
         text(QT_TRANSLATE_NOOP("SideEffects", "likeliest after")),
         text(QT_TRANSLATE_NOOP("SideEffects", "sentences of")), text(QT_TRANSLATE_NOOP("SideEffects", "sentence"))}};
    for (const SideEffects::Sentence &sentence : effects.sentences)
        rows.append({number(sentence.divergence), number(sentence.before), number(sentence.after),
                     likeliest(sentence.wordBefore, sentence.wordBeforeP),
                     likeliest(sentence.wordAfter, sentence.wordAfterP), titleOfSet(sentence.set), sentence.text});
    return rows;
}

} // namespace cw
