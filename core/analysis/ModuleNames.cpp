// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ModuleNames.h"

#include "core/engine/Error.h"
#include "core/engine/ParameterView.h"

#include <algorithm>
#include <fnmatch.h>

namespace cw {
namespace {

std::vector<std::string> matching(const std::string &pattern, const ModelSpec &spec)
{
    if (pattern.find('*') == std::string::npos)
        return {pattern};
    std::vector<std::string> found;
    for (const ParameterView &module : modules(spec))
        if (layerOf(module.name) >= 0 && fnmatch(pattern.c_str(), module.name.c_str(), 0) == 0)
            found.push_back(module.name);
    if (found.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" matches no module of this model; write for example "
                                               "layers.*.mlp.out."),
                    {pattern});
    return found;
}

} // namespace

std::vector<std::string> modulesNamed(const std::vector<std::string> &words, const ModelSpec &spec)
{
    std::vector<std::string> all;
    for (const std::string &each : words)
        for (const std::string &module : matching(each, spec))
            if (std::find(all.begin(), all.end(), module) == all.end())
                all.push_back(module);
    return all;
}

} // namespace cw
