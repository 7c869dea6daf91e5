// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ModuleNames.h"

#include "core/engine/Error.h"
#include "core/engine/ParameterView.h"

#include <fnmatch.h>

namespace cw {

std::vector<std::string> modulesNamed(const std::string &words, const ModelSpec &spec)
{
    if (words.find('*') == std::string::npos)
        return {words};
    std::vector<std::string> found;
    for (const ParameterView &module : modules(spec))
        if (fnmatch(words.c_str(), module.name.c_str(), 0) == 0)
            found.push_back(module.name);
    if (found.empty())
        throw Error(Error::Kind::Input,
                    QT_TRANSLATE_NOOP("Error", "\"%1\" matches no module of this model; write for example "
                                               "layers.*.mlp.out."),
                    {words});
    return found;
}

} // namespace cw
