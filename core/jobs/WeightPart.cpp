// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/WeightPart.h"

#include "core/engine/Model.h"
#include "core/engine/ParameterView.h"

#include <cmath>
#include <numeric>

namespace cw {

QVector<WeightPart> weightParts(const LoadedModel &model)
{
    QVector<WeightPart> parts;
    if (!model.model)
        return parts;
    const ModelSpec &spec = model.model->spec();
    for (const ParameterView &module : modules(spec)) {
        WeightPart part;
        part.name = QString::fromStdString(module.name);
        part.layer = layerOf(module.name);
        part.count = static_cast<int>(module.rows());
        part.width = static_cast<int>(module.columns());
        part.isTied = spec.tiedHead && module.name == "embed";
        parts.append(part);
        if (!part.name.endsWith(QLatin1String(".mlp.out")))
            continue;
        WeightPart neurons;
        neurons.name = QStringLiteral("layers.%1").arg(part.layer);
        neurons.kind = WeightPart::Kind::Neurons;
        neurons.layer = part.layer;
        neurons.count = part.width;
        neurons.width = part.count;
        parts.append(neurons);
    }
    return parts;
}

PartNorms::PartNorms(int number, std::vector<float> each)
    : part(number), norms(std::move(each)),
      norm(std::sqrt(std::inner_product(norms.begin(), norms.end(), norms.begin(), 0.0)))
{
}

} // namespace cw
