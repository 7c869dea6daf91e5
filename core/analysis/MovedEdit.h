// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Edit.h"

namespace cw {

class Model;

/// The same changes on other rows, columns or weights of the same parameters, drawn outside those that the edit
/// changes: a control that keeps every norm of the change and gives up the place. Each goes to one that is about as
/// long as the one it comes from, among the nearest tenth by norm. Throws Error of kind Input where an edit changes so
/// much of a parameter that there is nowhere to move it to, which isMovable() says before.
Edit movedEdit(const Model &model, const Edit &edit, std::uint32_t seed);

bool isMovable(const Model &model, const Edit &edit);

} // namespace cw
