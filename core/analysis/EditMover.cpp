// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditMover.h"

#include "core/analysis/RandomState.h"
#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/ParameterRows.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <optional>
#include <vector>

namespace cw {
namespace {

/// What moves as one.
enum class Unit { Row, Column, Weight };

/// A change as units that move: values [n, numbers of a unit] of the units at places [n] int64, ascending.
struct Pieces {
    Unit unit = Unit::Row;
    at::Tensor places;
    at::Tensor values;
};

[[noreturn]] void refuse(const std::string &parameter)
{
    throw Error(Error::Kind::Input,
                QT_TRANSLATE_NOOP("Error", "The edit changes so much of %1 that it cannot be moved elsewhere in it: "
                                           "leave out the placebo."),
                {parameter});
}

/// Columns that are changed whole are neurons. Changes that are nought by chance are not in the delta.
bool areColumns(const Delta &delta, const ParameterView &view, const at::Tensor &columns)
{
    constexpr double almost = 0.9;
    return view.rows() > 1 && view.columns() > 1 &&
           static_cast<double>(delta.others.numel()) >= almost * static_cast<double>(columns.numel() * view.rows());
}

Pieces piecesOf(const Delta &delta, const ParameterView &view)
{
    if (delta.form == Delta::Form::Rows)
        return {Unit::Row, delta.others, delta.values.reshape({delta.others.numel(), -1})};
    if (delta.form != Delta::Form::Sparse)
        refuse(delta.parameter);
    const at::Tensor column = delta.others.remainder(view.columns());
    const at::Tensor columns = std::get<0>(at::_unique(column));
    if (!areColumns(delta, view, columns))
        return {Unit::Weight, delta.others, delta.values.unsqueeze(1)};
    const at::Tensor row = delta.others.div(view.columns(), "floor");
    at::Tensor values = at::zeros({columns.numel(), view.rows()});
    values.index_put_({at::searchsorted(columns, column), row}, delta.values);
    return {Unit::Column, columns, values};
}

std::int64_t unitsOf(const ParameterView &view, Unit unit)
{
    switch (unit) {
    case Unit::Row: return view.rows();
    case Unit::Column: return view.columns();
    case Unit::Weight: break;
    }
    return view.rows() * view.columns();
}

/// How long all units of a parameter are: [n] fp64.
at::Tensor lengthsOf(const Model &model, const ParameterView &view, Unit unit)
{
    std::vector<at::Tensor> blocks;
    at::Tensor squares = at::zeros({view.columns()}, at::kDouble);
    forRowBlocks(allRows(view), view, [&](const at::Tensor &rows, std::int64_t) {
        const at::Tensor block = rowsOf(model, view, rows).to(at::kCPU, at::kDouble);
        if (unit == Unit::Column)
            squares += block.square().sum(0);
        else
            blocks.push_back(unit == Unit::Row ? block.norm(2, 1) : block.abs().flatten());
    });
    return unit == Unit::Column ? squares.sqrt() : at::cat(blocks);
}

/// Units outside some that are taken, by their lengths.
class FreeUnits {
public:
    FreeUnits(const at::Tensor &taken, const at::Tensor &lengths)
    {
        const at::Tensor isFree = at::ones({lengths.numel()}, at::kBool).index_fill(0, taken, false);
        const at::Tensor places = at::nonzero(isFree).squeeze(1);
        const at::Tensor own = lengths.index_select(0, places);
        const at::Tensor order = own.argsort();
        m_lengths = own.index_select(0, order).contiguous();
        m_places = places.index_select(0, order).contiguous();
    }

    std::size_t size() const { return static_cast<std::size_t>(m_places.numel()); }

