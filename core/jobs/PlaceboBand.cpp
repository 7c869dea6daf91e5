// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/PlaceboBand.h"

#include "core/engine/Edit.h"
#include "core/engine/Error.h"
#include "core/engine/Monitor.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

constexpr double guard = 0.1;      ///< of the mass
constexpr std::size_t enough = 19; ///< draws, below which no rank reaches 5 %

/// Of sorted numbers, between the two nearest.
double quantile(const std::vector<double> &sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

} // namespace

double PlaceboBand::counted(const PlaceboScore &one) const
{
    const bool isLost = one.mass < (1 - guard) * before.mass;
    const bool isGained = !mayGain && one.mass > (1 + guard) * before.mass;
    return isLost || isGained ? before.value : one.value;
}

double PlaceboBand::rank() const
{
    const auto asGood = std::count_if(draws.begin(), draws.end(),
                                      [this](const PlaceboScore &draw) { return counted(draw) <= counted(edited); });
    return static_cast<double>(1 + asGood) / static_cast<double>(draws.size() + 1);
}

QJsonObject toJson(const PlaceboBand &band)
{
    std::vector<double> sorted;
    QJsonArray draws;
    int broken = 0;
    for (const PlaceboScore &draw : band.draws) {
        sorted.push_back(band.counted(draw));
        broken += sorted.back() == draw.value ? 0 : 1;
        draws.append(QJsonObject{{QStringLiteral("value"), draw.value}, {QStringLiteral("mass"), draw.mass}});
    }
    std::sort(sorted.begin(), sorted.end());
    return {{QStringLiteral("kind"), band.kind},
            {QStringLiteral("score"), band.score},
            {QStringLiteral("before"), band.before.value},
            {QStringLiteral("edited"), band.edited.value},
            {QStringLiteral("editedCounts"), band.counted(band.edited)},
            {QStringLiteral("draws"), draws},
            {QStringLiteral("broken"), broken},
            {QStringLiteral("low"), quantile(sorted, 0.05)},
            {QStringLiteral("high"), quantile(sorted, 0.95)},
            {QStringLiteral("rank"), band.rank()},
            {QStringLiteral("tooFew"), band.draws.size() < enough}};
}

PlaceboBand placeboBand(const std::shared_ptr<const Model> &model, const std::shared_ptr<const Edit> &edit, int count,
                        const std::function<std::shared_ptr<const Edit>(int)> &draw,
                        const std::function<PlaceboScore(const Model &)> &score, Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Drawing placebos"));
    PlaceboBand band;
    band.before = score(*model);
    band.edited = score(*edited(model, {{edit, 1}}, monitor));
    for (int i = 0; i < count; ++i) {
        monitor.step(i, count);
        band.draws.push_back(score(*edited(model, {{draw(i), 1}}, monitor)));
    }
    return band;
}

} // namespace cw
