// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/OccupationOrder.h"

#include "core/engine/Error.h"
#include "core/jobs/LayerWords.h"

namespace cw {

std::vector<int> OccupationOrder::layersIn(int count) const
{
    return layers == QLatin1String("auto") ? lowestTenth(count) : layersNamed(layers, count);
}

Goal OccupationOrder::goalAsked() const
{
    if (goal == QLatin1String("parity"))
        return {Goal::Kind::Parity, {}};
    if (goal == QLatin1String("share"))
        return {Goal::Kind::Share, {}};
    return {Goal::Kind::Custom, goal};
}

void OccupationOrder::check() const
{
    if (model.isEmpty())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "An edit needs a model: name its folder."));
    if (goal == QLatin1String("f_score"))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP(
                        "Error", "Occupations are edited toward parity, share or a file of targets, not toward %1."),
                    {goal.toStdString()});
}

} // namespace cw
