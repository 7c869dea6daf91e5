// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GuardVerdict.h"

#include <QJsonObject>

namespace cw {

/// What the guards of a model are made of, item by item, with the clusters that are resampled.
struct GuardItems {
    ItemTable mass; ///< P(he) + P(she) of each prompt that an edit is scored on
    ItemTable text; ///< of each text: -log-probability in nats of what is read there, and how many tokens that is
    ItemTable definitions; ///< P(he) - P(she) behind words with a gender by definition, along the base model's sign
};

/// One guard before and after.
struct GuardLine {
    QString name; ///< "mass", "perplexity", "definitions"
    double before = 0;
    double after = 0;
    Interval change{}; ///< 95 %, of after - before
    GuardVerdict verdict = GuardVerdict::None;
};

/// What an edit must not break (statistics: guards): a mass within 10 % (mayGain: the score asks for more of it, and
/// only its loss counts), a perplexity at most 2 % higher, 90 % of the definitions. Each is held, broken or undecided
/// by the interval of its paired change; what is no number afterwards is broken, and of nothing there is no verdict.
std::vector<GuardLine> compared(const GuardItems &before, const GuardItems &after, bool mayGain, std::uint32_t seed);

/// That of all together.
GuardVerdict verdictOf(const std::vector<GuardLine> &lines);

/// {"mass": {"before": ..., "after": ..., "low": ..., "high": ..., "verdict": "held"}, ..., "verdict": ...}
QJsonObject toJson(const std::vector<GuardLine> &lines);

} // namespace cw
