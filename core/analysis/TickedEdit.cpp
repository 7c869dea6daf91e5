// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TickedEdit.h"

#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"

#include <ATen/ATen.h>
#include <map>
#include <optional>
#include <string_view>

namespace cw {
namespace {

using Part = Tick::Part;

at::Tensor wide(const at::Tensor &x)
{
    return x.to(at::kCPU, at::kDouble);
}

bool writesToStream(std::string_view parameter)
{
    for (const std::string_view end : {".attn.out", ".mlp.out", ".attn.out.bias", ".mlp.out.bias"})
        if (parameter.size() >= end.size() && parameter.substr(parameter.size() - end.size()) == end)
            return true;
    return false;
}

/// The change of one parameter: what is asked is worked out over blocks of rows, in fp64.
class ParameterChange {
public:
    ParameterChange(const Model &model, const ParameterView &view, const TickChange &change)
        : m_model(model), m_view(view), m_change(change)
    {
        if (change.kind == TickChange::Kind::Toward)
            checkReference();
        if (change.kind == TickChange::Kind::Attenuate)
            takeDirection();
        if (change.kind == TickChange::Kind::Mean)
            m_meanRow = meanRow();
    }

    /// The whole parameter's, where that is of rank one.
    std::optional<Delta> lowRank() const
    {
        if (m_change.kind != TickChange::Kind::Attenuate || m_view.shape.size() < 2)
            return std::nullopt;
        return Delta::lowRank(m_view.name, (-m_change.amount * m_direction).to(at::kFloat).unsqueeze(1),
                              m_along.to(at::kFloat).unsqueeze(0));
    }

    /// New less old of some rows, [rows, in], where part says how they are ticked.
    at::Tensor of(const at::Tensor &rows, Part part) const
    {
        const at::Tensor old = wide(rowsOf(m_model, m_view, rows));
        switch (m_change.kind) {
        case TickChange::Kind::Zero: return -old;
        case TickChange::Kind::Scale: return (m_change.amount - 1) * old;
        case TickChange::Kind::Mean: return mean(old, part) - old;
        case TickChange::Kind::Toward:
            return m_change.amount * (wide(rowsOf(*m_change.reference, *m_other, rows)) - old);
        case TickChange::Kind::Attenuate:
            return -m_change.amount * m_direction.index_select(0, rows).unsqueeze(1) * m_along.unsqueeze(0);
        }
        return at::zeros_like(old);
    }

private:
    void checkReference()
    {
        m_other = parameterView(*m_change.reference, m_view.name);
        if (m_other->shape != m_view.shape)
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "The reference model has another shape at %1; choose one of the "
                                                   "same architecture and size."),
                        {m_view.name});
    }

    void takeDirection()
    {
        if (!writesToStream(m_view.name))
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "%1 does not write to the residual stream, so it has no share of "
                                                   "the direction; select attn.out or mlp.out."),
                        {m_view.name});
        m_direction = wide(m_change.direction);
        m_along = at::zeros({m_view.columns()}, at::kDouble);
        forRowBlocks(allRows(m_view), m_view, [this](const at::Tensor &rows, std::int64_t) {
            m_along += at::mv(wide(rowsOf(m_model, m_view, rows)).t(), m_direction.index_select(0, rows));
        });
    }

    at::Tensor meanRow() const
    {
        at::Tensor sum = at::zeros({m_view.columns()}, at::kDouble);
        forRowBlocks(allRows(m_view), m_view, [this, &sum](const at::Tensor &rows, std::int64_t) {
            sum += wide(rowsOf(m_model, m_view, rows)).sum(0);
        });
        return sum / static_cast<double>(m_view.rows());
    }

    at::Tensor mean(const at::Tensor &old, Part part) const
    {
        const bool isAlongRow = part == Part::Columns || part == Part::Weights;
        return isAlongRow ? old.mean(1, true).expand_as(old) : m_meanRow.unsqueeze(0).expand_as(old);
    }

    const Model &m_model;
    const ParameterView &m_view;
    const TickChange &m_change;
    std::optional<ParameterView> m_other; ///< of the reference
    at::Tensor m_direction;               ///< u [out]
    at::Tensor m_along;                   ///< u^T W [in]
    at::Tensor m_meanRow;                 ///< [in]
};

