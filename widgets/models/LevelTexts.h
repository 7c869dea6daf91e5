// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MgLevels.h"
#include "widgets/views/TradeOff.h"

namespace cw {

/// What levels are compared by.
enum class LevelScore { Fb, Imbalance };

/// "Row", "Unedited": the level of a line, translated.
QString levelTitle(const QString &level);

/// What the comparison says so far, in words. isRunning: more is to come.
QString levelsSentence(const MgLevels &levels, bool isRunning);

/// A mark for each line; what it costs is perplexity.
TradeOff tradeOffOf(const MgLevels &levels, LevelScore score);

} // namespace cw
