// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"

namespace cw {

/// Throws Error of kind Format naming the first tensor of model that holds NaN or infinity when result does; when no
/// weight is to blame, Error of kind Input that tells to compute in a wider type. A finite result costs one pass over
/// it.
void requireFinite(const Model &model, const at::Tensor &result);

} // namespace cw
