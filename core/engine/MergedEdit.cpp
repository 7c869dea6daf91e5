// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/MergedEdit.h"

#include "core/engine/Error.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <map>

namespace cw {
namespace {

using Parts = std::vector<std::pair<const Delta *, double>>;

[[noreturn]] void refuse(const std::string &parameter)
{
    throw Error(Error::Kind::Input,
                QT_TRANSLATE_NOOP("Error", "The edits change %1 in different shapes: they are of different models."),
                {parameter});
}

/// The shape of the parameter as far as its changes tell: places and rows alone do not tell how many rows it has.
class KnownShape {
public:
    explicit KnownShape(const Parts &parts) : m_name(parts.front().first->parameter)
    {
        for (const auto &part : parts)
            learn(*part.first);
        for (const auto &part : parts)
            if (part.first->others.defined() && part.first->form != Delta::Form::LowRank)
                reach(*part.first);
    }

    bool isComplete() const { return m_isComplete; }

    ParameterView view() const
    {
        std::vector<std::int64_t> shape{m_rows};
        if (m_hasColumns)
            shape.push_back(m_columns);
        return {m_name, m_name, shape, {{0, 0, m_rows}}};
    }

private:
    void learn(const Delta &delta)
    {
        switch (delta.form) {
        case Delta::Form::Dense:
            learnRows(delta.values.size(0));
            if (delta.values.dim() > 1)
                learnColumns(delta.values.size(1));
            return;
        case Delta::Form::LowRank:
            learnRows(delta.values.size(0));
            learnColumns(delta.others.size(1));
            return;
        case Delta::Form::Rows:
            if (delta.values.dim() > 1)
                learnColumns(delta.values.size(1));
            return;
        case Delta::Form::Sparse: return;
        }
    }

    void learnRows(std::int64_t rows)
    {
        if (m_isComplete && m_rows != rows)
            refuse(m_name);
        m_isComplete = true;
        m_rows = rows;
    }

    void learnColumns(std::int64_t columns)
    {
        if (m_hasColumns && m_columns != columns)
            refuse(m_name);
        m_hasColumns = true;
        m_columns = columns;
    }

    void reach(const Delta &delta)
    {
        if (delta.others.numel() == 0)
            return;
        const std::int64_t last = delta.others.max().item<std::int64_t>();
        const std::int64_t row = delta.form == Delta::Form::Sparse ? last / m_columns : last;
        if (m_isComplete && row >= m_rows)
            refuse(m_name);
        m_rows = std::max(m_rows, row + 1);
    }

    std::string m_name;
    std::int64_t m_rows = 0;
    std::int64_t m_columns = 1;
    bool m_isComplete = false;
    bool m_hasColumns = false;
};

Delta joined(const Parts &parts)
{
    std::vector<at::Tensor> left;
    std::vector<at::Tensor> right;
    for (const auto &[delta, strength] : parts) {
        if (delta->values.size(0) != parts.front().first->values.size(0) ||
            delta->others.size(1) != parts.front().first->others.size(1))
            refuse(delta->parameter);
        left.push_back(delta->values * strength);
        right.push_back(delta->others);
    }
    return Delta::lowRank(parts.front().first->parameter, at::cat(left, 1), at::cat(right, 0));
}

Delta summed(const Parts &parts)
{
    const KnownShape known(parts);
    const ParameterView view = known.view();
    std::vector<at::Tensor> touched;
    for (const auto &part : parts)
        touched.push_back(touchedRows(*part.first, view));
    const at::Tensor rows = std::get<0>(at::_unique2(at::cat(touched)));
    at::Tensor block = at::zeros({rows.numel(), view.columns()}, at::kDouble);
    for (const auto &[delta, strength] : parts)
        addTo(block, *delta, strength, rows);
    // As long as the number of rows is not known, the form that names them all must not be chosen.
    ParameterView open = view;
    if (!known.isComplete())
        open.shape.front() = std::max<std::int64_t>(view.rows(), 4 * (rows.numel() + 1));
    return shortest(open, rows, block);
}

} // namespace

Edit mergedEdit(const ActiveEdits &edits)
{
    std::vector<std::string> order;
    std::map<std::string, Parts> byParameter;
    for (const ActiveEdit &active : edits) {
        for (const Delta &delta : active.edit->deltas) {
            Parts &parts = byParameter[delta.parameter];
            if (parts.empty())
                order.push_back(delta.parameter);
            parts.emplace_back(&delta, active.strength);
        }
    }
    Edit merged;
    for (const std::string &parameter : order) {
        const Parts &parts = byParameter[parameter];
        const bool areLowRank = std::all_of(parts.begin(), parts.end(),
                                            [](const auto &part) { return part.first->form == Delta::Form::LowRank; });
        merged.deltas.push_back(areLowRank ? joined(parts) : summed(parts));
    }
    return merged;
}

} // namespace cw
