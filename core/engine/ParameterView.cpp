// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ParameterView.h"

#include "core/engine/Error.h"
#include "core/engine/ParameterShapes.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace cw {
namespace {

using Views = std::vector<ParameterView>;

constexpr std::string_view fusedEnd = ".attn.qkv";
constexpr std::string_view biasEnd = ".bias";

bool endsWith(const std::string &text, std::string_view end)
{
    return text.size() >= end.size() && std::string_view(text).substr(text.size() - end.size()) == end;
}

ParameterView whole(ParameterShape shape)
{
    const std::int64_t rows = shape.shape.front();
    return {shape.name, shape.name, std::move(shape.shape), {{0, 0, rows}}};
}

/// Queries, keys or values of a fused map: in each of its groups, count rows from first on.
ParameterView part(const ParameterShape &fused, const std::string &name, int groups, std::int64_t first,
                   std::int64_t count)
{
    ParameterView view{name, fused.name, fused.shape, {}};
    const std::int64_t groupRows = fused.shape.front() / groups;
    for (int group = 0; group < groups; ++group)
        view.pieces.push_back({group * count, group * groupRows + first, count});
    view.shape.front() = groups * count;
    return view;
}

/// end: "" or ".bias".
void addFused(Views &views, const ModelSpec &spec, const ParameterShape &fused, const std::string &end)
{
    const std::string path = fused.name.substr(0, fused.name.size() - end.size() - std::string_view("qkv").size());
    const std::int64_t queries = std::int64_t{spec.heads} / spec.qkvGroups * spec.headWidth;
    const std::int64_t keys = std::int64_t{spec.kvHeads} / spec.qkvGroups * spec.headWidth;
    const std::int64_t keysFrom = spec.valuesBeforeKeys ? queries + keys : queries;
    const std::int64_t valuesFrom = spec.valuesBeforeKeys ? queries : queries + keys;
    views.push_back(part(fused, path + "q" + end, spec.qkvGroups, 0, queries));
    views.push_back(part(fused, path + "k" + end, spec.qkvGroups, keysFrom, keys));
    views.push_back(part(fused, path + "v" + end, spec.qkvGroups, valuesFrom, keys));
}

bool isModule(const std::string &name)
{
    static constexpr std::array<std::string_view, 7> maps{".attn.q", ".attn.k",   ".attn.v", ".attn.out",
                                                          ".mlp.in", ".mlp.gate", ".mlp.out"};
    return name == "embed" || name == "head" ||
           std::any_of(maps.begin(), maps.end(), [&name](std::string_view map) { return endsWith(name, map); });
}

} // namespace

std::int64_t ParameterView::storedRow(std::int64_t row) const
{
    const auto behind = std::upper_bound(pieces.begin(), pieces.end(), row,
                                         [](std::int64_t wanted, const Piece &piece) { return wanted < piece.begin; });
    const Piece &piece = *(behind - 1);
    return piece.storedBegin + row - piece.begin;
}

std::vector<ParameterView> parameterViews(const ModelSpec &spec)
{
    Views views;
    for (ParameterShape &shape : parameterShapes(spec)) {
        if (endsWith(shape.name, fusedEnd))
            addFused(views, spec, shape, {});
        else if (endsWith(shape.name, std::string(fusedEnd) + std::string(biasEnd)))
            addFused(views, spec, shape, std::string(biasEnd));
        else
            views.push_back(whole(std::move(shape)));
    }
    return views;
}

ParameterView parameterView(const ModelSpec &spec, const std::string &name)
{
    const std::string wanted = spec.tiedHead && name == "head" ? "embed" : name;
    for (ParameterView &view : parameterViews(spec))
        if (view.name == wanted)
            return std::move(view);
    throw Error(Error::Kind::Input,
                QT_TRANSLATE_NOOP("Error", "The model has no parameter \"%1\"; counterweight info lists its modules."),
                {name});
}

std::vector<ParameterView> modules(const ModelSpec &spec)
{
    Views views = parameterViews(spec);
    views.erase(
        std::remove_if(views.begin(), views.end(), [](const ParameterView &view) { return !isModule(view.name); }),
        views.end());
    return views;
}

int layerOf(const std::string &parameter)
{
    constexpr std::string_view begin = "layers.";
    if (parameter.compare(0, begin.size(), begin) != 0)
        return -1;
    return std::atoi(parameter.c_str() + begin.size());
}

} // namespace cw
