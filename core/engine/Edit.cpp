// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Edit.h"

#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <map>

namespace cw {
namespace {

at::Tensor united(const at::Tensor &a, const at::Tensor &b)
{
    return a.defined() ? std::get<0>(at::_unique2(at::cat({a, b}))) : b;
}

void add(std::vector<MergedDelta> &sums, const std::vector<ParameterView> &views, const Delta &delta, double strength)
{
    const auto view = std::find_if(views.begin(), views.end(),
                                   [&delta](const ParameterView &each) { return each.name == delta.parameter; });
    if (view == views.end())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "The edit changes %1, which this model does not have: it was made for "
                                               "another one."),
                    {delta.parameter});
    check(delta, *view);
    auto sum = std::find_if(sums.begin(), sums.end(),
                            [&delta](const MergedDelta &each) { return each.view.name == delta.parameter; });
    if (sum == sums.end())
        sum = sums.insert(sum, {*view, {}, {}});
    sum->rows = united(sum->rows, touchedRows(delta, *view));
    sum->parts.emplace_back(&delta, strength);
}

/// The old numbers with their change, in their own type.
at::Tensor changed(const at::Tensor &old, const at::Tensor &change)
{
    const at::Tensor wide = old.to(at::kDouble) + change;
    const at::Tensor rounded = old.scalar_type() == at::kDouble ? wide : wide.to(at::kFloat).to(old.scalar_type());
    return at::where(change == 0, old, rounded);
}

void apply(const MergedDelta &merged, at::Tensor &parameter, Monitor &monitor)
{
    forRowBlocks(merged.rows, merged.view, [&](const at::Tensor &rows, std::int64_t before) {
        monitor.step(before, merged.rows.numel());
        const at::Tensor places = storedRows(merged.view, rows);
        const at::Tensor old = parameter.index_select(0, places);
        const at::Tensor now = changed(old, merged.sum(rows).view(old.sizes()));
        if (!at::isfinite(now).all().item<bool>())
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "The edit makes numbers of %1 that its type cannot hold; choose a "
                                                   "smaller strength."),
                        {merged.view.name});
        parameter.index_copy_(0, places, now);
    });
}

} // namespace

at::Tensor MergedDelta::sum(const at::Tensor &some) const
{
    at::Tensor block = at::zeros({some.numel(), view.columns()}, at::kDouble);
    for (const auto &[delta, strength] : parts)
        addTo(block, *delta, strength, some);
    return block;
}

std::vector<MergedDelta> merged(const Model &model, const ActiveEdits &edits)
{
    const std::vector<ParameterView> views = parameterViews(model);
    std::vector<MergedDelta> sums;
    for (const ActiveEdit &active : edits)
        for (const Delta &delta : active.edit->deltas)
            if (active.strength != 0)
                add(sums, views, delta, active.strength);
    const auto place = [&views](const MergedDelta &sum) {
        return std::find_if(views.begin(), views.end(),
                            [&sum](const ParameterView &view) { return view.name == sum.view.name; });
    };
    std::stable_sort(sums.begin(), sums.end(),
                     [&place](const MergedDelta &a, const MergedDelta &b) { return place(a) < place(b); });
    return sums;
}

namespace {

/// The changes of each stored parameter, by the names of what is seen of it.
using Sums = std::map<std::string, std::map<std::string, const MergedDelta *>>;

Sums byStored(const std::vector<MergedDelta> &sums)
{
    Sums all;
    for (const MergedDelta &sum : sums)
        all[sum.view.stored][sum.view.name] = &sum;
    return all;
}

/// Whether two lists of changes of a stored parameter are the same ones, equally strong and in one order.
bool areSame(const Sums::mapped_type &a, const Sums::mapped_type &b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto &one, const auto &other) {
               return one.first == other.first && one.second->parts == other.second->parts;
           });
}

} // namespace

std::shared_ptr<const Model> edited(const std::shared_ptr<const Model> &base, const ActiveEdits &edits,
                                    Monitor &monitor)
{
    Parameters changes;
    for (const MergedDelta &sum : merged(*base, edits)) {
        at::Tensor &parameter = changes[sum.view.stored];
        if (!parameter.defined())
            parameter = base->parameters().at(sum.view.stored).clone(at::MemoryFormat::Contiguous);
        apply(sum, parameter, monitor);
    }
    return changes.empty() ? base : std::make_shared<const Model>(*base, std::move(changes));
}

std::shared_ptr<const Model> editedAnew(const std::shared_ptr<const Model> &base, const EditedModel &earlier,
                                        const ActiveEdits &edits, Monitor &monitor)
{
    const std::vector<MergedDelta> before = merged(*base, earlier.edits);
    const std::vector<MergedDelta> now = merged(*base, edits);
    const Sums earlierSums = byStored(before);
    const Sums sums = byStored(now);
    Parameters changes;
    for (const auto &[stored, kept] : earlierSums)
        if (sums.count(stored) == 0)
            changes[stored] = base->parameters().at(stored);
    for (const auto &[stored, wanted] : sums) {
        const auto found = earlierSums.find(stored);
        if (found != earlierSums.end() && areSame(found->second, wanted))
            continue;
        at::Tensor parameter = base->parameters().at(stored).clone(at::MemoryFormat::Contiguous);
        for (const auto &[name, sum] : wanted)
            apply(*sum, parameter, monitor);
        changes[stored] = parameter;
    }
    return changes.empty() ? earlier.model : std::make_shared<const Model>(*earlier.model, std::move(changes));
}

} // namespace cw
