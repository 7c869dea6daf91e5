// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

namespace cw {

/// CrowS-Pairs on gender: which of two sentences a model prefers. Masked models by the original definition (Nangia et
/// al. 2020) and bias-bench's; causal ones by the whole sentence's log-likelihood (lm-evaluation-harness) and per
/// token.
const MeasureInfo &crowsPairsInfo();
std::unique_ptr<MeasureTask> openCrowsPairs(const MeasureSources &sources, const MeasureModel &model);

} // namespace cw
