// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

namespace cw {

/// WinoBias without coreference: causal models choose between the pro- and the anti-stereotyped sentence, masked ones
/// between their pronouns; the gap between the pronouns is read where the first one stands (Zhao et al. 2018).
const MeasureInfo &winoBiasInfo();
std::unique_ptr<MeasureTask> openWinoBias(const MeasureSources &sources, const MeasureModel &model);

} // namespace cw
