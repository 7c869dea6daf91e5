// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/MeasureFile.h"

#include "core/data/CsvLine.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <cmath>

namespace cw {
namespace {

QJsonValue numberOrNull(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QString word(NumberRule::Aim aim)
{
    switch (aim) {
    case NumberRule::Aim::Lower: return QStringLiteral("lower");
    case NumberRule::Aim::Higher: return QStringLiteral("higher");
    case NumberRule::Aim::Ideal: return QStringLiteral("ideal");
    case NumberRule::Aim::None: break;
    }
    return QStringLiteral("none");
}

QString text(const char *key)
{
    return QCoreApplication::translate("Measure", key);
}

QJsonObject json(const MeasuredNumber &number)
{
    const NumberRule &rule = *number.rule;
    QJsonObject object{{QStringLiteral("title"), QString::fromUtf8(rule.title)},
                       {QStringLiteral("value"), numberOrNull(number.value)},
                       {QStringLiteral("low"), numberOrNull(number.interval.low)},
                       {QStringLiteral("high"), numberOrNull(number.interval.high)},
                       {QStringLiteral("aim"), word(rule.aim)}};
    if (rule.aim == NumberRule::Aim::Ideal)
        object.insert(QStringLiteral("ideal"), rule.ideal);
    return object;
}

QJsonObject itemCounts(const MeasureProgress &progress)
{
    return {{QStringLiteral("total"), static_cast<qint64>(progress.states.size())},
            {QStringLiteral("measured"), progress.count(ItemState::Done) + progress.count(ItemState::Cut)},
            {QStringLiteral("cut"), progress.count(ItemState::Cut)},
            {QStringLiteral("left_out"), progress.count(ItemState::LeftOut)},
            {QStringLiteral("spared"), progress.count(ItemState::Spared)},
            {QStringLiteral("pending"), progress.count(ItemState::Pending)}};
}

QJsonObject json(const MeasureComparison &comparison)
{
    QJsonObject numbers;
    for (const NumberChange &change : comparison.changes) {
        QJsonObject object{{QStringLiteral("before"), numberOrNull(change.before)},
                           {QStringLiteral("after"), numberOrNull(change.after)},
                           {QStringLiteral("change"), numberOrNull(change.change())},
                           {QStringLiteral("low"), numberOrNull(change.interval.low)},
                           {QStringLiteral("high"), numberOrNull(change.interval.high)},
                           {QStringLiteral("p"), numberOrNull(change.p)},
                           {QStringLiteral("p_holm"), numberOrNull(change.adjustedP)}};
        if (change.verdict != GuardVerdict::None)
            object.insert(QStringLiteral("verdict"), name(change.verdict));
        numbers.insert(QLatin1String(change.rule->key), object);
    }
    return {{QStringLiteral("name"), QLatin1String(comparison.info->name)},
            {QStringLiteral("pairs"), comparison.pairs},
            {QStringLiteral("unpaired"), comparison.unpaired},
            {QStringLiteral("flipped"), numberOrNull(comparison.flipped)},
            {QStringLiteral("numbers"), numbers}};
}

QJsonObject json(const EditControl &control)
{
    QJsonArray placebos;
    for (const KeptPlacebo &placebo : control.placebos)
        placebos.append(QJsonObject{{QStringLiteral("kind"), placebo.kind},
                                    {QStringLiteral("score"), placebo.score},
                                    {QStringLiteral("before"), numberOrNull(placebo.before)},
                                    {QStringLiteral("edited"), numberOrNull(placebo.edited)},
                                    {QStringLiteral("low"), numberOrNull(placebo.low)},
                                    {QStringLiteral("high"), numberOrNull(placebo.high)},
                                    {QStringLiteral("draws"), static_cast<qint64>(placebo.draws.size())},
                                    {QStringLiteral("p"), placebo.p}});
    return {{QStringLiteral("edit"), control.edit}, {QStringLiteral("placebos"), placebos}};
}

} // namespace

QJsonObject measureJson(const MeasureProgress &progress)
{
    return measureJson(progress, summarise(progress));
}

QJsonObject measureJson(const MeasureProgress &progress, const MeasureSummary &summary)
{
    const MeasureInfo &info = progress.run.info();
    QJsonObject numbers;
    for (const MeasuredNumber &number : summary.numbers)
        numbers.insert(QLatin1String(number.rule->key), json(number));
    QJsonObject clusters;
    for (std::size_t way = 0; way < summary.clusters.size(); ++way)
        clusters.insert(QLatin1String(info.ways[way]), summary.clusters[way]);
    QJsonArray caveats;
    for (const char *caveat : info.caveats)
        caveats.append(text(caveat));
    return {{QStringLiteral("name"), QLatin1String(info.name)},
            {QStringLiteral("title"), text(info.title)},
            {QStringLiteral("role"),
             info.role == MeasureInfo::Role::Guard ? QStringLiteral("guard") : QStringLiteral("bias")},
            {QStringLiteral("headline"), QLatin1String(info.numbers.front().key)},
            {QStringLiteral("source"), text(info.source)},
            {QStringLiteral("caveats"), caveats},
            {QStringLiteral("model"), progress.run.settings.subject()},
            {QStringLiteral("fingerprint"), progress.run.fingerprint},
            {QStringLiteral("goal"), progress.run.goal},
            {QStringLiteral("files"), inputsToJson(progress.run)[QLatin1String("files")]},
            {QStringLiteral("items"), itemCounts(progress)},
            {QStringLiteral("clusters"), clusters},
            {QStringLiteral("numbers"), numbers},
            {QStringLiteral("device"), progress.run.device},
            {QStringLiteral("dtype"), progress.run.dtype},
            {QStringLiteral("settings"), toJson(progress.run.settings)},
            {QStringLiteral("complete"), progress.isComplete()}};
}

QJsonObject reportJson(const MeasureReport &report)
{
    QJsonArray measures;
    for (std::size_t i = 0; i < report.runs().size(); ++i)
        measures.append(measureJson(report.runs()[i], report.summaries()[i]));
    QJsonArray notRun;
    for (const MeasureNotRun &one : report.notRun())
        notRun.append(QJsonObject{{QStringLiteral("name"), one.measure},
                                  {QStringLiteral("model"), one.model},
                                  {QStringLiteral("reason"), one.reason}});
    QJsonArray comparisons;
    for (const ModelComparison &comparison : report.comparisons()) {
        QJsonArray changed;
        for (const MeasureComparison &one : comparison.measures)
            changed.append(json(one));
        comparisons.append(QJsonObject{{QStringLiteral("model"), comparison.model},
                                       {QStringLiteral("against"), report.against()},
                                       {QStringLiteral("measures"), changed}});
    }
    QJsonArray controls;
    for (const EditControl &control : report.controls())
        controls.append(json(control));
    return {{QStringLiteral("measures"), measures},
            {QStringLiteral("notRun"), notRun},
            {QStringLiteral("controls"), controls},
            {QStringLiteral("comparisons"), comparisons},
            {QStringLiteral("complete"), report.isComplete()}};
}

QByteArray itemsCsv(const MeasureProgress &progress)
{
    const MeasureInfo &info = progress.run.info();
    QStringList heading{QStringLiteral("item"), QStringLiteral("text"), QStringLiteral("group")};
    for (const char *way : info.ways)
        heading << QLatin1String(way);
    for (const ValueColumn &column : info.columns)
        heading << QLatin1String(column.key);
    heading += progress.run.moreColumns;
    heading << QStringLiteral("left_out");
    QStringList lines{heading.join(u',')};
    for (std::size_t i = 0; i < progress.states.size(); ++i) {
        const MeasureItem &item = progress.run.items[i];
        QStringList fields{csvField(item.id), csvField(item.text), csvField(item.group)};
        for (qsizetype way = 0; way < static_cast<qsizetype>(info.ways.size()); ++way)
            fields << csvField(item.clusters.value(way));
        for (const std::vector<float> &column : progress.columns)
            fields << (std::isnan(column[i]) ? QString() : QString::number(column[i], 'g', 9));
        fields << csvField(progress.reasons.value(static_cast<int>(i)));
        lines << fields.join(u',');
    }
    return lines.join(u'\n').toUtf8() + '\n';
}

} // namespace cw
