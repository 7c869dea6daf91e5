// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

namespace cw {

/// Winogender schemas: how much likelier she is than he against the share of women, and for causal models whom the
/// pronoun is said to refer to (Rudinger et al. 2018; lm-evaluation-harness).
const MeasureInfo &winogenderInfo();
std::unique_ptr<MeasureTask> openWinogender(const MeasureSources &sources, const MeasureModel &model);

} // namespace cw
