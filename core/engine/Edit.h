// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Delta.h"

#include <memory>

namespace cw {

class Model;
class Monitor;

/// A fixed additive change of a model's weights: at most one change per parameter.
struct Edit {
    std::vector<Delta> deltas;
};

/// An edit that is on, with its strength (alpha).
struct ActiveEdit {
    std::shared_ptr<const Edit> edit;
    double strength = 1;
};

using ActiveEdits = std::vector<ActiveEdit>;

/// Base plus the sum of the edits, each times its strength: added in fp64, rounded to fp32 and once to the type that a
/// parameter is stored in. Shares every parameter that no edit changes; without one that does, it is base itself. A
/// number whose change is nought keeps its bits. Throws Error of kind Input where an edit does not fit the model or its
/// outcome is no finite number of the stored type.
std::shared_ptr<const Model> edited(const std::shared_ptr<const Model> &base, const ActiveEdits &edits,
                                    Monitor &monitor);

/// A model with the edits that are on it.
struct EditedModel {
    std::shared_ptr<const Model> model;
    ActiveEdits edits;
};

/// As edited(), from a model that base with other edits has become: it shares every parameter of which both say the
/// same.
std::shared_ptr<const Model> editedAnew(const std::shared_ptr<const Model> &base, const EditedModel &earlier,
                                        const ActiveEdits &edits, Monitor &monitor);

/// What the edits say of one parameter together, before any rounding.
struct MergedDelta {
    ParameterView view;
    at::Tensor rows; ///< that may change, ascending: [n] int64

    /// The sum of strength * D of some of these rows, ascending: [rows, in] fp64; of a vector [rows, 1].
    at::Tensor sum(const at::Tensor &some) const;

    std::vector<std::pair<const Delta *, double>> parts;
};

/// By parameter, in the model's order; edits of strength 0 are left out. Valid as long as the edits are. Throws Error
/// of kind Input where one does not fit.
std::vector<MergedDelta> merged(const Model &model, const ActiveEdits &edits);

} // namespace cw
