// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/ModuleCounts.h"

#include "core/engine/ParameterRows.h"

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
    Counter counter;
    for (const ParameterView &view : parameterViews(model))
        counter.add(moduleOf(view.name), view.rows() * view.columns());
    return counter.take();
}

} // namespace cw
