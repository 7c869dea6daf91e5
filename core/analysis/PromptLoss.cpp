// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/PromptLoss.h"

#include "core/engine/Model.h"
#include "core/engine/PackedWalk.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {
namespace {

/// Logits are made for so many rows at a time: they are wide.
constexpr std::int64_t rowsOfLogits = 256;

/// Of one pack's prompts, summed up; found: log p_a and log p_b, [n, 2].
at::Tensor summed(PromptLoss loss, const at::Tensor &found, const at::Tensor &shares)
{
    switch (loss) {
    case PromptLoss::CrossEntropy: return -(shares * found).sum();
    case PromptLoss::Literal: return (shares * found.exp()).sum();
    case PromptLoss::L1: return (found.exp() - shares).abs().sum();
    }
    return {};
}

/// log P of the next tokens behind some rows of a stream, summed up.
at::Tensor summedLikelihood(const Model &model, const at::Tensor &states, const std::vector<std::int64_t> &next)
{
    const at::Tensor ids = at::tensor(next, at::kLong).to(states.device()).unsqueeze(1);
    at::Tensor sum = at::zeros({}, states.options().dtype(at::kFloat));
    for (std::int64_t begin = 0; begin < states.size(0); begin += rowsOfLogits) {
        const std::int64_t count = std::min(rowsOfLogits, states.size(0) - begin);
        const at::Tensor made = logits(model, states.narrow(0, begin, count)).to(at::kFloat);
        sum = sum + (made.gather(1, ids.narrow(0, begin, count)) - made.logsumexp(1, true)).sum();
    }
    return sum;
}

} // namespace

const char *name(PromptLoss loss)
{
    switch (loss) {
    case PromptLoss::CrossEntropy: return "cross_entropy";
    case PromptLoss::Literal: return "literal";
    case PromptLoss::L1: return "l1";
    }
    return "";
}

at::Tensor promptLoss(const Model &model, const TargetPrompts &prompts, PromptLoss loss, Monitor &monitor)
{
    at::Tensor sum;
    for (const PackRange &range : packRanges(model.spec(), textsOf(prompts))) {
        const TargetPack pack(model, prompts, range);
        const at::Tensor states = PackedWalk(model, pack.texts, pack.longest).run(monitor, pack.ends);
        const at::Tensor made = logits(model, states).to(at::kFloat);
        const at::Tensor found = made.gather(1, pack.targets) - made.logsumexp(1, true);
        const at::Tensor part = summed(loss, found, pack.shares);
        sum = sum.defined() ? sum + part : part;
    }
    return sum / static_cast<double>(prompts.size());
}

at::Tensor recoveryLoss(const Model &model, const std::vector<Query> &texts, Monitor &monitor)
{
    TextPack::Texts all;
    for (const Query &text : texts)
        all.push_back(&text.ids);
    at::Tensor sum;
    std::size_t count = 0;
    for (const PackRange &range : packRanges(model.spec(), all)) {
        const TextPack pack(textsIn(all, range), true);
        std::vector<std::int64_t> rows;
        std::vector<std::int64_t> next;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            for (const Query::Read &read : texts[i].reads) {
                rows.push_back(pack.row(i - range.begin, read.row));
                next.push_back(read.id);
            }
        }
        const at::Tensor wanted = at::tensor(rows, at::kLong).to(model.placement().device);
        const at::Tensor states = PackedWalk(model, pack, range.longest).run(monitor, wanted);
        const at::Tensor part = summedLikelihood(model, states, next);
        sum = sum.defined() ? sum + part : part;
        count += next.size();
    }
    return sum / -static_cast<double>(count);
}

} // namespace cw
