// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ParameterRows.h"

#include "core/engine/Error.h"
#include "core/engine/Model.h"

#include <ATen/ATen.h>

namespace cw {

std::vector<ParameterView> parameterViews(const Model &model)
{
    std::vector<ParameterView> views = parameterViews(model.spec());
    views.erase(
        std::remove_if(views.begin(), views.end(),
                       [&model](const ParameterView &view) { return model.parameters().count(view.stored) == 0; }),
        views.end());
    return views;
}

ParameterView parameterView(const Model &model, const std::string &name)
{
    ParameterView view = parameterView(model.spec(), name);
    if (model.parameters().count(view.stored) == 0)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "This checkpoint has no parameter \"%1\"."), {name});
    return view;
}

at::Tensor storedRows(const ParameterView &view, const at::Tensor &rows)
{
    at::Tensor places = at::empty_like(rows);
    const auto from = rows.accessor<std::int64_t, 1>();
    auto to = places.accessor<std::int64_t, 1>();
    for (std::int64_t i = 0; i < rows.numel(); ++i)
        to[i] = view.storedRow(from[i]);
    return places;
}

at::Tensor rowsOf(const Model &model, const ParameterView &view, const at::Tensor &rows)
{
    return model.parameters()
        .at(view.stored)
        .index_select(0, storedRows(view, rows))
        .view({rows.numel(), view.columns()});
}

at::Tensor allRows(const ParameterView &view)
{
    return at::arange(view.rows(), at::kLong);
}

} // namespace cw
