// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Tick.h"

namespace cw {

class Model;

/// Other places with the same budget, for a recipe that is to be done again elsewhere: as many rows, columns or weights
/// of the same parameters as are ticked, drawn outside them, both sides of a neuron together; where whole parameters
/// are ticked, all ticks some layers higher or lower. Each differs from the others: at most count, fewer where there
/// are no more. Throws Error of kind Input where there is nowhere else.
std::vector<std::vector<Tick>> relocatedTicks(const Model &model, const std::vector<Tick> &ticks, int count,
                                              std::uint32_t seed);

} // namespace cw
