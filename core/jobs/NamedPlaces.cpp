// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/NamedPlaces.h"

#include "core/analysis/Tick.h"
#include "core/engine/Model.h"
#include "core/jobs/Fields.h"
#include "core/jobs/LayerWords.h"
#include "core/jobs/LoadedModel.h"

namespace cw {

void requireNamedPlaces(const QJsonObject &settings, const LoadedModel &model)
{
    const QString layers = settings[QLatin1String("layers")].toString(QStringLiteral("auto"));
    if (layers != QLatin1String("auto"))
        layersNamed(layers, model.model->spec().layers);
    TickWords words;
    if (const QJsonValue modules = settings[QLatin1String("modules")]; !modules.isUndefined())
        for (const QString &module : textsOf("modules", modules))
            words.modules.push_back(module.toStdString());
    if (!words.isEmpty())
        ticksOf(words, NeuronSide::Both, *model.model);
}

} // namespace cw
