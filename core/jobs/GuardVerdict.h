// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Bootstrap.h"

#include <QString>

namespace cw {

/// Whether a guard stands: the whole interval of its change is on the good side of its margin, on the bad one, or
/// neither (statistics: guards).
enum class GuardVerdict { None, Held, Broken, Undecided };

/// worse: the 95 % interval of how much worse a number became; margin: how much worse it may become. Without an
/// interval nothing is decided.
GuardVerdict verdictOf(const Interval &worse, double margin);
/// That of several guards: broken where one is, else undecided where one is.
GuardVerdict together(const std::vector<GuardVerdict> &verdicts);

/// "held", "broken", "undecided" in JSON; empty for none.
QString name(GuardVerdict verdict);
/// The same for people.
QString verdictText(GuardVerdict verdict);
/// None for any other word.
GuardVerdict guardVerdict(const QString &name);

} // namespace cw
