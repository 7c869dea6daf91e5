// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CompareLogits.h"

#include <ATen/ATen.h>
#include <limits>

namespace cw {
namespace {

/// Two logits of the reference that are closer than this may change places by rounding on the way.
constexpr double closeLogits = 0.05;

/// The distance of neighbouring numbers of a 16-bit type between 1 and 2.
double stepOf(at::ScalarType type)
{
    return type == at::kBFloat16 ? 1.0 / 128 : type == at::kHalf ? 1.0 / 1024 : 0;
}

/// Infinity for what is no number, so that it counts as the largest difference.
double number(const at::Tensor &x)
{
    const double value = x.item<double>();
    return value == value ? value : std::numeric_limits<double>::infinity();
}

} // namespace

Parity compareLogits(const at::Tensor &logits, const at::Tensor &reference)
{
    const at::Tensor got = logits.to(at::kCPU, at::kFloat);
    const at::Tensor wanted = reference.to(at::kCPU, at::kFloat);
    const at::Tensor difference = got - wanted;
    Parity parity;
    parity.tokens = wanted.size(0);
    parity.vocabulary = wanted.size(1);
    parity.isHalf = logits.element_size() < 4;
    parity.largestLogit = number(wanted.abs().max());
    parity.difference = number(difference.abs().max());
    parity.relativeL2 = number(difference.norm() / wanted.norm());
    const auto [largest, order] = wanted.topk(std::min<std::int64_t>(2, parity.vocabulary), 1); // [tokens, 2]
    const at::Tensor same = got.argmax(1) == order.select(1, 0);
    const at::Tensor best = largest.select(1, 0);
    const at::Tensor close = (best.abs() * (2 * stepOf(logits.scalar_type()))).clamp_min(closeLogits);
    const at::Tensor isClear = best - largest.select(1, -1) >= close;
    parity.sameTop = same.sum().item<std::int64_t>();
    parity.otherTop = (same.logical_not() & isClear).sum().item<std::int64_t>();
    return parity;
}

} // namespace cw
