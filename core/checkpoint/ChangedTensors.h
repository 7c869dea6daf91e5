// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Checkpoint.h"
#include "core/checkpoint/FamilyReader.h"

namespace cw {

/// A view of a stored tensor as the parameter that lies in it.
at::Tensor seenAs(ParameterName::Kind kind, const at::Tensor &stored);

/// What Checkpoint::changedTensors() gives. headNames: a tensor of such a name that no parameter lies in and that
/// equals a changed one is a copy of it.
StoredTensors changedTensors(const TensorFiles &files, const std::vector<StoredParameter> &parameters,
                             const std::vector<std::string> &headNames, const Model &model);

} // namespace cw
