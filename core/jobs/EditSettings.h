// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Tick.h"
#include "core/jobs/PlaceboOrder.h"

namespace cw {

/// Everything a person says about an edit of what is ticked.
struct EditSettings {
    enum class Bias { Without, With };

    TickMethod method = TickMethod::Zero;
    QString model;
    QStringList layers;
    QStringList modules;
    QStringList rows; ///< these and the next two as TickWords has them
    QStringList neurons;
    QStringList weights;
    QString selection; ///< a file with the same, as JSON
    Bias bias = Bias::Without;
    double factor = 0;                                                  ///< with Scale
    double share = 1;                                                   ///< how far Toward and Attenuate go
    QString reference;                                                  ///< a checkpoint, with Toward
    QStringList targets{QStringLiteral(" he"), QStringLiteral(" she")}; ///< with Attenuate
    int placebo = 0;                                                    ///< of each kind
    PlaceboChoice placeboKind = PlaceboChoice::Auto;
    std::uint32_t seed = 1; ///< of placebos
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0; ///< 0: the machine's default

    static const std::vector<Field<EditSettings>> &fields();

    /// "zero", "scale" ...: as the command line has it.
    QString methodName() const;
    OwnPlacebos placebos() const;
    /// Throws Error of kind Input where something that the method needs is missing.
    void check() const;
    QString command() const;
};

bool operator==(const EditSettings &a, const EditSettings &b);

} // namespace cw
