// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GuardTexts.h"

namespace cw {

/// What an edit and its placebos are compared by: a score that should fall, and the guards.
struct PlaceboScore {
    double value = 0;
    GuardValues guards;
};

/// An edit beside its placebos of one kind (statistics: placebos). What breaks a guard counts as no reduction.
struct PlaceboBand {
    QString kind;    ///< "content", "moved", "relocated", "wrong-text"
    QString score;   ///< what is compared
    int asked = 0;   ///< draws; where the model has fewer other places there are fewer
    int prompts = 0; ///< that the score is the mean of
    PlaceboScore before;
    PlaceboScore edited;
    std::vector<PlaceboScore> draws;
    bool mayGain = false; ///< the score itself asks for more mass: only its loss breaks the guard

    /// The score, or that of before where a guard is broken.
    double counted(const PlaceboScore &one) const;
    /// p = (1 + draws at least as good) / (draws + 1).
    double rank() const;
};

/// With the numbers of all draws, their band (5 to 95 %), the rank and a note where they are too few for 5 %.
QJsonObject toJson(const PlaceboBand &band);

} // namespace cw
