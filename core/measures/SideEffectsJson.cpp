// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/SideEffects.h"

#include <QJsonArray>

namespace cw {
namespace {

QJsonObject toJson(const SideEffects::Extreme &extreme)
{
    return {{QStringLiteral("text"), extreme.text}, {QStringLiteral("value"), extreme.value}};
}

SideEffects::Extreme extremeFrom(const QJsonValue &value)
{
    return {value[QLatin1String("text")].toString(), value[QLatin1String("value")].toDouble()};
}

QJsonObject toJson(const SideEffects::Set &set)
{
    return {{QStringLiteral("set"), set.key},
            {QStringLiteral("sentences"), set.sentences},
            {QStringLiteral("leftOut"), set.leftOut},
            {QStringLiteral("before"), set.before},
            {QStringLiteral("after"), set.after},
            {QStringLiteral("change"), set.change()},
            {QStringLiteral("divergence"), set.divergence},
            {QStringLiteral("largestChange"), toJson(set.largestChange)},
            {QStringLiteral("largestDivergence"), toJson(set.largestDivergence)}};
}

SideEffects::Set setFrom(const QJsonValue &value)
{
    return {value[QLatin1String("set")].toString(),
            value[QLatin1String("sentences")].toInt(),
            value[QLatin1String("leftOut")].toInt(),
            value[QLatin1String("before")].toDouble(),
            value[QLatin1String("after")].toDouble(),
            value[QLatin1String("divergence")].toDouble(),
            extremeFrom(value[QLatin1String("largestChange")]),
            extremeFrom(value[QLatin1String("largestDivergence")])};
}

QJsonObject toJson(const SideEffects::Sentence &sentence)
{
    return {{QStringLiteral("set"), sentence.set},
            {QStringLiteral("text"), sentence.text},
            {QStringLiteral("before"), sentence.before},
            {QStringLiteral("after"), sentence.after},
            {QStringLiteral("divergence"), sentence.divergence},
            {QStringLiteral("wordBefore"), sentence.wordBefore},
            {QStringLiteral("wordAfter"), sentence.wordAfter},
            {QStringLiteral("wordBeforeP"), sentence.wordBeforeP},
            {QStringLiteral("wordAfterP"), sentence.wordAfterP}};
}

SideEffects::Sentence sentenceFrom(const QJsonValue &value)
{
    return {value[QLatin1String("set")].toString(),        value[QLatin1String("text")].toString(),
            value[QLatin1String("before")].toDouble(),     value[QLatin1String("after")].toDouble(),
            value[QLatin1String("divergence")].toDouble(), value[QLatin1String("wordBefore")].toString(),
            value[QLatin1String("wordAfter")].toString(),  value[QLatin1String("wordBeforeP")].toDouble(),
            value[QLatin1String("wordAfterP")].toDouble()};
}

} // namespace

QJsonObject toJson(const SideEffects &effects)
{
    QJsonArray sets;
    for (const SideEffects::Set &set : effects.sets)
        sets.append(toJson(set));
    QJsonArray sentences;
    for (const SideEffects::Sentence &sentence : effects.sentences)
        sentences.append(toJson(sentence));
    return {{QStringLiteral("sets"), sets}, {QStringLiteral("sentences"), sentences}};
}

SideEffects sideEffectsFrom(const QJsonObject &object)
{
    SideEffects effects;
    for (const QJsonValue set : object[QLatin1String("sets")].toArray())
        effects.sets.push_back(setFrom(set));
    for (const QJsonValue sentence : object[QLatin1String("sentences")].toArray())
        effects.sentences.push_back(sentenceFrom(sentence));
    return effects;
}

} // namespace cw
