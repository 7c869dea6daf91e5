// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

namespace cw {

/// BEC-Pro: how a person's word is associated with a profession (Bartl et al. 2020). Masked models: ln P(person) less
/// that with the profession masked too; causal ones: the sentence's log-likelihood.
const MeasureInfo &becProInfo();
std::unique_ptr<MeasureTask> openBecPro(const MeasureSources &sources, const MeasureModel &model);

} // namespace cw
