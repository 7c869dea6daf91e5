// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ParameterView.h"

#include <ATen/core/Tensor.h>
#include <algorithm>

namespace cw {

class Model;

/// What the checkpoint has of parameterViews(): a bias may be missing.
std::vector<ParameterView> parameterViews(const Model &model);
/// As parameterView(), of what the checkpoint has.
ParameterView parameterView(const Model &model, const std::string &name);

/// Where rows [n] int64 of a parameter lie in the one that holds them.
at::Tensor storedRows(const ParameterView &view, const at::Tensor &rows);

/// Some rows of a parameter, [rows, in], of a vector [rows, 1], in their stored type.
at::Tensor rowsOf(const Model &model, const ParameterView &view, const at::Tensor &rows);

/// All its rows' numbers: [rows] int64.
at::Tensor allRows(const ParameterView &view);

/// f(some of the rows, which of them come before) until all had their turn: so many that memory stays small however
/// large the parameter is.
template <class F> void forRowBlocks(const at::Tensor &rows, const ParameterView &view, const F &f)
{
    constexpr std::int64_t numbers = std::int64_t{1} << 20;
    const std::int64_t step = std::max<std::int64_t>(1, numbers / view.columns());
    for (std::int64_t begin = 0; begin < rows.numel(); begin += step)
        f(rows.narrow(0, begin, std::min(step, rows.numel() - begin)), begin);
}

} // namespace cw
