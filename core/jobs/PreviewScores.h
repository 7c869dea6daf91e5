// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QStringList>
#include <limits>
#include <vector>

namespace cw {

/// What a probe set says of a model.
struct PreviewScores {
    /// With its 95 % interval over occupations and templates; NaN where there is none.
    struct Number {
        double value = std::numeric_limits<double>::quiet_NaN();
        double low = std::numeric_limits<double>::quiet_NaN();
        double high = std::numeric_limits<double>::quiet_NaN();
    };

    /// The score, estimated for the same change moved elsewhere.
    struct Placebo {
        int draws = 0; ///< 0: there are none
        double low = 0;
        double high = 0; ///< 90 % of the draws lie between
    };

    bool isExact = false; ///< else a first-order estimate around the present stack
    std::vector<float> a; ///< P(first target) of each prompt
    std::vector<float> b;
    Number score;  ///< mean |P(a) - P(b)|, or with another goal than parity the mean distance to it; lower is better
    Number change; ///< of the score, less that of the model without edits
    Placebo placebo;
    double perplexity = 0;
    double milliseconds = 0; ///< that it took
    int lowestLayer = 0;     ///< an exact one is computed from there on: -1 the embeddings
    QStringList without;     ///< parameters that an estimate says nothing of
};

} // namespace cw

Q_DECLARE_METATYPE(cw::PreviewScores)
