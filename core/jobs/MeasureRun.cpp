// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/MeasureRun.h"

#include "core/jobs/Attempt.h"

#include <QJsonArray>
#include <algorithm>
#include <limits>

namespace cw {
namespace {

ItemState stateOf(const ItemOutcome &outcome)
{
    if (outcome.isSpared)
        return ItemState::Spared;
    if (outcome.leftOut)
        return ItemState::LeftOut;
    return outcome.isCut ? ItemState::Cut : ItemState::Done;
}

} // namespace

const MeasureInfo &MeasureRun::info() const
{
    const Measure *measure = measureNamed(settings.measures);
    if (!measure)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "There is no measure %1."),
                    {settings.measures.toStdString()});
    return measure->info;
}

MeasureProgress::MeasureProgress(const MeasureRun &begun) : run(begun), states(begun.items.size(), ItemState::Pending)
{
    if (!begun.items.empty())
        columns.assign(static_cast<std::size_t>(run.columns()),
                       std::vector<float>(states.size(), std::numeric_limits<float>::quiet_NaN()));
}

void MeasureProgress::insert(const MeasureBlock &block)
{
    for (std::size_t i = 0; i < block.outcomes.size(); ++i) {
        const ItemOutcome &outcome = block.outcomes[i];
        const std::size_t item = block.first + i;
        states[item] = stateOf(outcome);
        if (outcome.leftOut)
            reasons.insert(static_cast<int>(item), describe(*outcome.leftOut));
        for (std::size_t column = 0; column < outcome.values.size(); ++column)
            columns[column][item] = outcome.values[column];
    }
}

std::size_t MeasureProgress::settled() const
{
    return static_cast<std::size_t>(std::find(states.begin(), states.end(), ItemState::Pending) - states.begin());
}

int MeasureProgress::count(ItemState state) const
{
    return static_cast<int>(std::count(states.begin(), states.end(), state));
}

QJsonObject inputsToJson(const MeasureRun &run)
{
    QJsonArray files;
    for (const MeasureFileFact &file : run.files)
        files.append(QJsonObject{{QStringLiteral("path"), file.path},
                                 {QStringLiteral("sha256"), file.sha256},
                                 {QStringLiteral("official"), file.isOfficial}});
    return {{QStringLiteral("weights"), run.weights},
            {QStringLiteral("goal"), run.goal},
            {QStringLiteral("files"), files},
            {QStringLiteral("moreColumns"), QJsonArray::fromStringList(run.moreColumns)}};
}

void readInputs(const QJsonObject &inputs, MeasureRun &run)
{
    run.weights = inputs[QLatin1String("weights")].toString();
    run.goal = inputs[QLatin1String("goal")].toString();
    for (const QJsonValue value : inputs[QLatin1String("files")].toArray())
        run.files.append({value[QLatin1String("path")].toString(), value[QLatin1String("sha256")].toString(),
                          value[QLatin1String("official")].toBool()});
    for (const QJsonValue column : inputs[QLatin1String("moreColumns")].toArray())
        run.moreColumns << column.toString();
}

bool canContinue(const MeasureRun &earlier, const MeasureRun &run)
{
    const auto sameFile = [](const MeasureFileFact &a, const MeasureFileFact &b) { return a.sha256 == b.sha256; };
    const auto sameItem = [](const MeasureItem &a, const MeasureItem &b) { return a.id == b.id; };
    return earlier.fingerprint == run.fingerprint && earlier.weights == run.weights && earlier.goal == run.goal &&
           earlier.device == run.device && earlier.dtype == run.dtype && earlier.stack == run.stack &&
           earlier.moreColumns == run.moreColumns && earlier.settings.measured() == run.settings.measured() &&
           std::equal(earlier.files.begin(), earlier.files.end(), run.files.begin(), run.files.end(), sameFile) &&
           std::equal(earlier.items.begin(), earlier.items.end(), run.items.begin(), run.items.end(), sameItem);
}

} // namespace cw
