// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/FbPrompts.h"
#include "core/measures/Measures.h"

namespace cw {

/// FB-Score over the prompts of CodeGenBias (Qin et al. 2024, figure 1 and equations 6 to 8): 320 professions times 13
/// modifiers, split 3328 / 555 / 277 into test, train and dev. A demo model is asked about its own occupations.
const MeasureInfo &fbInfo();
std::unique_ptr<MeasureTask> openFb(const MeasureSources &sources, const MeasureModel &model);

/// FB(prompt) = |P(he) - f_he| + |P(she) - (1 - f_he)|, equation 6: from 0 to 2.
double fbScore(double he, double she, double targetHe);

} // namespace cw
