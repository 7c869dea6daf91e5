// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"

#include <optional>

namespace cw {

struct ExportOrder;
struct ExportReport;
struct MadeEdit;
class Terminal;

/// An edit as a command asks for it.
struct EditOrder {
    EditSettings settings;
    QString patch; ///< file that it is written to; empty: none
    QString out;   ///< folder of a new checkpoint; empty: none
};

/// Makes the edit, writes what was asked for and answers with its ledger; returns the exit code. An edit of which
/// nothing survives the rounding to the stored type fails, and says so.
int carryOut(const EditOrder &order, const Terminal &terminal);

/// Writes the checkpoint with the edit in it, with progress.
ExportReport exportCheckpoint(const MadeEdit &edit, const QString &folder, const Terminal &terminal);

/// What both edit and patch apply answer.
int answerEdit(const MadeEdit &edit, const QString &patch, const std::optional<ExportReport> &report,
               const Terminal &terminal);

} // namespace cw
