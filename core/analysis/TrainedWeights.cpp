// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TrainedWeights.h"

#include "core/engine/Error.h"
#include "core/engine/ParameterRows.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace cw {
namespace {

using TickPart = Tick::Part;

at::Tensor sorted(const at::Tensor &numbers)
{
    return std::get<0>(at::_unique2(numbers));
}

/// Flat places of what a tick means.
at::Tensor placesOf(const Tick &tick, const ParameterView &view)
{
    const at::Tensor listed = at::tensor(tick.places, at::kLong);
    const at::Tensor rows = tick.part == TickPart::Rows ? listed : allRows(view);
    const at::Tensor columns = tick.part == TickPart::Columns ? listed : at::arange(view.columns(), at::kLong);
    return tick.part == TickPart::Weights ? listed
                                          : (rows.unsqueeze(1) * view.columns() + columns.unsqueeze(0)).flatten();
}

/// What the ticks of one parameter mean together: all of it, rows, or weights; and which.
std::pair<TickPart, at::Tensor> united(const std::vector<const Tick *> &ticks, const ParameterView &view)
{
    bool isRows = true;
    for (const Tick *tick : ticks) {
        if (tick->part == TickPart::All)
            return {TickPart::All, allRows(view)};
        isRows = isRows && tick->part == TickPart::Rows;
    }
    std::vector<at::Tensor> lists;
    for (const Tick *tick : ticks)
        lists.push_back(isRows ? at::tensor(tick->places, at::kLong) : placesOf(*tick, view));
    return {isRows ? TickPart::Rows : TickPart::Weights, sorted(at::cat(lists))};
}

at::Tensor storedPlaces(const ParameterView &view, const at::Tensor &places)
{
    const std::int64_t columns = view.columns();
    return storedRows(view, places.div(columns, "floor")) * columns + places.remainder(columns);
}

void checkTick(const Tick &tick, const ParameterView &view)
{
    const std::int64_t below = tick.part == TickPart::Weights   ? view.rows() * view.columns()
                               : tick.part == TickPart::Columns ? view.columns()
                                                                : view.rows();
    for (const std::int64_t place : tick.places)
        if (place < 0 || place >= below)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "Number %1 is selected in %2, which has only 0 to %3."),
                        {std::to_string(place), view.name, std::to_string(below - 1)});
}

bool isWhole(const ParameterView &view)
{
    return view.name == view.stored;
}

} // namespace

TrainedWeights::TrainedWeights(const Model &base, const std::vector<Tick> &ticks)
{
    std::map<std::string, std::vector<const Tick *>> byParameter;
    for (const Tick &tick : ticks) {
        checkTick(tick, parameterView(base, tick.parameter));
        if (tick.part == TickPart::All || !tick.places.empty())
            byParameter[parameterView(base, tick.parameter).name].push_back(&tick);
    }
    if (byParameter.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "Nothing is selected: name layers, modules, rows, neurons or weights."));
    const c10::AutoGradMode noGradients(false);
    const at::Device device = base.placement().device;
    std::vector<at::Tensor> starts;
    for (const ParameterView &view : parameterViews(base)) {
        const auto found = byParameter.find(view.name);
        if (found == byParameter.end())
            continue;
        const auto [kind, own] = united(found->second, view);
        const at::Tensor stored = kind == TickPart::Weights ? storedPlaces(view, own) : storedRows(view, own);
        const at::Tensor whole = base.parameters().at(view.stored).to(device, at::kFloat).contiguous();
        m_wholes[view.stored] = whole;
        m_parts.push_back({view, kind, own, stored.to(device), {}, 0});
        starts.push_back(kind == TickPart::Weights ? whole.view(-1).index_select(0, m_parts.back().stored)
                                                   : whole.index_select(0, m_parts.back().stored));
    }
    std::vector<at::Tensor> flat;
    for (const at::Tensor &start : starts)
        flat.push_back(start.flatten());
    m_start = at::cat(flat);
    m_values = m_start.clone();
    m_gradients = at::zeros_like(m_values);
    std::int64_t begin = 0;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const std::int64_t count = starts[i].numel();
        m_parts[i].begin = begin;
        m_parts[i].leaf = m_values.narrow(0, begin, count).view(starts[i].sizes()).set_requires_grad(true);
        m_parts[i].leaf.mutable_grad() = m_gradients.narrow(0, begin, count).view(starts[i].sizes());
        begin += count;
    }
}

at::Tensor TrainedWeights::placed(const Part &part, const at::Tensor &whole) const
{
    if (part.kind == TickPart::Weights)
        return whole.flatten().index_copy(0, part.stored, part.leaf).view(whole.sizes());
    if (part.kind == TickPart::All && isWhole(part.view))
        return part.leaf;
    return whole.index_copy(0, part.stored, part.leaf);
}

Parameters TrainedWeights::parameters() const
{
    Parameters made;
    for (const Part &part : m_parts) {
        at::Tensor &parameter = made.emplace(part.view.stored, m_wholes.at(part.view.stored)).first->second;
        parameter = placed(part, parameter);
    }
    return made;
}

Edit TrainedWeights::edit(const at::Tensor &values) const
{
    const c10::AutoGradMode noGradients(false);
    const at::Tensor changes = (values.detach() - m_start).to(at::kCPU);
    Edit edit;
    for (const Part &part : m_parts) {
        const at::Tensor change = changes.narrow(0, part.begin, part.leaf.numel()).view(part.leaf.sizes());
        const at::Tensor changed = at::nonzero(change.flatten()).squeeze(1);
        if (changed.numel() == 0)
            continue;
        edit.deltas.push_back(
            part.kind == TickPart::Weights
                ? Delta::sparse(part.view.name, part.own.index_select(0, changed), change.index_select(0, changed))
                : shortest(part.view, part.own, change));
    }
    return edit;
}

} // namespace cw
