// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GuardVerdict.h"

#include <QJsonObject>

namespace cw {

/// What an edit and its placebos are compared by: a score that should fall, and the guards.
struct PlaceboScore {
    double value = 0;
    GuardVerdict guards = GuardVerdict::Held;
    QString place = {}; ///< of a draw made elsewhere: "layers 2, token before"
};

/// An edit beside its placebos of one kind (statistics: placebos). What does not hold every guard counts as no
/// reduction.
struct PlaceboBand {
    QString kind;      ///< "content", "moved", "relocated", "wrong-text"
    QString score;     ///< what is compared
    int asked = 0;     ///< draws; where the model has fewer other places there are fewer
    int prompts = 0;   ///< that the score is the mean of
    double before = 0; ///< the score without any edit
    PlaceboScore edited;
    std::vector<PlaceboScore> draws;

    /// The score, or that of before where a guard is not held.
    double counted(const PlaceboScore &one) const;
    /// p = (1 + draws at least as good) / (draws + 1).
    double rank() const;
};

/// With the numbers of all draws, their band (5 to 95 %), the rank and a note where they are too few for 5 %.
QJsonObject toJson(const PlaceboBand &band);

} // namespace cw
