// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/LocateSettings.h"

namespace cw {

class Terminal;

/// A search as a command asks for it.
struct LocateOrder {
    LocateSettings settings;
    QString out;       ///< file that everything found is written to, as JSON or CSV, or its histogram; empty: none
    QString selection; ///< file that what was located is written to, as edit --selection reads it; empty: none
    QString project;   ///< that keeps the run; empty: none
};

/// Locates, writes the files and answers; returns the exit code.
int carryOut(const LocateOrder &order, const Terminal &terminal);

} // namespace cw
