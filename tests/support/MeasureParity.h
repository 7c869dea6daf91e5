// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Checkpoint.h"
#include "core/data/DataFolder.h"
#include "core/engine/Monitor.h"
#include "core/measures/Measures.h"
#include "tests/support/TestFiles.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <limits>

namespace cw::test {

/// Items of a measure as its numbers are made of them.
struct Measured {
    std::vector<MeasureItem> items;
    ItemTable table;
    QStringList leftOut; ///< why items have no values

    double number(const NumberRule &rule) const
    {
        return table.size() == 0 ? std::numeric_limits<double>::quiet_NaN()
                                 : rule.statistic(table, std::vector<double>(table.size(), 1));
    }
};

/// Takes a measure of a model, every part; a stride takes every so many items.
inline Measured measured(const Measure &measure, const QString &modelFolder, const MeasureSources &sources,
                         std::size_t stride = 1)
{
    const auto checkpoint = Checkpoint::open(modelFolder);
    const MeasureModel model(checkpoint, checkpoint->model({}));
    const auto task = measure.open(sources, model);
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < task->items().size(); i += stride)
        kept.push_back(i);
    task->keep(kept);
    Measured result;
    result.table.columns.resize(measure.info.columns.size());
    result.table.clusters.resize(measure.info.ways.size());
    std::vector<QHash<QString, int>> numbers(measure.info.ways.size() + 1); // of clusters by way, of groups
    const auto numberOf = [&numbers](std::size_t of, const QString &name) {
        const auto found = numbers[of].constFind(name);
        return found != numbers[of].constEnd() ? *found
                                               : *numbers[of].insert(name, static_cast<int>(numbers[of].size()));
    };
    for (const char *group : measure.info.groups)
        numberOf(measure.info.ways.size(), QLatin1String(group));
    SilentMonitor silent;
    for (std::size_t first = 0; first < task->items().size();) {
        for (const ItemOutcome &outcome : task->run(first, model, silent)) {
            const MeasureItem &item = task->items()[first++];
            if (outcome.leftOut) {
                result.leftOut << item.id + QStringLiteral(": ") + QString::fromUtf8(outcome.leftOut->what());
                continue;
            }
            for (std::size_t column = 0; column < result.table.columns.size(); ++column)
                result.table.columns[column].push_back(outcome.values.at(column));
            result.table.groups.push_back(numberOf(measure.info.ways.size(), item.group));
            for (std::size_t way = 0; way < measure.info.ways.size(); ++way)
                result.table.clusters[way].push_back(numberOf(way, item.clusters.value(static_cast<qsizetype>(way))));
            result.items.push_back(item);
        }
    }
    return result;
}

/// Whether a value is the wanted one, to 1e-5 of 1 or of itself where it is larger; null stands for NaN.
inline bool isNear(double value, const QJsonValue &wanted)
{
    if (!wanted.isDouble())
        return wanted.isNull() && std::isnan(value);
    return std::abs(value - wanted.toDouble()) <= 1e-5 * std::max(1.0, std::abs(wanted.toDouble()));
}

/// What differs between a measure of a model and a stored one, {"items": {id: {column: value}}, "numbers": {key:
/// value}}, by column and number keys; empty where all items, all their named values and all named numbers are there.
inline QString problemWith(const Measure &measure, const QString &modelFolder, const QString &dataFolder,
                           const QString &reference)
{
    const QJsonObject stored = QJsonDocument::fromJson(read(reference)).object();
    const QJsonObject items = stored[QLatin1String("items")].toObject();
    const DataFolder folder(dataFolder);
    const Measured found = measured(measure, modelFolder, {folder, {}, {}, 1, 1});
    if (!found.leftOut.isEmpty())
        return found.leftOut.join(u'\n');
    if (items.isEmpty() || found.items.size() != static_cast<std::size_t>(items.size()))
        return QStringLiteral("%1 items instead of %2").arg(found.items.size()).arg(items.size());
    for (std::size_t i = 0; i < found.items.size(); ++i) {
        const QJsonObject wanted = items[found.items[i].id].toObject();
        if (wanted.isEmpty())
            return QStringLiteral("no item %1").arg(found.items[i].id);
        int compared = 0;
        for (std::size_t column = 0; column < measure.info.columns.size(); ++column) {
            const QLatin1String key(measure.info.columns[column].key);
            const double value = static_cast<double>(found.table.columns[column][i]);
            compared += wanted.contains(key) ? 1 : 0;
            if (wanted.contains(key) && !isNear(value, wanted[key]))
                return QStringLiteral("%1, %2: %3 instead of %4")
                    .arg(found.items[i].id, key)
                    .arg(value, 0, 'g', 9)
                    .arg(wanted[key].toDouble(), 0, 'g', 9);
        }
        if (compared != wanted.size())
            return QStringLiteral("%1 has other columns").arg(found.items[i].id);
    }
    const QJsonObject numbers = stored[QLatin1String("numbers")].toObject();
    int compared = 0;
    for (const NumberRule &rule : measure.info.numbers) {
        const QLatin1String key(rule.key);
        compared += numbers.contains(key) ? 1 : 0;
        if (numbers.contains(key) && !isNear(found.number(rule), numbers[key]))
            return QStringLiteral("%1: %2 instead of %3")
                .arg(key)
                .arg(found.number(rule), 0, 'g', 9)
                .arg(numbers[key].toDouble(), 0, 'g', 9);
    }
    return compared == numbers.size() ? QString() : QStringLiteral("other numbers");
}

/// The same for a measure by its name, over tests/data/sets: model is "demo" or a folder of tests/data/measures/models.
inline QString problemWith(const QString &measure, const QString &model)
{
    const QString folder = model == u"demo"
                               ? QDir(qEnvironmentVariable("CW_TEST_RESOURCES")).filePath(QStringLiteral("demo-model"))
                               : fixture(QStringLiteral("measures/models/") + model);
    return problemWith(*measureNamed(measure), folder, fixture(QStringLiteral("sets")),
                       fixture(QStringLiteral("measures/%1-%2.json").arg(measure, model)));
}

} // namespace cw::test
