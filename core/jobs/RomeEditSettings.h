// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/LsdmChoices.h"
#include "core/jobs/PlaceboOrder.h"

namespace cw {

/// Everything a person says about ROME (Meng et al. 2022): one occupation after the other, each by a change of rank
/// one. The numbers are those of its authors.
struct RomeEditSettings {
    QString model;
    QString layers = QStringLiteral("auto"); ///< one; auto: the last of the lowest tenth
    QString goal = QStringLiteral("parity");
    QString data;
    QString text;
    int tokens = 20000;
    int contexts = 12;
    TargetAim loss = TargetAim::Likelihood;
    int steps = 20;
    double rate = 0.5;   ///< of Adam
    double clamp = 4;    ///< the longest change of what the MLP writes, times the length of that
    double ridge = 1e-4; ///< added to the second moment, as a part of its mean diagonal
    int placebo = 0;     ///< of each kind
    PlaceboChoice placeboKind = PlaceboChoice::Auto;
    std::uint32_t seed = 1;
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0; ///< 0: the machine's default

    static const std::vector<Field<RomeEditSettings>> &fields();

    OwnPlacebos placebos() const;
    /// Throws Error of kind Input where something is missing or does not go together.
    void check() const;
    QString command() const;
};

bool operator==(const RomeEditSettings &a, const RomeEditSettings &b);

} // namespace cw
