// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LocateFields.h"

namespace cw {

/// Which prompts the gradients of a checkpoint's weights are those of.
struct GradientSettings {
    PromptKind prompts = PromptKind::Auto;
    QString goal = QStringLiteral("auto");
    QString data;
    int limit = 64; ///< of each fold: a window waits for them
    std::uint32_t seed = 1;

    static const std::vector<Field<GradientSettings>> &fields();

    /// Those that decide the numbers.
    QJsonObject measured() const;
};

} // namespace cw
