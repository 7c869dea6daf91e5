// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ProbePass.h"
#include "core/engine/Delta.h"

namespace cw {

/// How the scores of a pass's texts change with the strength of a change, at strength 0: [pass][texts] fp64 on the CPU.
/// Nothing where the parameter's uses were not noted.
std::vector<at::Tensor> probeSlopes(const Model &model, const ProbePass &pass, const Delta &delta,
                                    const ParameterView &view);

} // namespace cw
