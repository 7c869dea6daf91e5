// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/RunHead.h"

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/Placing.h"
#include "core/checkpoint/SpecJson.h"
#include "core/jobs/LoadedModel.h"

namespace cw {

RunHead headOf(const LoadedModel &model)
{
    const Checkpoint &checkpoint = *model.checkpoint;
    const Placement &placement = model.model->placement();
    return {checkpoint.fingerprint(), checkpoint.folder(), toJson(checkpoint.spec()),
            deviceName(placement),    typeName(placement), model.stack};
}

} // namespace cw
