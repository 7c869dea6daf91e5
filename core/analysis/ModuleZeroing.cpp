// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ModuleZeroing.h"

#include "core/analysis/LensVotes.h"
#include "core/engine/Error.h"
#include "core/engine/PackedWalk.h"
#include "core/engine/ParameterRows.h"
#include "core/engine/PartMonitor.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace cw {
namespace {

/// The map that holds a module: queries, keys and values may lie in one.
Linear &mapOf(Layer &layer, const ParameterView &module)
{
    const std::string part = module.name.substr(module.name.find('.', std::string("layers.").size()) + 1);
    if (part == "attn.out")
        return layer.attnOut;
    if (part == "mlp.in")
        return layer.mlpIn;
    if (part == "mlp.gate")
        return layer.mlpGate;
    if (part == "mlp.out")
        return layer.mlpOut;
    const std::size_t place = part == "attn.q" ? 0 : part == "attn.k" ? 1 : 2;
    return layer.qkv[std::min(place, layer.qkv.size() - 1)];
}

Layer without(Layer layer, const ParameterView &module)
{
    Linear &map = mapOf(layer, module);
    const at::Tensor rows = storedRows(module, allRows(module)).to(map.weight.device());
    map.weight = map.weight.index_fill(0, rows, 0);
    if (map.bias.defined())
        map.bias = map.bias.index_fill(0, rows, 0);
    return layer;
}

std::vector<ParameterView> modulesOf(const ModelSpec &spec, int layer)
{
    std::vector<ParameterView> found;
    for (ParameterView &module : modules(spec))
        if (layerOf(module.name) == layer)
            found.push_back(std::move(module));
    return found;
}

/// The scores of one pack's prompts, added to what was found.
class PackScores {
public:
    PackScores(const Model &model, const TargetPrompts &prompts, const PackRange &range, bool withNorm)
        : m_model(model), m_pack(model, prompts, range), m_walk(model, m_pack.texts, m_pack.longest),
          m_withNorm(withNorm)
    {
    }

    void add(std::vector<ModuleScore> &found, const std::vector<ParameterView> &maps, int layer, Monitor &monitor) const
    {
        const auto steps = static_cast<std::int64_t>(maps.size());
        at::Tensor stream = m_walk.input();
        for (int below = 0; below < layer; ++below) {
            monitor.step(below, layer + steps);
            stream = m_walk.behind(m_model.layer(below), stream);
        }
        const Layer whole = m_model.layer(layer);
        const at::Tensor clean = behind(whole, stream);
        for (std::size_t i = 0; i < maps.size(); ++i) {
            monitor.step(layer + static_cast<std::int64_t>(i), layer + steps);
            const at::Tensor scores = (behind(without(whole, maps[i]), stream) - clean).abs().sum(1).contiguous();
            const float *const begin = scores.data_ptr<float>();
            found[i].scores.insert(found[i].scores.end(), begin, begin + scores.numel());
        }
    }

private:
    at::Tensor behind(const Layer &layer, const at::Tensor &stream) const
    {
        return lensProbabilities(m_model, m_walk.behind(layer, stream, m_pack.ends), m_pack.targets, m_withNorm);
    }

    const Model &m_model;
    TargetPack m_pack;
    PackedWalk m_walk; ///< over m_pack
    bool m_withNorm;
};

} // namespace

std::vector<ModuleScore> zeroedModules(const Model &model, const TargetPrompts &prompts, int layer, bool withNorm,
                                       Monitor &monitor)
{
    const at::NoGradGuard noGradients;
    const ModelSpec &spec = model.spec();
    checkPrompts(spec, prompts);
    if (layer < 0 || layer >= spec.layers)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The model has no layer %1: choose one of 0 to %2."),
                    {std::to_string(layer), std::to_string(spec.layers - 1)});
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Silencing one module after the other"));
    const std::vector<ParameterView> maps = modulesOf(spec, layer);
    std::vector<ModuleScore> found;
    for (const ParameterView &map : maps)
        found.push_back({map.name, 0, {}});
    for (const PackRange &range : packRanges(spec, textsOf(prompts))) {
        PartMonitor part(monitor, static_cast<std::int64_t>(range.begin),
                         static_cast<std::int64_t>(range.end - range.begin), static_cast<std::int64_t>(prompts.size()));
        PackScores(model, prompts, range, withNorm || layer + 1 == spec.layers).add(found, maps, layer, part);
    }
    for (ModuleScore &module : found) {
        for (const float score : module.scores)
            module.mean += static_cast<double>(score);
        module.mean /= static_cast<double>(module.scores.size());
    }
    return found;
}

} // namespace cw
