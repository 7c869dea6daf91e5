// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureSettings.h"

namespace cw {

class Terminal;

/// Measures as a command asks for them.
struct MeasureOrder {
    MeasureSettings settings;
    QStringList outputs;
    QString project; ///< empty: nothing is kept
};

/// Takes the measures of all models, writes the files and answers; returns the exit code. A measure that cannot be
/// taken is listed with its reason; the command fails where none could. What was done before an interrupt is written.
int carryOut(const MeasureOrder &order, const Terminal &terminal);

} // namespace cw
