// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/MeasureTask.h"

namespace cw {

class DataFolder;
class MeasureModel;

/// What a score is judged against (statistics: goal).
struct Goal {
    enum class Kind { Parity, Share, FScore, Custom };

    Kind kind = Kind::Parity;
    QString file; ///< with Kind::Custom: a CSV with the header name,target and P(she) in 0 to 1

    /// "parity", "share", "f_score" or the file's name.
    QString name() const;
};

/// What measures are made of, beside the model.
struct MeasureSources {
    const DataFolder &folder;
    QString text;             ///< a file for perplexity; empty: WikiText-2 in the folder, else the program's own text
    std::optional<Goal> goal; ///< what was asked for; without it each measure has the one of its definition
    std::uint32_t seed = 1;   ///< of splits and masks
    int samples = 10;         ///< programs that are written for each coding task
};

/// A measure: its description, and how it is opened for a model that it is for.
struct Measure {
    const MeasureInfo &info;
    std::unique_ptr<MeasureTask> (*task)(const MeasureSources &sources, const MeasureModel &model);

    /// Throws Error saying why it cannot be taken: data that is missing or damaged (File, Format), a model of the wrong
    /// kind (Unsupported).
    std::unique_ptr<MeasureTask> open(const MeasureSources &sources, const MeasureModel &model) const;
};

/// All of them, in the order of the command line's help.
const std::vector<Measure> &measures();
/// Null where there is none of that name.
const Measure *measureNamed(const QString &name);

/// Throws Error of kind Unsupported where the measure is not for models of this kind.
void requireForm(const MeasureInfo &info, bool isMasked);

} // namespace cw
