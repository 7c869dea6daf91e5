// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/MgEditSettings.h"

namespace cw {

class Terminal;

/// MG-Editing at all levels as a command asks for it.
struct MgLevelsOrder {
    MgEditSettings settings;
    QStringList outputs; ///< files that the table is written to: .json or .csv
    QString patches;     ///< folder for a patch of each level; empty: none
    QString project;     ///< that keeps the comparison; empty: none

    /// Throws Error of kind Input for a file of another kind, of kind File where one cannot be written.
    void check() const;
};

/// Edits, writes the files and answers; returns the exit code. What is interrupted is written as far as it is.
int carryOut(const MgLevelsOrder &order, const Terminal &terminal);

} // namespace cw
