// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/GenerateSettings.h"

namespace cw {

class Terminal;

/// A text as a command asks for it.
struct GenerateOrder {
    GenerateSettings settings;
    QString project; ///< empty: it is not kept
};

/// Writes the text, which people see as it grows, and answers; returns the exit code. What was written before an
/// interrupt is in the answer.
int carryOut(const GenerateOrder &order, const Terminal &terminal);

} // namespace cw
