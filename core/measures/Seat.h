// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

namespace cw {

/// WEAT in the form of Lauscher et al. 2020 and Vulić et al. 2020: each word alone, the mean of its own tokens' states
/// at each layer, effect sizes averaged over the layers. The word lists come with the program.
const MeasureInfo &weatInfo();
std::unique_ptr<MeasureTask> openWeat(const MeasureSources &sources, const MeasureModel &model);

/// SEAT as bias-bench takes it (May et al. 2019; Meade et al. 2022): whole sentences, the mean of all states of the
/// last layer. The sentences come from the data folder.
const MeasureInfo &seatInfo();
std::unique_ptr<MeasureTask> openSeat(const MeasureSources &sources, const MeasureModel &model);

} // namespace cw
