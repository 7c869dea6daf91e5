// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ParameterShapes.h"

namespace cw {
namespace {

using Shapes = std::vector<ParameterShape>;

void addMap(Shapes &shapes, const std::string &name, std::int64_t out, std::int64_t in)
{
    shapes.push_back({name, {out, in}, false});
    shapes.push_back({name + ".bias", {out}, true});
}

void addNorm(Shapes &shapes, const std::string &name, const ModelSpec &spec)
{
    shapes.push_back({name, {spec.width}, false});
    if (spec.norm == NormKind::LayerNorm)
        shapes.push_back({name + ".bias", {spec.width}, true});
}

void addAttention(Shapes &shapes, const std::string &path, const ModelSpec &spec)
{
    const std::int64_t queries = std::int64_t{spec.heads} * spec.headWidth;
    const std::int64_t keys = std::int64_t{spec.kvHeads} * spec.headWidth;
    if (spec.qkv == QkvLayout::Separate) {
        addMap(shapes, path + ".q", queries, spec.width);
        addMap(shapes, path + ".k", keys, spec.width);
        addMap(shapes, path + ".v", keys, spec.width);
    } else {
        addMap(shapes, path + ".qkv", queries + 2 * keys, spec.width);
    }
    addMap(shapes, path + ".out", spec.width, queries);
}

} // namespace

std::vector<ParameterShape> parameterShapes(const ModelSpec &spec)
{
    Shapes shapes{{"embed", {spec.vocabulary, spec.width}, false}};
    if (spec.positions == PositionKind::Learned)
        shapes.push_back({"pos", {spec.context, spec.width}, false});
    for (int i = 0; i < spec.layers; ++i) {
        const std::string path = "layers." + std::to_string(i);
        addNorm(shapes, path + ".norm1", spec);
        addAttention(shapes, path + ".attn", spec);
        addNorm(shapes, path + ".norm2", spec);
        addMap(shapes, path + ".mlp.in", spec.hidden, spec.width);
        if (spec.gatedMlp)
            addMap(shapes, path + ".mlp.gate", spec.hidden, spec.width);
        addMap(shapes, path + ".mlp.out", spec.width, spec.hidden);
    }
    addNorm(shapes, "norm", spec);
    if (!spec.tiedHead)
        addMap(shapes, "head", spec.vocabulary, spec.width);
    return shapes;
}

} // namespace cw
