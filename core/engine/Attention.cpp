// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Attention.h"

#include "core/engine/AttentionKernel.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <limits>

namespace cw {
namespace {

/// Repeats borrowed rows for every copy, puts own ones behind and gives every query head its keys: [n, heads, T, d].
at::Tensor joined(const at::Tensor &borrowed, const at::Tensor &own, std::int64_t heads)
{
    at::Tensor all = own;
    if (borrowed.defined() && borrowed.size(1) > 0)
        all = at::cat({borrowed.repeat({own.size(0) / borrowed.size(0), 1, 1, 1}), own}, 1);
    if (all.size(2) != heads)
        all = all.repeat_interleave(heads / all.size(2), 2);
    return all.transpose(1, 2);
}

/// Which of keys each of queries, the last ones, does not see: [queries, keys].
at::Tensor hiddenKeys(std::int64_t queries, std::int64_t keys, std::int64_t window, const at::TensorOptions &options)
{
    const at::Tensor all = at::ones({queries, keys}, options.dtype(at::kBool));
    const at::Tensor later = all.triu(keys - queries + 1);
    return window > 0 ? later.logical_or(all.tril(keys - queries - window)) : later;
}

/// The biases of each row's keys, counted from its first: [n or 1, heads, 1, keys].
at::Tensor biasesOf(const AttentionRule &rule, const at::Tensor &missing)
{
    if (!missing.defined())
        return rule.keyBiases.unsqueeze(1);
    const std::int64_t keys = rule.keyBiases.size(1);
    const at::Tensor places = (at::arange(keys, missing.options()) - missing).clamp_min(0); // [n, keys]
    const at::Tensor rows = rule.keyBiases.index_select(1, places.flatten()).unflatten(1, {missing.size(0), keys});
    return rows.transpose(0, 1).unsqueeze(2);
}

at::Tensor composed(const Heads &own, const Heads &borrowed, const AttentionRule &rule)
{
    const std::int64_t heads = own.q.size(2);
    const at::Tensor q = own.q.transpose(1, 2); // [n, heads, Tq, d]
    const at::Tensor k = joined(borrowed.k, own.k, heads);
    const at::Tensor v = joined(borrowed.v, own.v, heads);
    at::Tensor scores = at::matmul(q, k.transpose(2, 3)) * rule.scale;
    if (rule.cap > 0)
        scores = at::tanh(scores / rule.cap) * rule.cap;
    at::Tensor missing; // of each row: [n, 1]
    if (rule.missing.defined())
        missing = rule.missing.repeat({q.size(0) / rule.missing.size(0)}).unsqueeze(1);
    if (rule.keyBiases.defined())
        scores = scores + biasesOf(rule, missing).to(scores.scalar_type());
    if (missing.defined())
        scores = scores.masked_fill(at::arange(k.size(2), missing.options()).lt(missing).unsqueeze(1).unsqueeze(1),
                                    -std::numeric_limits<float>::infinity());
    if (!rule.bidirectional)
        scores = scores.masked_fill(hiddenKeys(q.size(2), k.size(2), rule.window, q.options()),
                                    -std::numeric_limits<float>::infinity());
    const at::Tensor weights = at::softmax(scores, -1, at::kFloat).to(q.scalar_type());
    return at::matmul(weights, v).transpose(1, 2).flatten(2);
}

/// The last axis must be dense; the kernel takes any strides on the others.
at::Tensor denseRows(const at::Tensor &x)
{
    return !x.defined() || x.stride(-1) == 1 ? x : x.contiguous();
}

RowSource source(const at::Tensor &x)
{
    if (!x.defined())
        return {};
    return {x.data_ptr<float>(), x.size(0), x.size(1), x.stride(0), x.stride(1), x.stride(2)};
}

at::Tensor byKernel(const Heads &own, const Heads &borrowed, const AttentionRule &rule)
{
    const Heads mine{denseRows(own.q), denseRows(own.k), denseRows(own.v)};
    const Heads lent{{}, denseRows(borrowed.k), denseRows(borrowed.v)};
    at::Tensor result = at::empty({mine.q.size(0), mine.q.size(1), mine.q.size(2) * mine.q.size(3)}, mine.q.options());
    AttentionTask task;
    task.q = source(mine.q);
    task.k = source(mine.k);
    task.v = source(mine.v);
    task.lentK = source(lent.k);
    task.lentV = source(lent.v);
    task.out = result.data_ptr<float>();
    task.heads = mine.q.size(2);
    task.kvHeads = mine.k.size(2);
    task.width = mine.q.size(3);
    const at::Tensor biases = rule.keyBiases.defined() ? rule.keyBiases.contiguous() : at::Tensor();
    task.keyBiases = biases.defined() ? biases.data_ptr<float>() : nullptr;
    const at::Tensor missing = rule.missing.defined() ? rule.missing.contiguous() : at::Tensor();
    task.missing = missing.defined() ? missing.data_ptr<std::int64_t>() : nullptr;
    task.scale = static_cast<float>(rule.scale);
    task.cap = static_cast<float>(rule.cap);
    task.window = rule.window;
    task.bidirectional = rule.bidirectional;
    at::parallel_for(0, mine.q.size(0) * task.heads, 8,
                     [&task](std::int64_t begin, std::int64_t end) { attendRange(task, begin, end); });
    return result;
}

} // namespace

at::Tensor attention(const Heads &own, const Heads &borrowed, const AttentionRule &rule)
{
    const bool tracked =
        at::GradMode::is_enabled() && (own.q.requires_grad() || own.k.requires_grad() || own.v.requires_grad());
    if (own.q.is_cpu() && own.q.scalar_type() == at::kFloat && !tracked)
        return byKernel(own, borrowed, rule);
    return composed(own, borrowed, rule);
}

} // namespace cw