at::Tensor touched(const Tick &tick, const ParameterView &view)
{
    switch (tick.part) {
    case Part::All:
    case Part::Columns: return allRows(view);
    case Part::Rows: return at::tensor(tick.places, at::kLong);
    case Part::Weights: break;
    }
    const at::Tensor rows = at::tensor(tick.places, at::kLong).div(view.columns(), "floor");
    return std::get<0>(at::unique_consecutive(rows));
}

/// Which numbers of some rows a tick means: [rows, in] bool.
at::Tensor maskOf(const Tick &tick, const at::Tensor &rows, const ParameterView &view)
{
    at::Tensor mask = at::zeros({rows.numel(), view.columns()}, at::kBool);
    const at::Tensor places = at::tensor(tick.places, at::kLong);
    switch (tick.part) {
    case Part::All: return mask.fill_(true);
    case Part::Columns: return mask.index_fill_(1, places, true);
    case Part::Rows: return at::isin(rows, places).unsqueeze(1).expand_as(mask);
    case Part::Weights: break;
    }
    const at::Tensor flat = rows.unsqueeze(1) * view.columns() + at::arange(view.columns(), at::kLong).unsqueeze(0);
    return at::isin(flat, places);
}

/// One parameter's ticks, the wider ones first: what is ticked as a row counts as a row.
Delta deltaOf(const Model &model, const ParameterView &view, const std::vector<const Tick *> &ticks,
              const TickChange &change)
{
    const ParameterChange asked(model, view, change);
    if (ticks.front()->part == Part::All)
        if (std::optional<Delta> delta = asked.lowRank())
            return *std::move(delta);
    at::Tensor rows = touched(*ticks.front(), view);
    for (const Tick *tick : ticks)
        rows = std::get<0>(at::_unique2(at::cat({rows, touched(*tick, view)})));
    at::Tensor values = at::zeros({rows.numel(), view.columns()}, at::kFloat);
    forRowBlocks(rows, view, [&](const at::Tensor &block, std::int64_t before) {
        at::Tensor change64 = at::zeros({block.numel(), view.columns()}, at::kDouble);
        for (auto tick = ticks.rbegin(); tick != ticks.rend(); ++tick)
            change64 = at::where(maskOf(**tick, block, view), asked.of(block, (*tick)->part), change64);
        values.narrow(0, before, block.numel()).copy_(change64);
    });
    return shortest(view, rows, values);
}

bool isNothing(const Delta &delta)
{
    return delta.values.numel() == 0 || !delta.values.any().item<bool>() ||
           (delta.form == Delta::Form::LowRank && !delta.others.any().item<bool>());
}

} // namespace

Edit tickedChange(const Model &model, const std::vector<Tick> &ticks, const TickChange &change, Monitor &monitor)
{
    std::map<std::string, std::vector<const Tick *>> byParameter;
    for (const Tick &tick : ticks)
        byParameter[tick.parameter].push_back(&tick);
    Edit edit;
    std::int64_t done = 0;
    for (const ParameterView &view : parameterViews(model)) {
        const auto found = byParameter.find(view.name);
        if (found == byParameter.end())
            continue;
        monitor.step(done++, static_cast<std::int64_t>(byParameter.size()));
        Delta delta = deltaOf(model, view, found->second, change);
        if (!isNothing(delta))
            edit.deltas.push_back(std::move(delta));
    }
    return edit;
}

Edit tickedEdit(const Model &model, const std::vector<Tick> &ticks, const TickChange &change, Monitor &monitor)
{
    Edit edit = tickedChange(model, ticks, change, monitor);
    if (edit.deltas.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "What is selected would stay as it is: the edit has no effect."));
    return edit;
}

at::Tensor headDirection(const Model &model, std::int64_t toward, std::int64_t from)
{
    const ModelSpec &spec = model.spec();
    if (spec.headTransform)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "The head of this model (%1) is no single map, so no direction of its "
                                               "stream parts two words; attenuate needs another model."),
                    {spec.family});
    const Head head = model.head();
    at::Tensor direction = wide(head.vocabulary.weight[toward]) - wide(head.vocabulary.weight[from]);
    if (head.transform.weight.defined())
        direction = at::mv(wide(head.transform.weight).t(), direction);
    if (spec.finalNorm)
        direction = direction * (wide(head.norm.weight) + (spec.offsetNorm ? 1 : 0));
    const double norm = direction.norm().item<double>();
    if (norm <= 0)
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The two targets are one token, so no direction parts them."));
    return (direction / norm).to(at::kFloat);
}

} // namespace cw
