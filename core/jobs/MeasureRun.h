// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureSettings.h"
#include "core/jobs/RunHead.h"

#include <QHash>
#include <QMetaType>
#include <QVector>

namespace cw {

/// A file that a measure was made of.
struct MeasureFileFact {
    QString path;
    QString sha256;
    bool isOfficial = true; ///< the sum is the published one, or none is known
};

/// The head of one measure on one model: what was asked for, and what was worked out of it.
struct MeasureRun : RunHead {
    MeasureSettings settings; ///< with one measure and one model
    QString weights; ///< when the weights' files were last written: the same fingerprint may have other weights
    QString goal;    ///< what the numbers aim at; empty where the measure has no such choice
    QVector<MeasureFileFact> files;
    std::vector<MeasureItem> items;
    QStringList moreColumns; ///< headings behind the measure's columns

    const MeasureInfo &info() const;
    int columns() const { return static_cast<int>(info().columns.size()) + static_cast<int>(moreColumns.size()); }
};

/// Items that were measured together, from first on.
struct MeasureBlock {
    std::size_t first = 0;
    std::vector<ItemOutcome> outcomes;
};

enum class ItemState { Pending, Done, Cut, LeftOut, Spared };

/// A measure as far as it has come.
struct MeasureProgress {
    MeasureRun run;
    std::vector<std::vector<float>> columns; ///< [column][item], NaN where there is none
    std::vector<ItemState> states;
    QHash<int, QString> reasons; ///< why items were left out

    explicit MeasureProgress(const MeasureRun &begun = {});
    void insert(const MeasureBlock &block);
    /// How many items from the first one on are settled: parts come in order.
    std::size_t settled() const;
    int count(ItemState state) const;
    bool isComplete() const { return settled() == states.size(); }
};

/// All but settings, model and items, as a project keeps it. Reading throws Error of kind Storage where it does not
/// fit.
QJsonObject inputsToJson(const MeasureRun &run);
void readInputs(const QJsonObject &inputs, MeasureRun &run);

/// Whether what was measured for one run stands for the other: the same items of the same data and weights.
bool canContinue(const MeasureRun &earlier, const MeasureRun &run);

} // namespace cw

Q_DECLARE_METATYPE(cw::MeasureRun)
Q_DECLARE_METATYPE(cw::MeasureBlock)
