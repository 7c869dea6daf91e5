// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

namespace cw {

/// The gap between he and she after an occupation (Vig et al. 2020; Limisiewicz et al. 2024), over the program's own
/// occupations and templates; for a masked model at a mask in their place. A demo model is asked about its own
/// occupations, in its own folds.
const MeasureInfo &gapInfo();
std::unique_ptr<MeasureTask> openGap(const MeasureSources &sources, const MeasureModel &model);

/// The prompt behind the text of one of its items: a masked model fills a mask behind it.
QString gapPrompt(const Asker &asker, const QString &text);

} // namespace cw
