// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/Fields.h"

namespace cw {

/// Everything a person says about a prediction of the next token.
struct PredictSettings {
    QString model;
    QString text;
    int top = 10;   ///< how many of the likeliest tokens
    QString logits; ///< a safetensors file for all logits; empty: none
    QString device = QStringLiteral("auto");
    QString dtype = QStringLiteral("auto");
    int threads = 0;

    static const std::vector<Field<PredictSettings>> &fields();
};

} // namespace cw
