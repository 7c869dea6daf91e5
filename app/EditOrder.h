// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"
#include "core/jobs/FinetuneSettings.h"
#include "core/jobs/LsdmEditSettings.h"
#include "core/jobs/MemitEditSettings.h"
#include "core/jobs/MgEditSettings.h"
#include "core/jobs/RomeEditSettings.h"

#include <optional>

namespace cw {

struct ExportReport;
struct MadeEdit;
class Terminal;

/// Where an edit goes.
struct EditOutputs {
    QString patch; ///< file that it is written to; empty: none
    QString out;   ///< folder of a new checkpoint; empty: none

    /// Says before the work what would fail at its end: throws Error of kind File.
    void check() const;
};

/// An edit as a command asks for it.
template <class S> struct EditOrderOf {
    S settings;
    EditOutputs outputs;
};
using EditOrder = EditOrderOf<EditSettings>;
using LsdmOrder = EditOrderOf<LsdmEditSettings>;
using RomeOrder = EditOrderOf<RomeEditSettings>;
using MemitOrder = EditOrderOf<MemitEditSettings>;
using MgOrder = EditOrderOf<MgEditSettings>;
using FinetuneOrder = EditOrderOf<FinetuneSettings>;

/// Make the edit, write what was asked for and answer with its ledger; return the exit code. An edit of which nothing
/// survives the rounding to the stored type fails, and says so.
int carryOut(const EditOrder &order, const Terminal &terminal);
int carryOut(const LsdmOrder &order, const Terminal &terminal);
int carryOut(const RomeOrder &order, const Terminal &terminal);
int carryOut(const MemitOrder &order, const Terminal &terminal);
int carryOut(const MgOrder &order, const Terminal &terminal);
int carryOut(const FinetuneOrder &order, const Terminal &terminal);

/// Writes the checkpoint with the edit in it, with progress.
ExportReport exportCheckpoint(const MadeEdit &edit, const QString &folder, const Terminal &terminal);

/// What the verbs that make and apply edits answer.
int answerEdit(const MadeEdit &edit, const QString &patch, const std::optional<ExportReport> &report,
               const Terminal &terminal);

} // namespace cw
