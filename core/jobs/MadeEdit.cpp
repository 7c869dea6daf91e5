// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MadeEdit.h"

#include "core/data/AlignedRows.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/Recipe.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cw {
namespace {

QString text(const char *key)
{
    return QCoreApplication::translate("Edit", key);
}

QString count(std::int64_t part, std::int64_t whole)
{
    return text(QT_TRANSLATE_NOOP("Edit", "%1 of %2")).arg(part).arg(whole);
}

bool hasDiverged(const MadeEdit &made)
{
    return made.facts[QLatin1String("end")] == QLatin1String("diverged");
}

/// A sentence.
QString whyNothingChanged(const MadeEdit &made)
{
    if (made.ledger.asked() > 0)
        return text(QT_TRANSLATE_NOOP("Edit", "every change is too small for the type in which the weights are "
                                              "stored."));
    if (hasDiverged(made))
        return text(QT_TRANSLATE_NOOP("Edit", "the training diverged before it was better than the model as it is; a "
                                              "lower rate may help."));
    if (made.facts.contains(QLatin1String("bestEpoch")))
        return text(QT_TRANSLATE_NOOP("Edit", "at no time of the training it was better than the model as it is."));
    return text(QT_TRANSLATE_NOOP("Edit", "it asks for nothing that the weights are not already."));
}

} // namespace

void setRecipe(MadeEdit &made, const Recipe &recipe)
{
    made.recipe = recipe.json;
    made.paths = recipe.paths;
}

QJsonObject keptFacts(const MadeEdit &made)
{
    QJsonObject facts = made.facts;
    facts.insert(QStringLiteral("ledger"), toJson(made.ledger));
    facts.insert(QStringLiteral("baseHash"), made.baseHash);
    facts.insert(QStringLiteral("hash"), made.hash);
    if (!made.paths.isEmpty())
        facts.insert(pathsFact, made.paths);
    return facts;
}

QJsonObject toJson(const EditLedger &ledger)
{
    QJsonArray lines;
    for (const LedgerLine &line : ledger.lines)
        lines.append(QJsonObject{{QStringLiteral("parameter"), QString::fromStdString(line.parameter)},
                                 {QStringLiteral("rows"), static_cast<qint64>(line.rows)},
                                 {QStringLiteral("allRows"), static_cast<qint64>(line.allRows)},
                                 {QStringLiteral("asked"), static_cast<qint64>(line.asked)},
                                 {QStringLiteral("changed"), static_cast<qint64>(line.changed)},
                                 {QStringLiteral("norm"), line.norm},
                                 {QStringLiteral("askedNorm"), line.askedNorm},
                                 {QStringLiteral("changedNorm"), line.changedNorm}});
    return {{QStringLiteral("parameters"), lines},
            {QStringLiteral("asked"), static_cast<qint64>(ledger.asked())},
            {QStringLiteral("changed"), static_cast<qint64>(ledger.changed())},
            {QStringLiteral("weights"), static_cast<qint64>(ledger.weights)},
            {QStringLiteral("share"), ledger.share()}};
}

EditLedger ledgerFrom(const QJsonObject &object)
{
    EditLedger ledger;
    ledger.weights = object[QLatin1String("weights")].toInteger();
    const QJsonArray lines = object[QLatin1String("parameters")].toArray();
    for (const auto &line : lines)
        ledger.lines.push_back({line[QLatin1String("parameter")].toString().toStdString(),
                                line[QLatin1String("rows")].toInteger(), line[QLatin1String("allRows")].toInteger(),
                                line[QLatin1String("asked")].toInteger(), line[QLatin1String("changed")].toInteger(),
                                line[QLatin1String("norm")].toDouble(), line[QLatin1String("askedNorm")].toDouble(),
                                line[QLatin1String("changedNorm")].toDouble()});
    return ledger;
}

QVector<QStringList> ledgerTable(const EditLedger &ledger)
{
    QVector<QStringList> rows{
        {text(QT_TRANSLATE_NOOP("Edit", "parameter")), text(QT_TRANSLATE_NOOP("Edit", "rows")),
         text(QT_TRANSLATE_NOOP("Edit", "weights changed, of those asked")),
         text(QT_TRANSLATE_NOOP("Edit", "norm asked")), text(QT_TRANSLATE_NOOP("Edit", "norm of the change")),
         text(QT_TRANSLATE_NOOP("Edit", "change / norm")), text(QT_TRANSLATE_NOOP("Edit", "survived rounding"))}};
    for (const LedgerLine &line : ledger.lines)
        rows.append({QString::fromStdString(line.parameter), count(line.rows, line.allRows),
                     count(line.changed, line.asked), QString::number(line.askedNorm, 'g', 4),
                     QString::number(line.changedNorm, 'g', 4),
                     QString::number(line.norm > 0 ? line.changedNorm / line.norm : 0, 'g', 4),
                     QString::number(line.askedNorm > 0 ? line.changedNorm / line.askedNorm : 0, 'g', 4)});
    return rows;
}

QString ledgerSentence(const EditLedger &ledger)
{
    return text(QT_TRANSLATE_NOOP("Edit", "%1 of the model's %2 weights changed (%3 %)."))
        .arg(ledger.changed())
        .arg(ledger.weights)
        .arg(100 * ledger.share(), 0, 'g', 3);
}

QString describe(const EditLedger &ledger)
{
    return aligned(ledgerTable(ledger)) + u'\n' + ledgerSentence(ledger);
}

QString warningOf(const MadeEdit &made)
{
    if (made.ledger.changed() == 0)
        return text(QT_TRANSLATE_NOOP("Edit", "\u201c%1\u201d changed nothing: %2"))
            .arg(made.title, whyNothingChanged(made));
    if (hasDiverged(made))
        return text(QT_TRANSLATE_NOOP("Edit", "The training of \u201c%1\u201d diverged; kept is the best that it had "
                                              "reached before, behind pass %2. A lower rate may help."))
            .arg(made.title)
            .arg(made.facts[QLatin1String("bestEpoch")].toInt() + 1);
    return {};
}

} // namespace cw