    /// One near a wanted length that is not used yet; of size() flags, its own is set.
    std::int64_t drawNear(double length, RandomState &random, std::vector<bool> &isUsed) const
    {
        const std::int64_t count = m_places.numel();
        const double *const begin = m_lengths.data_ptr<double>();
        const std::int64_t middle = std::lower_bound(begin, begin + count, length) - begin;
        for (std::int64_t reach = std::max<std::int64_t>(least, count / 20);; reach *= 2) {
            const std::int64_t first = std::max<std::int64_t>(0, middle - reach);
            const std::int64_t end = std::min(count, middle + reach);
            const auto from = static_cast<std::int64_t>(random.uniform() * static_cast<double>(end - first));
            for (std::int64_t i = 0; i < end - first; ++i) {
                const std::int64_t place = first + (from + i) % (end - first);
                if (isUsed[static_cast<std::size_t>(place)])
                    continue;
                isUsed[static_cast<std::size_t>(place)] = true;
                return m_places.data_ptr<std::int64_t>()[place];
            }
        }
    }

private:
    static constexpr std::int64_t least = 4;

    at::Tensor m_lengths; ///< ascending
    at::Tensor m_places;  ///< theirs
};

Delta deltaOf(const Delta &before, const ParameterView &view, const Pieces &pieces)
{
    if (pieces.unit == Unit::Row)
        return {before.parameter, Delta::Form::Rows, pieces.values.reshape(before.values.sizes()), pieces.places};
    if (pieces.unit == Unit::Weight)
        return Delta::sparse(before.parameter, pieces.places, pieces.values.squeeze(1));
    const at::Tensor rows = at::arange(view.rows(), at::kLong).unsqueeze(1) * view.columns();
    return Delta::sparse(before.parameter, (rows + pieces.places.unsqueeze(0)).flatten(),
                         pieces.values.t().contiguous().flatten());
}

bool fits(const Pieces &pieces, const ParameterView &view)
{
    return 2 * pieces.places.numel() <= unitsOf(view, pieces.unit);
}

Pieces movablePieces(const Delta &delta, const ParameterView &view)
{
    Pieces pieces = piecesOf(delta, view);
    if (!fits(pieces, view))
        refuse(delta.parameter);
    return pieces;
}

} // namespace

/// What of one parameter moves, how long the units are that it comes from, and where it can go.
struct EditMover::Part {
    Part(const Model &model, const Delta &from)
        : delta(from), view(parameterView(model, from.parameter)), pieces(movablePieces(from, view))
    {
        const at::Tensor all = lengthsOf(model, view, pieces.unit);
        lengths = all.index_select(0, pieces.places).contiguous();
        free.emplace(pieces.places, all);
    }

    Delta moved(RandomState &random) const
    {
        std::vector<bool> isUsed(free->size());
        std::vector<std::int64_t> places;
        for (std::int64_t i = 0; i < lengths.numel(); ++i)
            places.push_back(free->drawNear(lengths.data_ptr<double>()[i], random, isUsed));
        const auto [ascending, order] = at::tensor(places, at::kLong).sort();
        return deltaOf(delta, view, {pieces.unit, ascending, pieces.values.index_select(0, order)});
    }

    Delta delta;
    ParameterView view;
    Pieces pieces;
    at::Tensor lengths; ///< [pieces] fp64
    std::optional<FreeUnits> free;
};

EditMover::EditMover(const Model &model, const Edit &edit)
{
    for (const Delta &delta : edit.deltas)
        m_parts.push_back(std::make_unique<const Part>(model, delta));
}

EditMover::~EditMover() = default;

bool EditMover::canMove(const Model &model, const Edit &edit)
{
    return std::all_of(edit.deltas.begin(), edit.deltas.end(), [&model](const Delta &delta) {
        if (delta.form != Delta::Form::Rows && delta.form != Delta::Form::Sparse)
            return false;
        const ParameterView view = parameterView(model, delta.parameter);
        return fits(piecesOf(delta, view), view);
    });
}

Edit EditMover::moved(std::uint32_t seed) const
{
    RandomState random(seed);
    Edit result;
    for (const auto &part : m_parts)
        result.deltas.push_back(part->moved(random));
    return result;
}

} // namespace cw
