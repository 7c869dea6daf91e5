// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditLedger.h"

#include "core/engine/Edit.h"
#include "core/engine/Model.h"
#include "core/engine/ParameterRows.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace cw {
namespace {

double squares(const at::Tensor &x)
{
    return x.to(at::kDouble).square().sum().item<double>();
}

std::int64_t count(const at::Tensor &flags)
{
    return flags.sum().item<std::int64_t>();
}

LedgerLine lineOf(const MergedDelta &sum, const Model &base, const Model &edited)
{
    LedgerLine line;
    line.parameter = sum.view.name;
    line.allRows = sum.view.rows();
    forRowBlocks(sum.rows, sum.view, [&](const at::Tensor &rows, std::int64_t) {
        const at::Tensor asked = sum.sum(rows);
        const at::Tensor before = rowsOf(base, sum.view, rows);
        const at::Tensor after = rowsOf(edited, sum.view, rows);
        line.rows += count((asked != 0).any(1));
        line.asked += count(asked != 0);
        line.changed += count(before != after);
        line.askedNorm += squares(asked);
        line.changedNorm += squares(after.to(at::kDouble) - before.to(at::kDouble));
    });
    forRowBlocks(allRows(sum.view), sum.view,
                 [&](const at::Tensor &rows, std::int64_t) { line.norm += squares(rowsOf(base, sum.view, rows)); });
    for (double *norm : {&line.norm, &line.askedNorm, &line.changedNorm})
        *norm = std::sqrt(*norm);
    return line;
}

} // namespace

std::int64_t EditLedger::asked() const
{
    return std::accumulate(lines.begin(), lines.end(), std::int64_t{0},
                           [](std::int64_t sum, const LedgerLine &line) { return sum + line.asked; });
}

std::int64_t EditLedger::changed() const
{
    return std::accumulate(lines.begin(), lines.end(), std::int64_t{0},
                           [](std::int64_t sum, const LedgerLine &line) { return sum + line.changed; });
}

double EditLedger::share() const
{
    return weights > 0 ? static_cast<double>(changed()) / static_cast<double>(weights) : 0;
}

EditLedger ledgerOf(const Model &base, const Model &edited, const std::vector<ActiveEdit> &edits)
{
    EditLedger ledger;
    for (const auto &parameter : base.parameters())
        ledger.weights += parameter.second.numel();
    for (const MergedDelta &sum : merged(base, edits))
        ledger.lines.push_back(lineOf(sum, base, edited));
    return ledger;
}

bool isAlike(const EditLedger &a, const EditLedger &b)
{
    constexpr double most = 1e-3;
    const auto isSame = [](const LedgerLine &one, const LedgerLine &other) {
        return one.parameter == other.parameter &&
               std::abs(one.askedNorm - other.askedNorm) <= most * std::max(one.askedNorm, other.askedNorm);
    };
    return std::equal(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(), isSame);
}

} // namespace cw
