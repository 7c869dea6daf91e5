// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DataFolder.h"
#include "tests/support/Measured.h"
#include "tests/support/TestFiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <cmath>

namespace cw::test {

/// The largest of values.
inline double largestOf(const QJsonObject &values)
{
    double largest = 0;
    for (const QJsonValue &value : values)
        largest = std::max(largest, std::abs(value.toDouble()));
    return largest;
}

/// Whether a value is the wanted one; null stands for NaN. Log-probabilities, and what is made of them, to 1e-5 of the
/// largest value beside them; probabilities to 1e-5, small ones to a thousandth of themselves.
inline bool isNear(double value, const QJsonValue &wanted, double largest)
{
    if (!wanted.isDouble())
        return wanted.isNull() && std::isnan(value);
    const double allowed = largest > 1 ? 1e-5 * largest : std::min(1e-5, 1e-3 * std::abs(wanted.toDouble()) + 1e-7);
    return std::abs(value - wanted.toDouble()) <= allowed;
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
            if (wanted.contains(key) && !isNear(value, wanted[key], largestOf(wanted)))
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
        if (numbers.contains(key) && !isNear(found.number(rule), numbers[key], largestOf(numbers)))
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

/// Columns and rows of the test data that every measure of sentences is compared on.
inline void addParityModels()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"demo", "wordpiece", "bytes"})
        QTest::newRow(model) << QString::fromLatin1(model);
}

} // namespace cw::test
