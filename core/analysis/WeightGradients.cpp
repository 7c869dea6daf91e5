// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/WeightGradients.h"

#include "core/analysis/PromptLoss.h"
#include "core/engine/Error.h"
#include "core/engine/Finite.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/PartMonitor.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <c10/core/GradMode.h>

namespace cw {
namespace {

/// Prompts whose graph is kept at once.
constexpr std::size_t promptsAtOnce = 16;

/// Numbers of all maps that have gradients at once: with their values in fp32, 1 GiB.
constexpr std::int64_t numbersAtOnce = std::int64_t{1} << 27;

constexpr std::int64_t stepsOfMap = 100;

/// Maps that are computed together, at least one.
std::vector<std::vector<ParameterView>> groupsOf(const ModelSpec &spec)
{
    std::vector<std::vector<ParameterView>> groups;
    std::int64_t numbers = 0;
    for (ParameterView &module : modules(spec)) {
        const std::int64_t own = module.rows() * module.columns();
        // Queries, keys and values that lie in one map stay together.
        const bool isOfLast = !groups.empty() && groups.back().back().stored == module.stored;
        if (groups.empty() || (!isOfLast && numbers + own > numbersAtOnce)) {
            groups.emplace_back();
            numbers = 0;
        }
        numbers += own;
        groups.back().push_back(std::move(module));
    }
    return groups;
}

/// The parameters that hold some maps, as leaves of the gradient.
Parameters leavesOf(const Model &model, const std::vector<ParameterView> &maps)
{
    Parameters leaves;
    for (const ParameterView &map : maps)
        if (leaves.count(map.stored) == 0)
            leaves[map.stored] = model.parameters()
                                     .at(map.stored)
                                     .to(model.placement().device, at::kFloat)
                                     .detach()
                                     .set_requires_grad(true);
    return leaves;
}

/// Adds the gradient of the mean over all prompts to the leaves.
void differentiate(const Model &model, const Parameters &leaves, const TargetPrompts &prompts, Monitor &monitor)
{
    const c10::AutoGradMode gradients(true);
    const auto total = static_cast<std::int64_t>(prompts.size());
    for (std::size_t begin = 0; begin < prompts.size(); begin += promptsAtOnce) {
        const std::size_t end = std::min(begin + promptsAtOnce, prompts.size());
        const TargetPrompts some(prompts.begin() + static_cast<std::ptrdiff_t>(begin),
                                 prompts.begin() + static_cast<std::ptrdiff_t>(end));
        PartMonitor part(monitor, static_cast<std::int64_t>(begin), static_cast<std::int64_t>(end - begin), total);
        const Model own(model, leaves); // made anew: one pass's graph must not be another's
        const at::Tensor loss = promptLoss(own, some, PromptLoss::CrossEntropy, part);
        requireFinite(own, loss.detach());
        part.step(1, 2);
        (loss * (static_cast<double>(some.size()) / static_cast<double>(total))).backward();
    }
}

std::vector<float> numbers(const at::Tensor &values)
{
    const at::Tensor near = values.to(at::kCPU).contiguous();
    return {near.data_ptr<float>(), near.data_ptr<float>() + near.numel()};
}

} // namespace

void weightGradients(const Model &model, const TargetPrompts &prompts,
                     const std::function<void(const ModuleGradients &)> &onModule, Monitor &monitor)
{
    checkPrompts(model.spec(), prompts);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Measuring gradients"));
    const std::vector<std::vector<ParameterView>> groups = groupsOf(model.spec());
    const auto total = stepsOfMap * static_cast<std::int64_t>(modules(model.spec()).size());
    std::int64_t before = 0;
    for (const std::vector<ParameterView> &maps : groups) {
        const std::int64_t steps = stepsOfMap * static_cast<std::int64_t>(maps.size());
        PartMonitor part(monitor, before, steps, total);
        const Parameters leaves = leavesOf(model, maps);
        differentiate(model, leaves, prompts, part);
        const at::NoGradGuard noGradients;
        for (const ParameterView &map : maps) {
            const at::Tensor &leaf = leaves.at(map.stored);
            const at::Tensor rows = storedRows(map, allRows(map)).to(leaf.device());
            const at::Tensor gradient = leaf.grad().index_select(0, rows);
            onModule({map.name, numbers(gradient.norm(2, 1)), numbers(gradient.norm(2, 0))});
        }
        before += steps;
    }
}

} // namespace cw
