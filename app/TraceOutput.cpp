// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TraceOutput.h"

#include "core/data/TraceFile.h"
#include "core/data/WholeFile.h"
#include "core/engine/Error.h"
#include "widgets/models/TraceDrawing.h"
#include "widgets/views/HeatmapPicture.h"

#include <QFileInfo>

namespace cw {
namespace {

Picture pictureOf(const TraceProgress &trace)
{
    DrawingChoice choice;
    choice.quantity = trace.run.settings.quantity;
    std::vector<EffectMap> maps;
    for (std::size_t kind = 0; kind < trace.run.input.kinds.size(); ++kind)
        maps.push_back(effects(trace.result, static_cast<int>(kind), choice.quantity));
    return heatmapPicture(heatmaps(trace.run, maps, choice), caption(trace.run));
}

} // namespace

void checkOutput(const QString &path)
{
    static const QStringList numbers{QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("npz")};
    if (!numbers.contains(QFileInfo(path).suffix().toLower()) && !isPictureName(path))
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "%1 cannot be written: name a file that ends in .json, .csv, .npz, "
                                               ".svg, .png or .pdf."),
                    {path.toStdString()});
    requireWritable(path);
}

void writeOutput(const QString &path, const TraceProgress &trace, double seconds)
{
    if (!isPictureName(path))
        return writeTrace(path, trace, seconds);
    // Before the clean and corrupted runs are there, nothing can be drawn.
    if (!trace.result.base.high.empty())
        writePicture(pictureOf(trace), path);
}

} // namespace cw
