// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

namespace cw {

struct ModelSpec;

/// Everything a person says about the training of a demo model.
struct TrainDemoSettings {
    QString out; ///< a folder that is not there yet
    int steps = 2400;
    int layers = 6;
    int width = 128;
    std::uint32_t seed = 1;
    int threads = 0;

    static const std::vector<Field<TrainDemoSettings>> &fields();

    /// Throws Error of kind Input when out is missing or the width cannot be shared among the heads.
    void check() const;
    /// The model's shape with a vocabulary of this size.
    ModelSpec spec(int vocabulary) const;
    /// The arguments behind "counterweight" that train the same model, wherever it is put.
    QString command() const;
};

} // namespace cw
