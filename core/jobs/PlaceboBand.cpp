// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PlaceboBand.h"

#include <QJsonArray>
#include <algorithm>

namespace cw {
namespace {

constexpr std::size_t enough = 19; ///< draws, below which no rank reaches 5 %

} // namespace

double PlaceboBand::counted(const PlaceboScore &one) const
{
    return one.guards == GuardVerdict::Broken || one.guards == GuardVerdict::Undecided ? before : one.value;
}

double PlaceboBand::rank() const
{
    const auto asGood = std::count_if(draws.begin(), draws.end(),
                                      [this](const PlaceboScore &draw) { return counted(draw) <= counted(edited); });
    return static_cast<double>(1 + asGood) / static_cast<double>(draws.size() + 1);
}

QJsonObject toJson(const PlaceboBand &band)
{
    std::vector<double> counted;
    QJsonArray draws;
    int broken = 0;
    int undecided = 0;
    for (const PlaceboScore &draw : band.draws) {
        counted.push_back(band.counted(draw));
        broken += draw.guards == GuardVerdict::Broken ? 1 : 0;
        undecided += draw.guards == GuardVerdict::Undecided ? 1 : 0;
        QJsonObject one{{QStringLiteral("value"), draw.value}, {QStringLiteral("guards"), name(draw.guards)}};
        if (!draw.place.isEmpty())
            one.insert(QStringLiteral("place"), draw.place);
        draws.append(one);
    }
    const Interval most = Bootstrap::interval(counted, 0.9);
    return {{QStringLiteral("kind"), band.kind},
            {QStringLiteral("score"), band.score},
            {QStringLiteral("prompts"), band.prompts},
            {QStringLiteral("asked"), band.asked},
            {QStringLiteral("before"), band.before},
            {QStringLiteral("edited"), band.edited.value},
            {QStringLiteral("editedCounts"), band.counted(band.edited)},
            {QStringLiteral("draws"), draws},
            {QStringLiteral("broken"), broken},
            {QStringLiteral("undecided"), undecided},
            {QStringLiteral("low"), most.low},
            {QStringLiteral("high"), most.high},
            {QStringLiteral("rank"), band.rank()},
            {QStringLiteral("tooFew"), band.draws.size() < enough}};
}

} // namespace cw
