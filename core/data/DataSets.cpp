// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DataSets.h"

#include "core/checkpoint/JsonFile.h"
#include "core/data/Resources.h"
#include "core/engine/Error.h"

#include <QJsonArray>
#include <algorithm>

namespace cw {
namespace {

DataFileInfo fileFrom(const QJsonObject &object)
{
    DataFileInfo file;
    file.key = object[QLatin1String("key")].toString();
    for (const QJsonValue place : object[QLatin1String("places")].toArray())
        file.places << place.toString();
    file.sha256 = object[QLatin1String("sha256")].toString();
    file.rows = object[QLatin1String("rows")].toInt();
    return file;
}

DataSetInfo setFrom(const QJsonObject &object)
{
    DataSetInfo set;
    set.key = object[QLatin1String("key")].toString();
    set.title = object[QLatin1String("title")].toString();
    set.address = object[QLatin1String("address")].toString();
    set.licence = object[QLatin1String("licence")].toString();
    set.citation = object[QLatin1String("citation")].toString();
    for (const QJsonValue file : object[QLatin1String("files")].toArray())
        set.files.append(fileFrom(file.toObject()));
    return set;
}

} // namespace

const QVector<DataSetInfo> &dataSets()
{
    static const QVector<DataSetInfo> all = [] {
        const QString path = resource(QStringLiteral("data-sets.json"));
        QVector<DataSetInfo> sets;
        for (const QJsonValue set : parseJsonObject(readSmallFile(path), path)[QLatin1String("sets")].toArray())
            sets.append(setFrom(set.toObject()));
        return sets;
    }();
    return all;
}

const DataSetInfo &dataSet(const QString &key)
{
    const auto found =
        std::find_if(dataSets().begin(), dataSets().end(), [&key](const DataSetInfo &set) { return set.key == key; });
    if (found == dataSets().end())
        throw Error(Error::Kind::Internal, QT_TRANSLATE_NOOP("Error", "The catalogue of data sets has no %1."),
                    {key.toStdString()});
    return *found;
}

} // namespace cw
