// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/ScanTexts.h"
#include "core/measures/MeasureModel.h"
#include "core/measures/SideEffects.h"

namespace cw {

/// Reads sets of sentences with two models of one checkpoint and compares what they say. A masked model fills a mask
/// behind a sentence that wants an answer, and some masked tokens of a text that is read whole. Throws Error as
/// compareTexts() does.
SideEffects scanSideEffects(const MeasureModel &before, const MeasureModel &after, const QVector<ScanSet> &sets,
                            Monitor &monitor);

} // namespace cw
