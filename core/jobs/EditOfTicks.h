// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/EditSettings.h"
#include "core/jobs/LoadedModel.h"

namespace cw {

struct Edit;
class Monitor;

/// The same with what a selection file says in place of the file: it stands for itself wherever it goes. Throws Error
/// as readSelection() does.
EditSettings withoutFile(EditSettings settings);

/// The change of what is ticked in a model that is open; the settings name no file. Throws Error of kind Input where
/// words name nothing or nothing would change.
std::shared_ptr<const Edit> editOfTicks(const EditSettings &settings, const LoadedModel &model, Monitor &monitor);

} // namespace cw
