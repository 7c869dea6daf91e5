// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/OccupationOrder.h"

#include "core/engine/Error.h"

#include <algorithm>

namespace cw {

std::vector<int> OccupationOrder::layersIn(int count) const
{
    std::vector<int> all;
    if (layers == QLatin1String("auto")) {
        for (int layer = 0; layer < std::max(1, (count + 5) / 10); ++layer)
            all.push_back(layer);
        return all;
    }
    for (const QString &part : layers.split(u',')) {
        const QStringList ends = part.split(u'-');
        bool isFirst = false;
        bool isLast = false;
        const int first = ends.first().toInt(&isFirst);
        const int last = ends.last().toInt(&isLast);
        if (!isFirst || !isLast || ends.size() > 2 || first < 0 || last < first || last >= count)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error",
                                          "\"%1\" names no layers of this model, which has 0 to %2; write 0 or "
                                          "0-2."),
                        {layers.toStdString(), std::to_string(count - 1)});
        for (int layer = first; layer <= last; ++layer)
            all.push_back(layer);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
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
