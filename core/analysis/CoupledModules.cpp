// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CoupledModules.h"

#include "core/engine/Error.h"

#include <algorithm>

namespace cw {
namespace {

/// "layers.3.mlp" of "layers.3.mlp.in".
std::string subLayerOf(const std::string &module)
{
    return module.substr(0, module.rfind('.'));
}

bool isLess(const ModuleScore &left, const ModuleScore &right)
{
    return left.mean < right.mean;
}

} // namespace

CoupledModules coupledModules(const std::vector<ModuleScore> &scores)
{
    const auto largest = std::max_element(scores.begin(), scores.end(), isLess);
    if (largest == scores.end())
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "No module was silenced: name a layer."));
    const std::string subLayer = subLayerOf(largest->module);
    CoupledModules found{{}, subLayer + ".out"};
    std::vector<ModuleScore> others;
    for (const ModuleScore &score : scores)
        if (subLayerOf(score.module) == subLayer && score.module != found.second)
            others.push_back(score);
    found.first = std::max_element(others.begin(), others.end(), isLess)->module;
    return found;
}

} // namespace cw
