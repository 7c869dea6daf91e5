// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/EditOverlap.h"

#include "core/engine/Edit.h"

#include <ATen/ATen.h>

namespace cw {
namespace {

using Form = Delta::Form;

bool isWhole(const Delta &delta)
{
    return delta.form == Form::Dense || delta.form == Form::LowRank;
}

/// The rows in which single weights of a parameter lie whose rows are this long.
at::Tensor rowsOf(const Delta &sparse, std::int64_t columns)
{
    return sparse.others.div(columns, "floor");
}

bool overlap(const Delta &a, const Delta &b)
{
    if (isWhole(a) || isWhole(b))
        return true;
    if (a.form == b.form)
        return at::isin(a.others, b.others).any().item<bool>();
    const Delta &rows = a.form == Form::Rows ? a : b;
    const Delta &sparse = a.form == Form::Rows ? b : a;
    const std::int64_t columns = rows.values.dim() > 1 ? rows.values.size(1) : 1;
    return at::isin(rowsOf(sparse, columns), rows.others).any().item<bool>();
}

} // namespace

bool overlap(const Edit &a, const Edit &b)
{
    for (const Delta &one : a.deltas)
        for (const Delta &other : b.deltas)
            if (one.parameter == other.parameter && overlap(one, other))
                return true;
    return false;
}

} // namespace cw
