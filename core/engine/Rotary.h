// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"

namespace cw {

/// Angles position * frequency for positions 0 .. length - 1, with the frequencies of spec's scaling: plain (Su et al.
/// 2021), linear position interpolation, dynamic NTK (beyond the original context), and Llama 3's by wavelength.
Model::RotaryTable rotaryTable(const RotarySpec &spec, int context, std::int64_t length);

/// Turns the first rotary.width entries of each head of x [..., heads, headWidth] by the angles of its row's position:
/// table rows already chosen, [rows, rotary.width / 2].
at::Tensor turned(const at::Tensor &x, const Model::RotaryTable &rows);

} // namespace cw
