// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LensVotes.h"

#include "core/engine/Error.h"
#include "core/engine/Finite.h"
#include "core/engine/Monitor.h"
#include "core/engine/PackedWalk.h"
#include "core/engine/PartMonitor.h"
#include "core/engine/Steps.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

/// Logits are made for so many states at a time: they are wide.
constexpr std::int64_t statesAtOnce = 256;

/// The prompts' votes from their probabilities, and what follows from them.
void count(LensVotes &result, std::size_t prompts, std::size_t layers)
{
    result.scores.resize(prompts * layers);
    result.means.assign(layers, 0);
    result.votes.assign(layers, 0);
    for (std::size_t i = 0; i < prompts; ++i) {
        const float *const a = &result.a[i * (layers + 1)];
        const float *const b = &result.b[i * (layers + 1)];
        float *const scores = &result.scores[i * layers];
        for (std::size_t layer = 0; layer < layers; ++layer) {
            scores[layer] = std::abs(a[layer + 1] - a[layer]) + std::abs(b[layer + 1] - b[layer]);
            result.means[layer] += static_cast<double>(scores[layer]) / static_cast<double>(prompts);
        }
        ++result.votes[static_cast<std::size_t>(std::max_element(scores, scores + layers) - scores)];
    }
    for (std::size_t layer = 0; layer < layers; ++layer) {
        const auto best = static_cast<std::size_t>(result.layer);
        if (std::pair(result.votes[layer], result.means[layer]) > std::pair(result.votes[best], result.means[best]))
            result.layer = static_cast<int>(layer);
    }
}

} // namespace

at::Tensor lensProbabilities(const Model &model, const at::Tensor &states, const at::Tensor &targets, bool withNorm)
{
    std::vector<at::Tensor> parts;
    for (std::int64_t begin = 0; begin < states.size(0); begin += statesAtOnce) {
        const std::int64_t count = std::min(statesAtOnce, states.size(0) - begin);
        const at::Tensor some = states.narrow(0, begin, count);
        const at::Tensor made = withNorm ? logits(model, some) : bareLogits(model, some);
        requireFinite(model, made);
        parts.push_back(targetProbabilities(made, targets.narrow(0, begin, count)));
    }
    return at::cat(parts);
}

LensVotes lensVotes(const Model &model, const TargetPrompts &prompts, bool withNorm, Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    const ModelSpec &spec = model.spec();
    checkPrompts(spec, prompts);
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Reading the layers through the logit lens"));
    const auto layers = static_cast<std::size_t>(spec.layers);
    LensVotes result;
    result.a.resize(prompts.size() * (layers + 1));
    result.b.resize(result.a.size());
    for (const PackRange &range : packRanges(spec, textsOf(prompts))) {
        const TargetPack pack(model, prompts, range);
        PartMonitor part(monitor, static_cast<std::int64_t>(range.begin),
                         static_cast<std::int64_t>(range.end - range.begin), static_cast<std::int64_t>(prompts.size()));
        PackedWalk(model, pack.texts, pack.longest).run(part, [&](int layer, const at::Tensor &stream) {
            const at::Tensor found = lensProbabilities(model, stream.index_select(0, pack.ends), pack.targets,
                                                       withNorm || layer == spec.layers);
            const auto values = found.accessor<float, 2>();
            for (std::size_t i = range.begin; i < range.end; ++i) {
                const std::size_t place = i * (layers + 1) + static_cast<std::size_t>(layer);
                result.a[place] = values[static_cast<std::int64_t>(i - range.begin)][0];
                result.b[place] = values[static_cast<std::int64_t>(i - range.begin)][1];
            }
        });
    }
    count(result, prompts.size(), layers);
    return result;
}

} // namespace cw
