// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ParameterView.h"

#include <ATen/core/Tensor.h>

namespace cw {

/// How one parameter changes: D of W' = W + strength * D, in the form that takes the least room. Values are fp32.
struct Delta {
    enum class Form {
        Dense,   ///< values as the parameter
        LowRank, ///< values [out, r] times others [r, in]
        Rows,    ///< others [n] int64, ascending: rows; values [n, in], or [n] of a vector
        Sparse   ///< others [n] int64, ascending: flat places in the parameter; values [n]
    };

    std::string parameter; ///< as ParameterView names it
    Form form = Form::Dense;
    at::Tensor values;
    at::Tensor others;

    static Delta dense(std::string parameter, at::Tensor values);
    static Delta lowRank(std::string parameter, at::Tensor left, at::Tensor right);
    static Delta ofRows(std::string parameter, const std::vector<std::int64_t> &rows, at::Tensor values);
    static Delta sparse(std::string parameter, at::Tensor places, at::Tensor values);
};

/// "dense", "lowrank", "rows", "sparse": the words in files and JSON.
const char *name(Delta::Form form);

/// Whether its tensors make a change of any parameter at all: types, dimensions, order, and no NaN or infinity. Of
/// which one is not asked.
bool isSound(const Delta &delta);

/// Throws Error of kind Input naming the parameter where shapes, types, order or range of its tensors do not fit the
/// parameter, or a value is NaN or infinite.
void check(const Delta &delta, const ParameterView &view);

/// The rows that it may change, ascending: [n] int64.
at::Tensor touchedRows(const Delta &delta, const ParameterView &view);

/// Adds strength * D of some rows, ascending, to block [rows, in] fp64; of a vector [rows, 1].
void addTo(at::Tensor &block, const Delta &delta, double strength, const at::Tensor &rows);

/// D as a whole, fp64, in the parameter's shape.
at::Tensor wholeDelta(const Delta &delta, const ParameterView &view);

/// How many numbers it keeps: what it costs in a file.
std::int64_t keptNumbers(const Delta &delta);

/// The same change in its shortest form among dense, rows and sparse, from those rows of D, ascending, that may change:
/// values [rows, in], of a vector [rows].
Delta shortest(const ParameterView &view, const at::Tensor &rows, const at::Tensor &values);

} // namespace cw
