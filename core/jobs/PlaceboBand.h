// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LoadedModel.h"

#include <QJsonObject>
#include <QString>
#include <functional>
#include <vector>

namespace cw {

struct Edit;
class Monitor;

/// What an edit and its controls are compared by: a score that should fall, and the guard of the mass of he and she.
struct PlaceboScore {
    double value = 0;
    double mass = 0; ///< mean P(he) + P(she)
};

/// An edit beside its controls (statistics: placebos). What breaks the guard counts as no reduction.
struct PlaceboBand {
    QString kind;  ///< "content", "moved"
    QString score; ///< what is compared
    PlaceboScore before;
    PlaceboScore edited;
    std::vector<PlaceboScore> draws;
    bool mayGain = false; ///< the score itself asks for more mass: only its loss breaks the guard

    /// The score, or that of before where the guard is broken: the mass changed by more than a tenth.
    double counted(const PlaceboScore &one) const;
    /// p = (1 + draws at least as good) / (draws + 1).
    double rank() const;
};

/// With the numbers of all draws, their band (5 to 95 %), the rank and a note where they are too few for 5 %.
QJsonObject toJson(const PlaceboBand &band);

/// Scores a model before, with an edit, and with so many draws of another in its place; draw(i) makes the i-th.
PlaceboBand placeboBand(const std::shared_ptr<const Model> &model, const std::shared_ptr<const Edit> &edit, int count,
                        const std::function<std::shared_ptr<const Edit>(int)> &draw,
                        const std::function<PlaceboScore(const Model &)> &score, Monitor &monitor);

} // namespace cw
