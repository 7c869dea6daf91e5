// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/ModuleCounts.h"

#include "core/engine/Model.h"
#include "core/engine/ParameterShapes.h"

#include <algorithm>

namespace cw {
namespace {

class Counter {
public:
    void add(const std::string &module, std::int64_t numbers)
    {
        const auto found = std::find_if(m_counts.begin(), m_counts.end(),
                                        [&module](const ModuleCount &count) { return count.module == module; });
        if (found != m_counts.end())
            found->numbers += numbers;
        else
            m_counts.push_back({module, numbers});
    }
    std::vector<ModuleCount> take() { return std::move(m_counts); }

private:
    std::vector<ModuleCount> m_counts;
};

/// "layers.3.attn.q.bias" -> "layers.*.attn.q"
std::string moduleOf(std::string parameter)
{
    const std::string layers = "layers.";
    const std::string bias = ".bias";
    if (parameter.rfind(layers, 0) == 0)
        parameter = layers + '*' + parameter.substr(parameter.find('.', layers.size()));
    if (parameter.size() > bias.size() && parameter.compare(parameter.size() - bias.size(), bias.size(), bias) == 0)
        parameter.resize(parameter.size() - bias.size());
    return parameter;
}

} // namespace

std::vector<ModuleCount> moduleCounts(const Model &model)
{
    const ModelSpec &spec = model.spec();
    const std::int64_t parts = spec.heads + 2 * spec.kvHeads;
    Counter counter;
    for (const ParameterShape &parameter : parameterShapes(spec)) {
        const auto found = model.parameters().find(parameter.name);
        if (found == model.parameters().end())
            continue;
        const std::string module = moduleOf(parameter.name);
        const std::int64_t numbers = found->second.numel();
        const std::size_t fused = module.rfind(".qkv");
        if (fused == std::string::npos) {
            counter.add(module, numbers);
            continue;
        }
        const std::string path = module.substr(0, fused + 1);
        counter.add(path + 'q', numbers / parts * spec.heads);
        counter.add(path + 'k', numbers / parts * spec.kvHeads);
        counter.add(path + 'v', numbers / parts * spec.kvHeads);
    }
    return counter.take();
}

} // namespace cw
