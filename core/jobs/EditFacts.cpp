// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/EditFacts.h"

#include "core/jobs/MadeEdit.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <cmath>
#include <limits>

namespace cw {
namespace {

constexpr double leastChange = 0.005; ///< of a set that is worth a word

/// What toJson(PlaceboBand) wrote.
KeptPlacebo placeboFrom(const QJsonObject &object)
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const auto number = [&object](const char *name) { return object[QLatin1String(name)].toDouble(unknown); };
    KeptPlacebo placebo;
    placebo.kind = object[QLatin1String("kind")].toString();
    placebo.score = object[QLatin1String("score")].toString();
    placebo.before = number("before");
    placebo.edited = number("edited");
    placebo.low = number("low");
    placebo.high = number("high");
    placebo.p = object[QLatin1String("rank")].toDouble(1);
    for (const QJsonValue draw : object[QLatin1String("draws")].toArray()) {
        placebo.draws.push_back(draw[QLatin1String("value")].toDouble());
        placebo.places << draw[QLatin1String("place")].toString();
    }
    placebo.broken = object[QLatin1String("broken")].toInt();
    placebo.undecided = object[QLatin1String("undecided")].toInt();
    placebo.isEditCounted = number("editedCounts") == placebo.edited;
    placebo.isTooFew = object[QLatin1String("tooFew")].toBool();
    return placebo;
}

void addRows(QVector<QStringList> &rows, const QJsonObject &found, const QString &before)
{
    for (auto fact = found.begin(); fact != found.end(); ++fact) {
        const QJsonValue value = fact.value();
        if (value.isDouble())
            rows.append({before + fact.key(), QString::number(value.toDouble(), 'g', 5)});
        else if (value.isBool())
            rows.append({before + fact.key(), value.toBool() ? QCoreApplication::translate("EditFacts", "yes")
                                                             : QCoreApplication::translate("EditFacts", "no")});
        else if (value.isString())
            rows.append({before + fact.key(), value.toString()});
        else if (value.isObject())
            addRows(rows, value.toObject(), before + fact.key() + u'.');
        // The placebos of each kind, by each score.
        for (const QJsonValue item : value.toArray())
            if (const QString kind = item[QLatin1String("kind")].toString(); !kind.isEmpty())
                addRows(rows, item.toObject(),
                        before + fact.key() + u'.' + kind + u'.' + item[QLatin1String("score")].toString() + u'.');
    }
}

} // namespace

EditFacts editFactsFrom(const QJsonObject &facts)
{
    EditFacts known;
    known.method = facts;
    const auto taken = [&known](QLatin1String name) { return known.method.take(name); };
    if (const QJsonValue ledger = taken(QLatin1String("ledger")); ledger.isObject())
        known.ledger = ledgerFrom(ledger.toObject());
    known.baseHash = taken(QLatin1String("baseHash")).toString();
    known.hash = taken(QLatin1String("hash")).toString();
    taken(pathsFact);
    for (const QJsonValue placebo : taken(placeboFact).toArray())
        known.placebos.append(placeboFrom(placebo.toObject()));
    if (const QJsonValue effects = taken(sideEffectsFact); effects.isObject())
        known.sideEffects = sideEffectsFrom(effects.toObject());
    return known;
}

const KeptPlacebo *EditFacts::worstPlacebo() const
{
    const KeptPlacebo *worst = nullptr;
    QStringList kinds;
    for (const KeptPlacebo &placebo : placebos) {
        if (kinds.contains(placebo.kind))
            continue;
        kinds << placebo.kind;
        if (!worst || placebo.p > worst->p)
            worst = &placebo;
    }
    return worst;
}

QString EditFacts::brief(double alpha) const
{
    QStringList parts;
    const KeptPlacebo *worst = worstPlacebo();
    parts << (worst ? QStringLiteral("p = %1").arg(worst->p, 0, 'g', 2)
                    : QCoreApplication::translate("EditFacts", "no placebo"));
    const SideEffects::Set *most = sideEffects ? sideEffects->most() : nullptr;
    if (most && std::abs(most->change()) >= leastChange)
        parts << QStringLiteral("%1 %2%3").arg(titleOfSet(most->key),
                                               most->change() > 0 ? QStringLiteral("+") : QString(),
                                               QString::number(most->change(), 'f', 2));
    const QString all = parts.join(QStringLiteral("; "));
    const bool isKnown = !placebos.isEmpty() || parts.size() > 1;
    return alpha == 1 || !isKnown ? all : QCoreApplication::translate("EditFacts", "at strength 1: %1").arg(all);
}

QVector<QStringList> methodRows(const QJsonObject &found)
{
    QVector<QStringList> rows;
    addRows(rows, found, {});
    return rows;
}

} // namespace cw
