// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/PlacedModel.h"

#include "core/engine/Model.h"

namespace cw {

std::shared_ptr<const Model> placedAt(const std::shared_ptr<const Model> &model, const Placement &placement)
{
    const Placement &own = model->placement();
    if (own.device == placement.device && own.type == placement.type)
        return model;
    return std::make_shared<const Model>(model->spec(), model->parameters(), placement);
}

std::shared_ptr<const Model> inFp32(const std::shared_ptr<const Model> &model)
{
    Placement placement = model->placement();
    placement.type = at::kFloat;
    return placedAt(model, placement);
}

} // namespace cw
