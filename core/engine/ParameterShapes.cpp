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

void addNorm(Shapes &shapes, const std::string &name, const ModelSpec &spec, std::int64_t width)
{
    shapes.push_back({name, {width}, false});
    if (spec.norm == NormKind::LayerNorm)
        shapes.push_back({name + ".bias", {width}, true});
}

void addHeadNorm(Shapes &shapes, const std::string &name, const ModelSpec &spec, int heads)
{
    switch (spec.headNorm) {
    case HeadNorm::None: break;
    case HeadNorm::Shared: addNorm(shapes, name, spec, spec.headWidth); break;
    case HeadNorm::Whole: addNorm(shapes, name, spec, std::int64_t{heads} * spec.headWidth); break;
    case HeadNorm::PerHead:
        for (int head = 0; head < heads; ++head)
            shapes.push_back({name + '.' + std::to_string(head), {spec.headWidth}, false});
        break;
    }
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
    addHeadNorm(shapes, path + ".qnorm", spec, spec.heads);
    addHeadNorm(shapes, path + ".knorm", spec, spec.kvHeads);
    addMap(shapes, path + ".out", spec.width, queries);
}

void addEmbeddings(Shapes &shapes, const ModelSpec &spec)
{
    const std::int64_t width = spec.projectsAtEnd ? spec.embeddingWidth() : spec.width;
    shapes.push_back({"embed", {spec.vocabulary, spec.embeddingWidth()}, false});
    if (spec.positions == PositionKind::Learned)
        shapes.push_back({"pos", {std::int64_t{spec.context} + spec.positionOffset, width}, false});
    if (spec.tokenTypes > 0)
        shapes.push_back({"types", {spec.tokenTypes, width}, false});
    if (spec.embedNorm)
        addNorm(shapes, "embed.norm", spec, width);
    if (spec.projectsEmbeddings())
        addMap(shapes, "embed.project", spec.width, spec.embeddingWidth());
}

void addLayer(Shapes &shapes, const std::string &path, const ModelSpec &spec)
{
    addNorm(shapes, path + ".norm1", spec, spec.width);
    addAttention(shapes, path + ".attn", spec);
    if (spec.normPlace == NormPlace::Around)
        addNorm(shapes, path + ".outnorm1", spec, spec.width);
    if (!spec.sharedNorm)
        addNorm(shapes, path + ".norm2", spec, spec.width);
    addMap(shapes, path + ".mlp.in", spec.hidden, spec.width);
    if (spec.gatedMlp)
        addMap(shapes, path + ".mlp.gate", spec.hidden, spec.width);
    addMap(shapes, path + ".mlp.out", spec.width, spec.hidden);
    if (spec.normPlace == NormPlace::Around)
        addNorm(shapes, path + ".outnorm2", spec, spec.width);
}

void addHead(Shapes &shapes, const ModelSpec &spec)
{
    if (spec.finalNorm)
        addNorm(shapes, "norm", spec, spec.width);
    if (spec.headTransform) {
        addMap(shapes, "head.transform", spec.embeddingWidth(), spec.width);
        addNorm(shapes, "head.norm", spec, spec.embeddingWidth());
    } else if (spec.projectsEmbeddings()) {
        addMap(shapes, "head.project", spec.embeddingWidth(), spec.width);
    }
    if (!spec.tiedHead)
        shapes.push_back({"head", {spec.vocabulary, spec.embeddingWidth()}, false});
    if (spec.headBias)
        shapes.push_back({"head.bias", {spec.vocabulary}, false});
}

} // namespace

std::vector<ParameterShape> parameterShapes(const ModelSpec &spec)
{
    Shapes shapes;
    addEmbeddings(shapes, spec);
    for (int i = 0; i < spec.layers; ++i)
        addLayer(shapes, "layers." + std::to_string(i), spec);
    addHead(shapes, spec);
    return shapes;
}

} // namespace cw
