// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"
#include "core/measures/Measure.h"

namespace cw {

/// Everything a person says about what is measured on which models.
struct MeasureSettings {
    QString measures;    ///< "all", or names between commas
    QStringList models;  ///< folders
    QString against;     ///< folder of the model that the others are compared with; empty: none
    QStringList patches; ///< files with the edits that are put on the models, but not on that one
    QString data;        ///< folder of data sets
    QString text;        ///< file whose perplexity is measured; empty: WikiText-2, or the program's own
    int limit = 0;       ///< items of each measure; 0: all
    double until = 0;    ///< the headline is known to this, half a 95 % interval: then it is enough; 0: all items
    int batch = 0;       ///< texts computed together; 0: as many as there is room for
    QString goal = QStringLiteral("auto"); ///< auto, parity, share, f_score, or a file of targets
    int samples = 10;                      ///< programs written for each coding task
    std::uint32_t seed = 1;
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0;

    static const std::vector<Field<MeasureSettings>> &fields();

    /// The names, in the order of the list of measures; those of all. Throws Error of kind Input for an unknown one.
    QStringList names() const;
    /// What was asked for; nothing with auto, where each measure has the goal of its definition.
    std::optional<Goal> goalAsked() const;
    /// The same with one model each, the one that others are compared with first: with patches alone, the first model
    /// without them.
    std::vector<MeasureSettings> perModel() const;
    /// What the one model is called: its folder and, behind it, the patches on it: "models/gpt2 + lsdm".
    QString subject() const;
    /// The subject that others are compared with; empty where there is none.
    QString base() const;
    /// The same with one measure and one model: what a run of a project is.
    MeasureSettings single(const QString &measure, const QString &model) const;
    /// Those settings that decide the numbers of a single measure.
    QJsonObject measured() const;
    /// Throws Error of kind Input for what no field alone can say: no model, an unknown measure.
    void check() const;
    QString command() const;
};

bool operator==(const MeasureSettings &a, const MeasureSettings &b);

} // namespace cw
