// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Edit.h"

namespace cw {

/// Several edits, each times its strength, as one: what changes of low rank alone stays so (their ranks add up), all
/// else takes its shortest form. Throws Error of kind Input where two changes of one parameter are of different shapes.
Edit mergedEdit(const ActiveEdits &edits);

} // namespace cw
