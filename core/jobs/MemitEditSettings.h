// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/LsdmChoices.h"
#include "core/jobs/PlaceboOrder.h"

namespace cw {

/// Everything a person says about MEMIT (Meng et al. 2023): all occupations at once, spread over layers. The numbers
/// are those of its authors.
struct MemitEditSettings {
    QString model;
    QString layers = QStringLiteral("auto"); ///< "0", "0-1"; auto: the lowest tenth, at least one
    QString goal = QStringLiteral("parity");
    QString data;
    QString text;
    int tokens = 20000;
    int contexts = 12;
    TargetAim loss = TargetAim::Likelihood;
    int steps = 20;
    double rate = 0.5;       ///< of Adam
    double clamp = 0.75;     ///< the longest change of the state behind the last layer, times the length of that
    double preservation = 1; ///< lambda / width of the keys; 3.1 for GPT-2 XL, 0.9 for GPT-J
    double ridge = 1e-4;     ///< added to the second moment, as a part of its mean diagonal
    int placebo = 0;         ///< of each kind
    PlaceboChoice placeboKind = PlaceboChoice::Auto;
    std::uint32_t seed = 1;
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0; ///< 0: the machine's default

    static const std::vector<Field<MemitEditSettings>> &fields();

    OwnPlacebos placebos() const;
    /// Throws Error of kind Input where something is missing or does not go together.
    void check() const;
    QString command() const;
};

bool operator==(const MemitEditSettings &a, const MemitEditSettings &b);

} // namespace cw
