// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/TickedEdit.h"
#include "core/jobs/EditSettings.h"
#include "core/jobs/LoadedModel.h"

namespace cw {

/// The same with what a selection file says in place of the file: it stands for itself wherever it goes. Throws Error
/// as readSelection() does.
EditSettings withoutFile(EditSettings settings);

/// The ticks that settings name, but for those of a file.
TickWords wordsOf(const EditSettings &settings);

/// What is ticked in a model that is open, and what is done with it.
struct TickOrder {
    std::vector<Tick> ticks;
    TickChange change;
};

/// Settings that name no file, in words of the model: the reference is read here. Throws Error of kind Input where they
/// name nothing of it.
TickOrder tickOrder(const EditSettings &settings, const LoadedModel &model);

/// The change of what is ticked, as tickedEdit() makes it.
std::shared_ptr<const Edit> editOfTicks(const TickOrder &order, const LoadedModel &model, Monitor &monitor);

} // namespace cw
