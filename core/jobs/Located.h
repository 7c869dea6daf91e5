// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Tick.h"
#include "core/jobs/LocateSettings.h"

#include <QHash>
#include <QJsonObject>
#include <QMetaType>

namespace cw {

/// A layer, module, row or weight that prompts have voted for, or could have.
struct LocatedPlace {
    QString name; ///< "layers.5", "layers.5.mlp.out", "layers.5.mlp.out:7", "layers.5.mlp.out:7/31"
    qint64 votes = 0;
    double mean = 0; ///< over the prompts, of what is voted by; of a weight nought
    bool isLocated = false;
};

/// What was located.
struct Located {
    LocateSettings settings;
    PromptKind kind = PromptKind::Code; ///< of the prompts, not Auto
    QString goal;
    QStringList prompts;              ///< by name
    std::vector<LocatedPlace> places; ///< layers and modules in the model's order, the others with most votes first
    std::vector<int> winners; ///< of each prompt, in places; -1: none. Rows and weights: of the first module, weights
                              ///< in its row with most votes
    std::vector<int> layers;  ///< that were located or looked into
    QStringList modules;
    double share = 0; ///< of the rows or weights looked at, those with a vote
    TickWords selection;
    double seconds = 0;
    bool isComplete = true; ///< false: stopped, and only these prompts have voted
};

/// As JSON and as lines for people.
QJsonObject toJson(const Located &located);
QString describe(const Located &located);

/// The end of these lines: how many were located, by what, and whether that is much.
QString summaryOf(const Located &located);

/// The votes of the places that have some, by name.
QHash<QString, qint64> votesOf(const Located &located);

/// What toJson() wrote. Throws Error of kind Format naming source where it is something else.
Located locatedFromJson(const QJsonObject &json, const QString &source);

/// The places as comma-separated lines: place, votes, mean, located.
QByteArray locatedCsv(const Located &located);

/// As JSON, or as CSV where path ends in .csv. Throws Error of kind File naming it.
void writeLocated(const QString &path, const Located &located);

} // namespace cw

Q_DECLARE_METATYPE(cw::Located)
