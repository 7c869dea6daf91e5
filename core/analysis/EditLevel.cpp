// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/EditLevel.h"

#include "core/engine/Error.h"
#include "core/engine/Model.h"
#include "core/engine/ParameterRows.h"

#include <algorithm>

namespace cw {
namespace {

template <class Wanted> std::vector<Tick> ticksWhere(const Model &model, const Wanted &isWanted)
{
    std::vector<Tick> ticks;
    for (const ParameterView &view : parameterViews(model))
        if (isWanted(view.name))
            ticks.push_back({view.name, Tick::Part::All});
    return ticks;
}

} // namespace

const char *name(EditLevel level)
{
    switch (level) {
    case EditLevel::Full: return "full";
    case EditLevel::Layer: return "layer";
    case EditLevel::Module: return "module";
    case EditLevel::Row: return "row";
    case EditLevel::Weight: return "weight";
    }
    return "";
}

std::vector<Tick> wholeModel(const Model &model)
{
    return ticksWhere(model, [](const std::string &) { return true; });
}

std::vector<Tick> wholeLayer(const Model &model, int layer)
{
    if (layer < 0 || layer >= model.spec().layers)
        throw Error(Error::Kind::Input, QT_TRANSLATE_NOOP("Error", "The model has no layer %1: choose one of 0 to %2."),
                    {std::to_string(layer), std::to_string(model.spec().layers - 1)});
    return ticksWhere(model, [layer](const std::string &parameter) { return layerOf(parameter) == layer; });
}

std::vector<Tick> wholeModules(const Model &model, const std::vector<std::string> &names)
{
    std::vector<std::string> wanted;
    for (const std::string &each : names) {
        const std::string module = parameterView(model, each).name; // "embed" of a tied "head"
        const std::vector<ParameterView> all = modules(model.spec());
        if (std::none_of(all.begin(), all.end(), [&module](const ParameterView &view) { return view.name == module; }))
            throw Error(Error::Kind::Input,
                        QT_TRANSLATE_NOOP("Error", "\"%1\" is no module; name a linear map such as layers.0.mlp.out."),
                        {each});
        wanted.insert(wanted.end(), {module, module + ".bias"});
    }
    return ticksWhere(model, [&wanted](const std::string &parameter) {
        return std::find(wanted.begin(), wanted.end(), parameter) != wanted.end();
    });
}

} // namespace cw
