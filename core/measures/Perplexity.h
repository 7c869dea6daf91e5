// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measures.h"

namespace cw {

/// Perplexity of a text. Causal: windows of at most 1024 tokens, each of which scores its last half behind the first
/// one; exp of the summed loss over the scored tokens. Masked: every token of a line masked by itself (Salazar et al.
/// 2020), and beside it the cross-entropy of 15 % of the tokens masked together, drawn once.
const MeasureInfo &perplexityInfo();
std::unique_ptr<MeasureTask> openPerplexity(const MeasureSources &sources, const MeasureModel &model);

} // namespace cw
