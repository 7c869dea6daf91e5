// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GuardVerdict.h"

#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <optional>
#include <vector>

namespace cw {

struct MadeEdit;

/// What MG-Editing does at one level, or what the model is without it.
struct MgLevelLine {
    /// Means over the prompts of a fold.
    struct Fold {
        double fb = 0;
        double imbalance = 0;
        double mass = 0; ///< P(he) + P(she)
    };

    /// The FB-Score of some of the test fold with placebos in the edit's place.
    struct Placebo {
        QString kind;
        double low = 0; ///< the band in which 90 % of the draws lie
        double high = 0;
        double p = 1;
    };

    QString level;      ///< "full" ...; uneditedLevel
    qint64 trained = 0; ///< weights
    qint64 changed = 0; ///< of these, as they are stored
    Fold train;
    Fold dev;
    Fold test;
    double perplexity = 1;                    ///< of the guard's text, as a part of that of the unedited model
    double definitions = 1;                   ///< the gap of words with a gender by definition, likewise
    GuardVerdict guards = GuardVerdict::Held; ///< of all together
    std::optional<Placebo> placebo;           ///< of its kinds the one with the largest p; none where none was drawn
    double seconds = 0;
};

/// What stands in the place of a level where a line is of the model without any edit.
constexpr QLatin1String uneditedLevel("unedited");

/// MG-Editing at all its levels with the same prompts, seed and settings.
struct MgLevels {
    QString model;
    QString goal;
    std::vector<MgLevelLine> lines; ///< the unedited model, then the levels from the whole model down
    bool isComplete = false;
};

/// What an edit's facts say, and what they say of the model before.
MgLevelLine levelLine(const MadeEdit &edit, double seconds);
MgLevelLine uneditedLine(const MadeEdit &edit);

QJsonObject toJson(const MgLevels &levels);
/// What toJson() wrote. Throws Error of kind Format naming source where it is something else.
MgLevels levelsFromJson(const QJsonObject &json, const QString &source);
/// Comma-separated, a line for each level.
QByteArray toCsv(const MgLevels &levels);
/// As JSON, or as CSV where path ends in .csv. Throws Error of kind File naming it.
void writeLevels(const QString &path, const MgLevels &levels);
/// A table for people.
QString describe(const MgLevels &levels);

} // namespace cw

Q_DECLARE_METATYPE(cw::MgLevels)
