// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/WeightNorms.h"

#include "core/engine/Model.h"
#include "core/engine/Monitor.h"
#include "core/engine/ParameterRows.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace cw {
namespace {

/// Sums of squares over one side of a module, block of rows by block: in fp64, as many small numbers are added.
template <class F> void eachBlock(const Model &model, const ParameterView &module, Monitor &monitor, const F &f)
{
    const at::NoGradGuard noGrad;
    forRowBlocks(allRows(module), module, [&](const at::Tensor &rows, std::int64_t before) {
        monitor.step(before, module.rows());
        f(rowsOf(model, module, rows).to(at::kCPU, at::kDouble).square(), before);
    });
    monitor.step(module.rows(), module.rows());
}

std::vector<float> roots(const at::Tensor &squares)
{
    const at::Tensor norms = squares.sqrt().to(at::kFloat).contiguous();
    return {norms.data_ptr<float>(), norms.data_ptr<float>() + norms.numel()};
}

} // namespace

std::vector<float> rowNorms(const Model &model, const ParameterView &module, Monitor &monitor)
{
    at::Tensor sums = at::zeros({module.rows()}, at::kDouble);
    eachBlock(model, module, monitor, [&sums](const at::Tensor &squares, std::int64_t before) {
        sums.narrow(0, before, squares.size(0)).copy_(squares.sum(1));
    });
    return roots(sums);
}

std::vector<float> columnNorms(const Model &model, const ParameterView &module, Monitor &monitor)
{
    at::Tensor sums = at::zeros({module.columns()}, at::kDouble);
    eachBlock(model, module, monitor, [&sums](const at::Tensor &squares, std::int64_t) { sums.add_(squares.sum(0)); });
    return roots(sums);
}

} // namespace cw
