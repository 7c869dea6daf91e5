// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

namespace cw {

/// The last word of a passage (Paperno et al. 2016, OpenAI's version), as lm-evaluation-harness asks for it: right when
/// all of its tokens are the likeliest ones.
const MeasureInfo &lambadaInfo();
std::unique_ptr<MeasureTask> openLambada(const MeasureSources &sources, const MeasureModel &model);

} // namespace cw
