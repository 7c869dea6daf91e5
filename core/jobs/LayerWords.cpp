// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/LayerWords.h"

#include "core/engine/Error.h"

#include <QStringList>
#include <algorithm>

namespace cw {

std::vector<int> layersNamed(const QString &words, int count)
{
    std::vector<int> all;
    for (const QString &part : words.split(u',')) {
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
                        {words.toStdString(), std::to_string(count - 1)});
        for (int layer = first; layer <= last; ++layer)
            all.push_back(layer);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

QString layerWords(int first, int last)
{
    return first == last ? QString::number(first) : QStringLiteral("%1-%2").arg(first).arg(last);
}

std::vector<int> lowestTenth(int count)
{
    std::vector<int> layers;
    for (int layer = 0; layer < std::max(1, (count + 5) / 10); ++layer)
        layers.push_back(layer);
    return layers;
}

} // namespace cw
