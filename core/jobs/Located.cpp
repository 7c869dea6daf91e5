// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/Located.h"

#include "core/data/AlignedRows.h"
#include "core/data/SelectionFile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace cw {
namespace {

constexpr std::size_t shownPlaces = 20;

/// Beyond it, what is located is nearly the module.
constexpr double wideShare = 0.25;

QString text(const char *key)
{
    return QCoreApplication::translate("Locate", key);
}

QString name(PromptKind kind)
{
    return kind == PromptKind::Code ? QStringLiteral("code") : QStringLiteral("gap");
}

QJsonArray toJson(const std::vector<int> &numbers)
{
    QJsonArray list;
    for (const int number : numbers)
        list.append(number < 0 ? QJsonValue() : QJsonValue(number));
    return list;
}

QJsonArray toJson(const std::vector<LocatedPlace> &places)
{
    QJsonArray list;
    for (const LocatedPlace &place : places)
        list.append(QJsonObject{{QStringLiteral("place"), place.name},
                                {QStringLiteral("votes"), place.votes},
                                {QStringLiteral("mean"), place.mean},
                                {QStringLiteral("located"), place.isLocated}});
    return list;
}

bool isOfRows(const Located &located)
{
    return located.settings.what == LocateSettings::What::Rows ||
           located.settings.what == LocateSettings::What::Weights;
}

} // namespace

QJsonObject toJson(const Located &located)
{
    return {{QStringLiteral("what"), located.settings.whatName()},
            {QStringLiteral("model"), located.settings.model},
            {QStringLiteral("settings"), toJson<LocateSettings>(located.settings)},
            {QStringLiteral("prompts"),
             QJsonObject{{QStringLiteral("kind"), name(located.kind)},
                         {QStringLiteral("goal"), located.goal},
                         {QStringLiteral("names"), QJsonArray::fromStringList(located.prompts)}}},
            {QStringLiteral("layers"), toJson(located.layers)},
            {QStringLiteral("modules"), QJsonArray::fromStringList(located.modules)},
            {QStringLiteral("places"), toJson(located.places)},
            {QStringLiteral("winners"), toJson(located.winners)},
            {QStringLiteral("share"), located.share},
            {QStringLiteral("selection"), selectionJson(located.selection)},
            {QStringLiteral("seconds"), located.seconds},
            {QStringLiteral("complete"), located.isComplete}};
}

QString summaryOf(const Located &located)
{
    const auto count = std::count_if(located.places.begin(), located.places.end(),
                                     [](const LocatedPlace &place) { return place.isLocated; });
    QString line = text(QT_TRANSLATE_NOOP("Locate", "%1 located by %2 prompts (%3), goal %4."))
                       .arg(count)
                       .arg(located.prompts.size())
                       .arg(name(located.kind), located.goal);
    if (isOfRows(located))
        line += u'\n' + text(QT_TRANSLATE_NOOP("Locate", "%1 % of %2 have a vote."))
                            .arg(100 * located.share, 0, 'g', 3)
                            .arg(located.modules.join(QStringLiteral(", ")));
    if (located.settings.what == LocateSettings::What::Rows && located.share > wideShare)
        line += u' ' + text(QT_TRANSLATE_NOOP("Locate", "So many rows are nearly the module."));
    if (!located.isComplete)
        line += u'\n' + text(QT_TRANSLATE_NOOP("Locate", "Stopped: only these prompts have voted."));
    return line;
}

QHash<QString, qint64> votesOf(const Located &located)
{
    QHash<QString, qint64> votes;
    for (const LocatedPlace &place : located.places)
        if (place.votes > 0)
            votes.insert(place.name, place.votes);
    return votes;
}

QString describe(const Located &located)
{
    QVector<QStringList> rows{{QString(), text(QT_TRANSLATE_NOOP("Locate", "place")),
                               text(QT_TRANSLATE_NOOP("Locate", "votes")), text(QT_TRANSLATE_NOOP("Locate", "mean"))}};
    const std::size_t count = isOfRows(located) ? std::min(located.places.size(), shownPlaces) : located.places.size();
    for (std::size_t i = 0; i < count; ++i) {
        const LocatedPlace &place = located.places[i];
        rows.append({place.isLocated ? QStringLiteral("*") : QString(), place.name, QString::number(place.votes),
                     QString::number(place.mean, 'g', 4)});
    }
    QString lines = aligned(rows);
    if (count < located.places.size())
        lines += u'\n' + text(QT_TRANSLATE_NOOP("Locate", "... and %1 more; --out keeps them all."))
                             .arg(located.places.size() - count);
    return lines + u'\n' + summaryOf(located);
}

} // namespace cw
