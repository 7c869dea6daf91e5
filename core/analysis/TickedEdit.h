// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Tick.h"
#include "core/engine/Edit.h"

namespace cw {

/// What is done with what is ticked.
struct TickChange {
    using Kind = TickMethod;

    Kind kind = Kind::Zero;
    double amount = 1;
    std::shared_ptr<const Model> reference = nullptr; ///< with Toward
    at::Tensor direction = {};                        ///< with Attenuate: u [width]
};

/// The change of what is ticked as an edit, each parameter in its shortest form and none that would stay as it is;
/// attenuating whole modules is of rank one. Throws Error of kind Input where a reference model has another shape, or
/// where Attenuate is asked of what does not write to the residual stream.
Edit tickedChange(const Model &model, const std::vector<Tick> &ticks, const TickChange &change, Monitor &monitor);

/// The same. Throws Error of kind Input where nothing would change, too.
Edit tickedEdit(const Model &model, const std::vector<Tick> &ticks, const TickChange &change, Monitor &monitor);

/// u = unit(gain * (head[toward] - head[from])): the direction of the residual stream along which the logits of two
/// tokens part, with the final norm's gain; [width] fp32. Throws Error of kind Unsupported for a model whose head is
/// no single map.
at::Tensor headDirection(const Model &model, std::int64_t toward, std::int64_t from);

} // namespace cw
