// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceLoop.h"

#include "core/engine/Forward.h"
#include "core/engine/Monitor.h"

#include <ATen/ATen.h>
#include <algorithm>

namespace cw {
namespace {

Site siteOf(TraceKind kind)
{
    switch (kind) {
    case TraceKind::State: return Site::State;
    case TraceKind::Mlp: return Site::Mlp;
    case TraceKind::Attn: return Site::Attn;
    }
    return Site::State;
}

} // namespace

LayerRange restoredLayers(const TraceInput &input, int layerCount, TraceKind kind, int layer)
{
    if (kind == TraceKind::State)
        return {layer, layer + 1};
    return {std::max(0, layer - input.window / 2), std::min(layerCount, layer + (input.window + 1) / 2)};
}

std::vector<std::vector<double>> loopCell(const Model &model, const TraceInput &input, const TraceRuns &runs,
                                          const TracePart &part, TraceKind kind, int token, int layer, LogitsAt where)
{
    const LayerRange range = restoredLayers(input, model.spec().layers, kind, layer);
    const std::int64_t samples = part.sampleEnd - part.sampleBegin;
    const Hook restore = [&](Point point, const at::Tensor &x) {
        if (point.site != siteOf(kind) || point.layer < range.begin || point.layer >= range.end)
            return x;
        const at::Tensor changed = x.clone();
        changed.slice(0, 1).select(1, token).copy_(x[0][token].expand({samples, x.size(2)}));
        return changed;
    };
    const at::Tensor corrupted = runs.corruptedInput.narrow(0, part.sampleBegin, samples);
    const std::int64_t tail = runs.text.tail;
    at::Tensor x = forward(model, at::cat({runs.cleanInput, corrupted}), restore);
    if (where == LogitsAt::Tail)
        x = readRows(runs.text, x);
    at::Tensor scores =
        logits(model, x.flatten(0, 1)).unflatten(0, {samples + 1, x.size(1)}).to(at::kFloat).slice(0, 1);
    if (where == LogitsAt::Everywhere)
        scores = readRows(runs.text, scores);
    const at::Tensor log = at::log_softmax(scores, -1).to(at::kDouble); // [samples, tail, vocabulary]
    std::vector<std::vector<double>> result;
    for (const int target : runs.text.targets) {
        const at::Tensor pieces = at::tensor(input.targets[static_cast<std::size_t>(target)], at::kLong).to(x.device());
        const at::Tensor read = log.gather(2, pieces.view({1, tail, 1}).expand({samples, tail, 1}));
        const at::Tensor p = read.sum({1, 2}).exp().to(at::kCPU);
        result.emplace_back(p.data_ptr<double>(), p.data_ptr<double>() + samples);
    }
    return result;
}

void loopPart(const Model &model, const TraceInput &input, const TraceRuns &runs, const TracePart &part,
              Monitor &monitor, const DeliverCell &deliver)
{
    const int layers = model.spec().layers;
    const std::int64_t total =
        static_cast<std::int64_t>(input.kinds.size()) * (part.tokenEnd - part.tokenBegin) * layers;
    std::int64_t done = 0;
    for (std::size_t kind = 0; kind < input.kinds.size(); ++kind) {
        for (int token = part.tokenBegin; token < part.tokenEnd; ++token) {
            for (int layer = 0; layer < layers; ++layer) {
                monitor.step(done++, total);
                deliver(static_cast<int>(kind), token, layer,
                        loopCell(model, input, runs, part, input.kinds[kind], token, layer));
            }
        }
    }
}

} // namespace cw
