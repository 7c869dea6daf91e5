// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LocateFields.h"

namespace cw {

/// Everything a person says about locating by MG-Editing's votes (Qin et al. 2024).
struct LocateSettings {
    enum class What { Layers, Modules, Rows, Weights };

    What what = What::Layers;
    QString model;
    QString layers = QStringLiteral("auto"); ///< that modules are looked for in; auto: the one with most votes
    QStringList modules; ///< that rows are looked for in; none: the one that modules are found to be
    PromptKind prompts = PromptKind::Auto;
    QString goal = QStringLiteral("auto");
    QString data;
    int limit = 0;
    LensNorm norm = LensNorm::With;
    RowScorer scorer = RowScorer::CosineHigh;
    LossSpan span = LossSpan::WholeText;
    int top = 0;
    double most = 0.1;
    std::uint32_t seed = 1;
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0; ///< 0: the machine's default

    static const std::vector<Field<LocateSettings>> &fields();

    /// "layers", "modules" ...: as the command line has it.
    QString whatName() const;
    /// Throws Error of kind Input where something is missing or does not go together.
    void check() const;
    QString command() const;
    /// Those that decide the numbers.
    QJsonObject measured() const;
};

bool operator==(const LocateSettings &a, const LocateSettings &b);

} // namespace cw
