// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvLine.h"
#include "core/data/SelectionFile.h"
#include "core/data/WholeFile.h"
#include "core/engine/Error.h"
#include "core/jobs/Located.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace cw {
namespace {

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue text : value.toArray())
        texts << text.toString();
    return texts;
}

std::vector<int> numbersOf(const QJsonValue &value)
{
    std::vector<int> numbers;
    for (const QJsonValue number : value.toArray())
        numbers.push_back(number.toInt(-1));
    return numbers;
}

std::vector<LocatedPlace> placesOf(const QJsonValue &value)
{
    std::vector<LocatedPlace> places;
    for (const QJsonValue place : value.toArray())
        places.push_back({place[QLatin1String("place")].toString(), place[QLatin1String("votes")].toInteger(),
                          place[QLatin1String("mean")].toDouble(), place[QLatin1String("located")].toBool()});
    return places;
}

} // namespace

Located locatedFromJson(const QJsonObject &json, const QString &source)
{
    Located located;
    const QJsonValue prompts = json[QLatin1String("prompts")];
    located.settings = fromJson<LocateSettings>(json[QLatin1String("settings")].toObject());
    located.kind =
        prompts[QLatin1String("kind")].toString() == QLatin1String("gap") ? PromptKind::Gap : PromptKind::Code;
    located.goal = prompts[QLatin1String("goal")].toString();
    located.prompts = textsOf(prompts[QLatin1String("names")]);
    located.places = placesOf(json[QLatin1String("places")]);
    located.winners = numbersOf(json[QLatin1String("winners")]);
    located.layers = numbersOf(json[QLatin1String("layers")]);
    located.modules = textsOf(json[QLatin1String("modules")]);
    located.share = json[QLatin1String("share")].toDouble();
    located.selection = ticksFromJson(json[QLatin1String("selection")].toObject(), source);
    located.seconds = json[QLatin1String("seconds")].toDouble();
    located.isComplete = json[QLatin1String("complete")].toBool();
    const auto count = static_cast<int>(located.places.size());
    if (!json.contains(QLatin1String("places")) ||
        located.winners.size() != static_cast<std::size_t>(located.prompts.size()) ||
        std::any_of(located.winners.begin(), located.winners.end(), [count](int place) { return place >= count; }))
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 holds no places that were located."),
                    {source.toStdString()});
    return located;
}

QByteArray locatedCsv(const Located &located)
{
    QString lines = QStringLiteral("place,votes,mean,located\n");
    for (const LocatedPlace &place : located.places)
        lines += QStringLiteral("%1,%2,%3,%4\n")
                     .arg(csvField(place.name))
                     .arg(place.votes)
                     .arg(place.mean, 0, 'g', 17)
                     .arg(place.isLocated ? 1 : 0);
    return lines.toUtf8();
}

void writeLocated(const QString &path, const Located &located)
{
    const bool isCsv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    writeWholeFile(path, isCsv ? locatedCsv(located) : QJsonDocument(toJson(located)).toJson());
}

} // namespace cw
