// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/WholeFile.h"
#include "core/engine/Error.h"
#include "core/jobs/MgEditSettings.h"
#include "core/jobs/MgLevels.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <limits>

namespace cw {
namespace {

/// What is no number in a computation is null in JSON.
double numberOf(const QJsonValue &value)
{
    return value.toDouble(std::numeric_limits<double>::quiet_NaN());
}

MgLevelLine::Fold foldOf(const QJsonValue &value)
{
    return {numberOf(value[QLatin1String("fb")]), numberOf(value[QLatin1String("imbalance")]),
            numberOf(value[QLatin1String("mass")])};
}

bool isLevel(const QString &name)
{
    for (const EditLevel level : allLevels)
        if (name == QLatin1String(cw::name(level)))
            return true;
    return name == uneditedLevel;
}

bool isLine(const QJsonValue &value)
{
    for (const char *fold : {"train", "dev", "test"})
        if (!value[QLatin1String(fold)].isObject())
            return false;
    return isLevel(value[QLatin1String("level")].toString());
}

/// Before there were verdicts, held or not was all that was kept.
GuardVerdict guardsOf(const QJsonValue &line)
{
    const QJsonValue isHeld = line[QLatin1String("guardsHeld")];
    if (isHeld.isBool())
        return isHeld.toBool() ? GuardVerdict::Held : GuardVerdict::Broken;
    return guardVerdict(line[QLatin1String("guards")].toString());
}

MgLevelLine lineOf(const QJsonValue &value)
{
    MgLevelLine line;
    line.level = value[QLatin1String("level")].toString();
    line.trained = value[QLatin1String("trainedWeights")].toInteger();
    line.changed = value[QLatin1String("changedWeights")].toInteger();
    line.train = foldOf(value[QLatin1String("train")]);
    line.dev = foldOf(value[QLatin1String("dev")]);
    line.test = foldOf(value[QLatin1String("test")]);
    line.perplexity = numberOf(value[QLatin1String("perplexityRatio")]);
    line.definitions = numberOf(value[QLatin1String("definitionsRatio")]);
    line.guards = guardsOf(value);
    if (const QJsonValue placebo = value[QLatin1String("placebo")]; placebo.isObject())
        line.placebo = {placebo[QLatin1String("kind")].toString(), numberOf(placebo[QLatin1String("low")]),
                        numberOf(placebo[QLatin1String("high")]), numberOf(placebo[QLatin1String("p")])};
    line.seconds = value[QLatin1String("seconds")].toDouble();
    return line;
}

} // namespace

MgLevels levelsFromJson(const QJsonObject &json, const QString &source)
{
    MgLevels levels;
    levels.model = json[QLatin1String("model")].toString();
    levels.goal = json[QLatin1String("goal")].toString();
    levels.isComplete = json[QLatin1String("complete")].toBool();
    const QJsonValue lines = json[QLatin1String("levels")];
    bool isComparison = lines.isArray();
    for (const QJsonValue line : lines.toArray()) {
        isComparison = isComparison && isLine(line);
        levels.lines.push_back(lineOf(line));
    }
    if (!isComparison)
        throw Error(Error::Kind::Format, QT_TRANSLATE_NOOP("Error", "%1 holds no comparison of MG-Editing's levels."),
                    {source.toStdString()});
    return levels;
}

void writeLevels(const QString &path, const MgLevels &levels)
{
    const bool isCsv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    writeWholeFile(path, isCsv ? toCsv(levels) : QJsonDocument(toJson(levels)).toJson());
}

} // namespace cw
