// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MgLevels.h"

#include "core/data/AlignedRows.h"
#include "core/data/CsvLine.h"
#include "core/jobs/EditFacts.h"
#include "core/jobs/MadeEdit.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cw {
namespace {

QString text(const char *key)
{
    return QCoreApplication::translate("Edit", key);
}

MgLevelLine::Fold foldOf(const QJsonObject &facts, const QString &fold, const QString &when)
{
    const auto number = [&](const char *what) { return facts[QString(fold + QLatin1String(what) + when)].toDouble(); };
    return {number("Fb"), number("Imbalance"), number("Mass")};
}

MgLevelLine foldsOf(const QJsonObject &facts, const QString &when)
{
    MgLevelLine line;
    line.train = foldOf(facts, QStringLiteral("train"), when);
    line.dev = foldOf(facts, QStringLiteral("dev"), when);
    line.test = foldOf(facts, QStringLiteral("test"), when);
    return line;
}

/// After, as a part of before.
double ratio(const QJsonValue &guard)
{
    return guard[QLatin1String("after")].toDouble() / guard[QLatin1String("before")].toDouble();
}

QJsonObject toJson(const MgLevelLine::Fold &fold)
{
    return {{QStringLiteral("fb"), fold.fb},
            {QStringLiteral("imbalance"), fold.imbalance},
            {QStringLiteral("mass"), fold.mass}};
}

std::optional<MgLevelLine::Placebo> placeboOf(const EditFacts &facts)
{
    const KeptPlacebo *worst = facts.worstPlacebo();
    return worst ? std::optional<MgLevelLine::Placebo>({worst->kind, worst->low, worst->high, worst->p}) : std::nullopt;
}

QJsonObject toJson(const MgLevelLine &line)
{
    QJsonObject object{{QStringLiteral("level"), line.level},
                       {QStringLiteral("trainedWeights"), line.trained},
                       {QStringLiteral("changedWeights"), line.changed},
                       {QStringLiteral("train"), toJson(line.train)},
                       {QStringLiteral("dev"), toJson(line.dev)},
                       {QStringLiteral("test"), toJson(line.test)},
                       {QStringLiteral("perplexityRatio"), line.perplexity},
                       {QStringLiteral("definitionsRatio"), line.definitions},
                       {QStringLiteral("guards"), name(line.guards)},
                       {QStringLiteral("seconds"), line.seconds}};
    if (line.placebo)
        object.insert(QStringLiteral("placebo"), QJsonObject{{QStringLiteral("kind"), line.placebo->kind},
                                                             {QStringLiteral("low"), line.placebo->low},
                                                             {QStringLiteral("high"), line.placebo->high},
                                                             {QStringLiteral("p"), line.placebo->p}});
    return object;
}

/// Kind, band and p, as they are written; empty where none was drawn.
QStringList placeboCells(const MgLevelLine &line, int digits)
{
    if (!line.placebo)
        return {{}, {}, {}, {}};
    const auto number = [digits](double value) { return QString::number(value, 'g', digits); };
    return {line.placebo->kind, number(line.placebo->low), number(line.placebo->high), number(line.placebo->p)};
}

/// How a number is written, and with how many digits.
QStringList cells(const MgLevelLine &line, int digits)
{
    const auto number = [digits](double value) { return QString::number(value, 'g', digits); };
    return {line.level,
            QString::number(line.changed),
            number(line.train.fb),
            number(line.dev.fb),
            number(line.test.fb),
            number(line.train.imbalance),
            number(line.dev.imbalance),
            number(line.test.imbalance),
            number(line.test.mass),
            number(line.perplexity),
            number(line.definitions)};
}

} // namespace

MgLevelLine levelLine(const MadeEdit &edit, double seconds)
{
    MgLevelLine line = foldsOf(edit.facts, QStringLiteral("After"));
    const QJsonValue guards = edit.facts[QLatin1String("guards")];
    line.level = edit.facts[QLatin1String("level")].toString();
    line.trained = edit.facts[QLatin1String("trainedWeights")].toInteger();
    line.changed = edit.ledger.changed();
    line.perplexity = ratio(guards[QLatin1String("perplexity")]);
    line.definitions = ratio(guards[QLatin1String("definitions")]);
    line.guards = guardVerdict(guards[QLatin1String("verdict")].toString());
    line.placebo = placeboOf(editFactsFrom(edit.facts));
    line.seconds = seconds;
    return line;
}

MgLevelLine uneditedLine(const MadeEdit &edit)
{
    MgLevelLine line = foldsOf(edit.facts, QStringLiteral("Before"));
    line.level = uneditedLevel;
    return line;
}

QJsonObject toJson(const MgLevels &levels)
{
    QJsonArray lines;
    for (const MgLevelLine &line : levels.lines)
        lines.append(toJson(line));
    return {{QStringLiteral("model"), levels.model},
            {QStringLiteral("goal"), levels.goal},
            {QStringLiteral("levels"), lines},
            {QStringLiteral("complete"), levels.isComplete}};
}

QByteArray toCsv(const MgLevels &levels)
{
    QStringList lines{QStringLiteral("level,changed,train_fb,dev_fb,test_fb,train_imbalance,dev_imbalance,"
                                     "test_imbalance,test_mass,perplexity_ratio,definitions_ratio,guards,"
                                     "placebo_kind,placebo_low,placebo_high,placebo_p,seconds")};
    for (const MgLevelLine &line : levels.lines) {
        QStringList fields = cells(line, 9);
        fields << name(line.guards) << placeboCells(line, 9) << QString::number(line.seconds, 'f', 1);
        for (QString &field : fields)
            field = csvField(field);
        lines << fields.join(u',');
    }
    return (lines.join(u'\n') + u'\n').toUtf8();
}

QString describe(const MgLevels &levels)
{
    QVector<QStringList> rows{
        {text(QT_TRANSLATE_NOOP("Edit", "level")), text(QT_TRANSLATE_NOOP("Edit", "weights changed")),
         text(QT_TRANSLATE_NOOP("Edit", "FB, train")), text(QT_TRANSLATE_NOOP("Edit", "FB, dev")),
         text(QT_TRANSLATE_NOOP("Edit", "FB, test")), text(QT_TRANSLATE_NOOP("Edit", "imbalance, train")),
         text(QT_TRANSLATE_NOOP("Edit", "imbalance, dev")), text(QT_TRANSLATE_NOOP("Edit", "imbalance, test")),
         text(QT_TRANSLATE_NOOP("Edit", "he + she, test")), text(QT_TRANSLATE_NOOP("Edit", "perplexity / before")),
         text(QT_TRANSLATE_NOOP("Edit", "definitions / before")), text(QT_TRANSLATE_NOOP("Edit", "guards")),
         text(QT_TRANSLATE_NOOP("Edit", "placebos")), text(QT_TRANSLATE_NOOP("Edit", "from")),
         text(QT_TRANSLATE_NOOP("Edit", "to")), text(QT_TRANSLATE_NOOP("Edit", "p")),
         text(QT_TRANSLATE_NOOP("Edit", "seconds"))}};
    for (const MgLevelLine &line : levels.lines) {
        QStringList row = cells(line, 4);
        row << verdictText(line.guards) << placeboCells(line, 3) << QString::number(line.seconds, 'f', 1);
        rows.append(row);
    }
    return text(QT_TRANSLATE_NOOP("Edit", "Goal: %1")).arg(levels.goal) + u'\n' + aligned(rows);
}

} // namespace cw
