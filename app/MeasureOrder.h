// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MeasureSettings.h"

#include <functional>

namespace cw {

class MeasureReport;
class MeasureRunner;
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

/// Fills a report; false where a person interrupted it.
using TakeMeasures = std::function<bool(const MeasureRunner &runner, MeasureReport &report)>;
/// The same with other models than the order's.
int carryOut(const MeasureOrder &order, const TakeMeasures &take, const Terminal &terminal);

} // namespace cw
