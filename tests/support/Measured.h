// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Checkpoint.h"
#include "core/engine/Monitor.h"
#include "core/measures/Measures.h"

#include <QHash>
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

} // namespace cw::test
