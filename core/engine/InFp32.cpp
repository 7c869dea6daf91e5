// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/InFp32.h"

#include "core/engine/Model.h"

namespace cw {

std::shared_ptr<const Model> inFp32(const std::shared_ptr<const Model> &model)
{
    Placement placement = model->placement();
    if (placement.type == at::kFloat)
        return model;
    placement.type = at::kFloat;
    return std::make_shared<const Model>(model->spec(), model->parameters(), placement);
}

} // namespace cw
