// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobFile.h"

namespace cw {

struct EditRecord;

/// The job that makes an edit again, with the files and folders that were known where it was made. Throws Error of kind
/// Input for a merged edit, which has no recipe of its own.
JobFile recipeJob(const EditRecord &edit);

} // namespace cw
