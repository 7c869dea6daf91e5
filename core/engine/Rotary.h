// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"

namespace cw {

/// Angles position * frequency for positions 0 .. length - 1, with the frequencies of spec's scaling: plain (Su et al.
/// 2021), or scaled as RotarySpec names; dynamic NTK and LongRoPE depend on whether length exceeds the original
/// context.
Model::RotaryTable rotaryTable(const RotarySpec &spec, int context, std::int64_t length);

/// Whether a text of this length turns all its keys by other angles than a shorter one does, so that none can be kept
/// or shared.
bool turnsByLength(const ModelSpec &spec, std::int64_t length);

/// Turns the first spec.width entries of each head of x [..., heads, headWidth] by the angles of its row's position:
/// table rows already chosen, [rows, spec.width / 2].
at::Tensor turned(const RotarySpec &spec, const at::Tensor &x, const Model::RotaryTable &rows);

} // namespace cw
