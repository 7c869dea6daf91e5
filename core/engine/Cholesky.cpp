// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Cholesky.h"

#include "core/engine/Monitor.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {
namespace {

/// Multiplications between two steps of the monitor: well under 100 ms of them.
constexpr std::int64_t productsAtOnce = std::int64_t{1} << 30;
constexpr std::int64_t leastBlock = 64;
constexpr std::int64_t largestBlock = 256;
constexpr int powers = 30;

std::int64_t blockFor(std::int64_t rows, std::int64_t most)
{
    return std::clamp(productsAtOnce / std::max<std::int64_t>(1, rows * rows), leastBlock, most);
}

at::Tensor backward(const at::Tensor &factor, const at::Tensor &b)
{
    return at::linalg_solve_triangular(factor.t(), at::linalg_solve_triangular(factor, b, false), true);
}

/// The largest eigenvalue of what f multiplies [n, 1] by.
template <class F> double largest(std::int64_t n, Monitor &monitor, const F &f)
{
    // A start that is at right angles to no eigenvector by design, and the same every time.
    at::Tensor v = at::arange(n, at::kDouble).mul_(12.9898).sin_().add_(0.5).unsqueeze(1);
    double value = 0;
    for (int i = 0; i < powers; ++i) {
        monitor.step(i, powers);
        v = f(v / v.norm());
        value = v.norm().item<double>();
    }
    return value;
}

} // namespace

bool factorise(at::Tensor &a, Monitor &monitor)
{
    const std::int64_t n = a.size(0);
    const std::int64_t block = blockFor(n, largestBlock);
    for (std::int64_t begin = 0; begin < n; begin += block) {
        monitor.step(begin, n);
        const std::int64_t size = std::min(block, n - begin);
        at::Tensor panel = a.narrow(0, begin, n - begin).narrow(1, begin, size);
        if (begin > 0)
            panel.sub_(at::mm(a.narrow(0, begin, n - begin).narrow(1, 0, begin),
                              a.narrow(0, begin, size).narrow(1, 0, begin).t()));
        const auto [factor, info] = at::linalg_cholesky_ex(panel.narrow(0, 0, size));
        if (info.item<int>() != 0 || !at::isfinite(factor).all().item<bool>())
            return false;
        panel.narrow(0, 0, size).copy_(factor);
        if (size < n - begin) {
            at::Tensor below = panel.narrow(0, size, n - begin - size);
            below.copy_(at::linalg_solve_triangular(factor.t(), below.contiguous(), true, false));
        }
    }
    a.tril_();
    return true;
}

at::Tensor solved(const at::Tensor &factor, const at::Tensor &b, Monitor &monitor)
{
    std::vector<at::Tensor> parts;
    std::int64_t done = 0;
    for (const at::Tensor &columns : b.split(blockFor(factor.size(0), b.size(1) + leastBlock), 1)) {
        monitor.step(done, b.size(1));
        done += columns.size(1);
        parts.push_back(backward(factor, columns));
    }
    return at::cat(parts, 1);
}

double conditionOf(const at::Tensor &factor, Monitor &monitor)
{
    const std::int64_t n = factor.size(0);
    const double top =
        largest(n, monitor, [&factor](const at::Tensor &v) { return at::mm(factor, at::mm(factor.t(), v)); });
    return top * largest(n, monitor, [&factor](const at::Tensor &v) { return backward(factor, v); });
}

} // namespace cw
