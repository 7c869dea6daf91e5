// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobFile.h"
#include "core/jobs/PreviewSettings.h"

#include <optional>

namespace cw {

class EditingJob;
class ProjectStack;
struct ExportReport;
struct MadeEdit;
class Terminal;

/// Where an edit goes, and whether its side effects are looked for.
struct EditOutputs {
    QString patch;   ///< file that it is written to; empty: none
    QString out;     ///< folder of a new checkpoint; empty: none
    QString project; ///< on whose stack it is laid; empty: none
    bool isScanned = false;

    /// Says before the work what would fail at its end: throws Error of kind File, or of kind Input for a place in the
    /// model.
    void check(const QString &model) const;
};

/// An edit by any method, as a command or a job file asks for it.
struct EditOrder {
    JobFile job;
    EditOutputs outputs;
};

/// What the job makes, with progress on the terminal.
MadeEdit madeBy(EditingJob &job, const Terminal &terminal);

/// Makes the edit, writes what was asked for and answers with its ledger and facts; returns the exit code. An edit of
/// which nothing survives the rounding to the stored type fails, and says so.
int carryOut(const EditOrder &order, const Terminal &terminal);

/// Lays the edit on the stack of a project, or says that it lies there already.
void lay(ProjectStack &stack, const MadeEdit &edit, std::optional<double> alpha, const Terminal &terminal);

/// Writes the checkpoint with the edit in it and its scores by these probes, with progress.
ExportReport exportCheckpoint(const MadeEdit &edit, const QString &folder, const PreviewSettings &probes,
                              const Terminal &terminal);

/// What the verbs that make and apply edits answer.
int answerEdit(const MadeEdit &edit, const QString &patch, const std::optional<ExportReport> &report,
               const Terminal &terminal);

} // namespace cw
