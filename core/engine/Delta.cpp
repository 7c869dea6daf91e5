// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Delta.h"

#include "core/engine/Error.h"

#include <ATen/ATen.h>
#include <limits>

namespace cw {
namespace {

[[noreturn]] void refuse(const Delta &delta, const char *message)
{
    throw Error(Error::Kind::Input, message, {delta.parameter});
}

bool isAscending(const at::Tensor &numbers, std::int64_t below)
{
    const std::int64_t count = numbers.numel();
    if (count == 0)
        return true;
    const bool isOrdered =
        count == 1 || (numbers.narrow(0, 1, count - 1) > numbers.narrow(0, 0, count - 1)).all().item<bool>();
    return isOrdered && numbers[0].item<std::int64_t>() >= 0 && numbers[count - 1].item<std::int64_t>() < below;
}

bool isIndex(const at::Tensor &numbers)
{
    return numbers.defined() && numbers.scalar_type() == at::kLong && numbers.dim() == 1;
}

bool hasShape(const at::Tensor &values, const std::vector<std::int64_t> &shape)
{
    return values.sizes() == at::IntArrayRef(shape);
}

std::vector<std::int64_t> withRows(const ParameterView &view, std::int64_t rows)
{
    std::vector<std::int64_t> shape = view.shape;
    shape.front() = rows;
    return shape;
}

bool areNumbers(const at::Tensor &values)
{
    return values.defined() && values.scalar_type() == at::kFloat;
}

bool isFinite(const Delta &delta)
{
    return at::isfinite(delta.values).all().item<bool>() &&
           (delta.form != Delta::Form::LowRank || at::isfinite(delta.others).all().item<bool>());
}

/// Whether the two tensors belong to a change of this form.
bool belongTogether(const Delta &delta)
{
    const auto &[parameter, form, values, others] = delta;
    switch (form) {
    case Delta::Form::Dense: return !others.defined() && values.dim() > 0;
    case Delta::Form::LowRank:
        return areNumbers(others) && values.dim() == 2 && others.dim() == 2 && values.size(1) == others.size(0);
    case Delta::Form::Rows:
        return isIndex(others) && (values.dim() == 1 || values.dim() == 2) && values.size(0) == others.numel();
    case Delta::Form::Sparse: return isIndex(others) && values.dim() == 1 && values.size(0) == others.numel();
    }
    return false;
}

/// Whether the two tensors belong to a change of this form of this parameter.
bool fits(const Delta &delta, const ParameterView &view)
{
    const auto &[parameter, form, values, others] = delta;
    switch (form) {
    case Delta::Form::Dense: return !others.defined() && hasShape(values, view.shape);
    case Delta::Form::LowRank:
        return view.shape.size() == 2 && others.defined() && others.scalar_type() == at::kFloat && values.dim() == 2 &&
               hasShape(values, {view.rows(), values.size(1)}) && hasShape(others, {values.size(1), view.columns()});
    case Delta::Form::Rows: return isIndex(others) && hasShape(values, withRows(view, others.numel()));
    case Delta::Form::Sparse: return isIndex(others) && hasShape(values, {others.numel()});
    }
    return false;
}

at::Tensor asBlock(const at::Tensor &values)
{
    return values.dim() > 1 ? values : values.unsqueeze(1);
}

/// Those of some ascending numbers that stand between first and last: where they begin and how many they are.
std::pair<std::int64_t, std::int64_t> between(const at::Tensor &numbers, std::int64_t first, std::int64_t last)
{
    const at::Tensor ends = at::searchsorted(numbers, at::tensor({first, last + 1}, at::kLong));
    const std::int64_t begin = ends[0].item<std::int64_t>();
    return {begin, ends[1].item<std::int64_t>() - begin};
}

/// Which of some ascending numbers are among others, ascending as well: their own places, and those among the others.
std::pair<at::Tensor, at::Tensor> shared(const at::Tensor &numbers, const at::Tensor &others)
{
    const at::Tensor places = at::searchsorted(others, numbers).clamp_max(others.numel() - 1);
    const at::Tensor own = at::nonzero(others.index_select(0, places) == numbers).squeeze(1);
    return {own, places.index_select(0, own)};
}

void addRows(at::Tensor &block, const Delta &delta, double strength, const at::Tensor &rows)
{
    const auto [begin, count] =
        between(delta.others, rows[0].item<std::int64_t>(), rows[rows.numel() - 1].item<std::int64_t>());
    const auto [own, places] = shared(delta.others.narrow(0, begin, count), rows);
    const at::Tensor values = asBlock(delta.values).narrow(0, begin, count).index_select(0, own);
    block.index_add_(0, places, values.to(at::kDouble) * strength);
}

void addSparse(at::Tensor &block, const Delta &delta, double strength, const at::Tensor &rows)
{
    const std::int64_t columns = block.size(1);
    const std::int64_t first = rows[0].item<std::int64_t>() * columns;
    const std::int64_t last = rows[rows.numel() - 1].item<std::int64_t>() * columns + columns - 1;
    const auto [begin, count] = between(delta.others, first, last);
    const at::Tensor flat = delta.others.narrow(0, begin, count);
    const auto [own, row] = shared(flat.div(columns, "floor"), rows);
    const at::Tensor values = delta.values.narrow(0, begin, count).index_select(0, own);
    block.view(-1).index_add_(0, row * columns + flat.index_select(0, own).remainder(columns),
                              values.to(at::kDouble) * strength);
}

} // namespace

Delta Delta::dense(std::string parameter, at::Tensor values)
{
    return {std::move(parameter), Form::Dense, std::move(values), {}};
}

Delta Delta::lowRank(std::string parameter, at::Tensor left, at::Tensor right)
{
    return {std::move(parameter), Form::LowRank, std::move(left), std::move(right)};
}

Delta Delta::ofRows(std::string parameter, const std::vector<std::int64_t> &rows, at::Tensor values)
{
    return {std::move(parameter), Form::Rows, std::move(values), at::tensor(rows, at::kLong)};
}

Delta Delta::sparse(std::string parameter, at::Tensor places, at::Tensor values)
{
    return {std::move(parameter), Form::Sparse, std::move(values), std::move(places)};
}

const char *name(Delta::Form form)
{
    switch (form) {
    case Delta::Form::Dense: return "dense";
    case Delta::Form::LowRank: return "lowrank";
    case Delta::Form::Rows: return "rows";
    case Delta::Form::Sparse: return "sparse";
    }
    return "";
}

bool isSound(const Delta &delta)
{
    const bool isListed = delta.form == Delta::Form::Rows || delta.form == Delta::Form::Sparse;
    return areNumbers(delta.values) && belongTogether(delta) &&
           (!isListed || isAscending(delta.others, std::numeric_limits<std::int64_t>::max())) && isFinite(delta);
}

void check(const Delta &delta, const ParameterView &view)
{
    if (!areNumbers(delta.values) || !fits(delta, view))
        refuse(delta, QT_TRANSLATE_NOOP("Error", "The change of %1 has another shape than this model's: it was made "
                                                 "for another one."));
    const std::int64_t places = delta.form == Delta::Form::Rows ? view.rows() : view.rows() * view.columns();
    if ((delta.form == Delta::Form::Rows || delta.form == Delta::Form::Sparse) && !isAscending(delta.others, places))
        refuse(delta, QT_TRANSLATE_NOOP("Error", "The change of %1 names places that are out of range or not in "
                                                 "order; the patch is damaged."));
    if (!isFinite(delta))
        refuse(delta, QT_TRANSLATE_NOOP("Error", "The change of %1 holds NaN or infinity and is refused."));
}

at::Tensor touchedRows(const Delta &delta, const ParameterView &view)
{
    switch (delta.form) {
    case Delta::Form::Dense:
    case Delta::Form::LowRank: break;
    case Delta::Form::Rows: return delta.others;
    case Delta::Form::Sparse: return std::get<0>(at::unique_consecutive(delta.others.div(view.columns(), "floor")));
    }
    return at::arange(view.rows(), at::kLong);
}

void addTo(at::Tensor &block, const Delta &delta, double strength, const at::Tensor &rows)
{
    if (rows.numel() == 0)
        return;
    switch (delta.form) {
    case Delta::Form::Dense: block.add_(asBlock(delta.values).index_select(0, rows).to(at::kDouble), strength); return;
    case Delta::Form::LowRank:
        block.addmm_(delta.values.index_select(0, rows).to(at::kDouble), delta.others.to(at::kDouble), 1, strength);
        return;
    case Delta::Form::Rows: return addRows(block, delta, strength, rows);
    case Delta::Form::Sparse: return addSparse(block, delta, strength, rows);
    }
}

at::Tensor wholeDelta(const Delta &delta, const ParameterView &view)
{
    at::Tensor block = at::zeros({view.rows(), view.columns()}, at::kDouble);
    addTo(block, delta, 1, at::arange(view.rows(), at::kLong));
    return block.view(view.shape);
}

std::int64_t keptNumbers(const Delta &delta)
{
    // An index takes the room of two values.
    const std::int64_t width = delta.form == Delta::Form::LowRank ? 1 : 2;
    return delta.values.numel() + (delta.others.defined() ? width * delta.others.numel() : 0);
}

Delta shortest(const ParameterView &view, const at::Tensor &rows, const at::Tensor &values)
{
    const at::Tensor block = asBlock(values.to(at::kFloat));
    const at::Tensor places = at::nonzero(block); // [n, 2]
    const at::Tensor used = at::nonzero((block != 0).any(1)).squeeze(1);
    const std::int64_t whole = view.rows() * view.columns();
    const std::int64_t bySingle = 3 * places.size(0);
    const std::int64_t byRows = used.numel() * (view.columns() + 2);
    if (bySingle <= byRows && bySingle < whole) {
        const at::Tensor row = places.select(1, 0);
        const at::Tensor column = places.select(1, 1);
        return Delta::sparse(view.name, rows.index_select(0, row) * view.columns() + column,
                             block.index({row, column}));
    }
    std::vector<std::int64_t> shape = view.shape;
    if (byRows < whole) {
        shape.front() = used.numel();
        return {view.name, Delta::Form::Rows, block.index_select(0, used).view(shape), rows.index_select(0, used)};
    }
    return Delta::dense(view.name, at::zeros({view.rows(), view.columns()}).index_copy_(0, rows, block).view(shape));
}

} // namespace cw
