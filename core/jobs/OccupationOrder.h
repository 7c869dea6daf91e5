// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Measure.h"

namespace cw {

/// Which occupations an edit of their keys changes, where, in which texts and toward what: what the settings of all
/// such methods say.
struct OccupationOrder {
    /// Of any settings with members of these names.
    template <class S> OccupationOrder(const S &s)
        : model(s.model), layers(s.layers), goal(s.goal), data(s.data), text(s.text), tokens(s.tokens),
          contexts(s.contexts), seed(s.seed), device(s.device), dtype(s.dtype), threads(s.threads)
    {
    }

    QString model;
    QString layers; ///< "0", "0-1"; auto: the lowest tenth, at least one
    QString goal;   ///< parity, share, or a file of targets
    QString data;   ///< folder of data sets
    QString text;   ///< whose tokens the model should keep; empty: as LsdmInputs says
    int tokens;     ///< of it, at most
    int contexts;   ///< texts of each occupation
    std::uint32_t seed;
    QString device;
    QString dtype;
    int threads;

    /// The layers, ascending, in a model of so many. Throws Error of kind Input quoting what names none.
    std::vector<int> layersIn(int count) const;
    Goal goalAsked() const;
    /// Throws Error of kind Input where something is missing.
    void check() const;
};

} // namespace cw
