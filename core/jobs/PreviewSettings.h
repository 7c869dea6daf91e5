// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"
#include "core/measures/Measure.h"

namespace cw {

/// What a person chooses for the live preview: its probe set, and what its score is judged against.
struct PreviewSettings {
    int prompts = 64; ///< of the gap measure's, drawn as its limit draws them
    int tokens = 500; ///< of a text
    QStringList targets{QStringLiteral(" he"), QStringLiteral(" she")};
    QString goal = QStringLiteral("parity"); ///< parity, share, f_score, or a file of targets
    QString data;                            ///< folder of data sets
    QString text;                            ///< a file; empty: as plainLines() says
    std::uint32_t seed = 1;

    static const std::vector<Field<PreviewSettings>> &fields();

    Goal goalAsked() const;
    /// Throws Error of kind Input where there are not two targets.
    void check() const;
};

bool operator==(const PreviewSettings &a, const PreviewSettings &b);

} // namespace cw
