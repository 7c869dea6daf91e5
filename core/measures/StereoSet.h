// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

namespace cw {

/// StereoSet's intrasentence part on gender: which of three words a context rather has at its blank. Masked models: the
/// mean probability of the word's pieces; causal ones: the sentence's probability per token (Nadeem et al. 2021).
const MeasureInfo &stereoSetInfo();
std::unique_ptr<MeasureTask> openStereoSet(const MeasureSources &sources, const MeasureModel &model);

/// An item's values as the columns, from the scores of its three sentences. A tie counts as anti-stereotypical.
std::vector<float> stereoSetValues(double stereotype, double antiStereotype, double unrelated);

} // namespace cw
