// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/LsdmChoices.h"
#include "core/jobs/PlaceboOrder.h"

namespace cw {

/// Everything a person says about an edit by least squares (Cai et al. 2024).
struct LsdmEditSettings {
    QString model;
    QString layers = QStringLiteral("auto"); ///< "0", "0-1"; auto: the lowest tenth, at least one
    QString goal = QStringLiteral("parity"); ///< parity, share, or a file of targets
    QString data;                            ///< folder of data sets
    QString text;                            ///< whose tokens the model should keep; empty: as LsdmInputs says
    int tokens = 20000;                      ///< of it, at most
    int contexts = 12;                       ///< texts of each occupation
    TargetAim loss = TargetAim::Balanced;
    KeyMix keys = KeyMix::EveryText;
    int steps = 40;
    double rate = 0.3;         ///< of Adam
    double clamp = 6;          ///< the longest change of what the MLP writes, times the length of that
    double preservation = 0.3; ///< lambda / width of the keys: at 0.1 the demo model reads its own text 2.7 % worse
    double definitions = 1;    ///< weight of words that have a gender by definition
    int placebo = 0;           ///< of each kind
    PlaceboChoice placeboKind = PlaceboChoice::Auto;
    std::uint32_t seed = 1;
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0; ///< 0: the machine's default

    static const std::vector<Field<LsdmEditSettings>> &fields();

    OwnPlacebos placebos() const;
    /// The layers, ascending, in a model of so many. Throws Error of kind Input quoting what names none.
    std::vector<int> layersIn(int count) const;
    /// Throws Error of kind Input where something is missing or does not go together.
    void check() const;
    QString command() const;
};

bool operator==(const LsdmEditSettings &a, const LsdmEditSettings &b);

} // namespace cw
