// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/MovedEdit.h"

#include "core/analysis/RandomState.h"
#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/ParameterRows.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <set>

namespace cw {
namespace {

/// As many places below a limit as are taken, drawn from the others; ascending.
std::vector<std::int64_t> drawnBeside(const at::Tensor &taken, std::int64_t below, RandomState &random)
{
    const std::int64_t *const begin = taken.data_ptr<std::int64_t>();
    const std::int64_t *const end = begin + taken.numel();
    std::set<std::int64_t> drawn;
    while (static_cast<std::int64_t>(drawn.size()) < taken.numel()) {
        const auto place = static_cast<std::int64_t>(random.uniform() * static_cast<double>(below));
        if (!std::binary_search(begin, end, place))
            drawn.insert(place);
    }
    return {drawn.begin(), drawn.end()};
}

Delta moved(const Model &model, const Delta &delta, RandomState &random)
{
    const ParameterView view = parameterView(model, delta.parameter);
    const bool areRows = delta.form == Delta::Form::Rows;
    const std::int64_t below = areRows ? view.rows() : view.rows() * view.columns();
    if ((!areRows && delta.form != Delta::Form::Sparse) || 2 * delta.others.numel() > below)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error",
                                      "The edit changes so much of %1 that it cannot be moved elsewhere in it: "
                                      "leave out the placebo."),
                    {delta.parameter});
    const std::vector<std::int64_t> places = drawnBeside(delta.others.contiguous(), below, random);
    return areRows ? Delta::ofRows(delta.parameter, places, delta.values)
                   : Delta::sparse(delta.parameter, at::tensor(places, at::kLong), delta.values);
}

} // namespace

Edit movedEdit(const Model &model, const Edit &edit, std::uint32_t seed)
{
    RandomState random(seed);
    Edit result;
    for (const Delta &delta : edit.deltas)
        result.deltas.push_back(moved(model, delta, random));
    return result;
}

} // namespace cw
