// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Steps.h"

#include "core/engine/Alibi.h"
#include "core/engine/Attention.h"
#include "core/engine/Rotary.h"

#include <ATen/ATen.h>

namespace cw {
namespace {

at::Tensor applied(const Linear &map, const at::Tensor &x)
{
    return noted(map.uses, x, at::linear(x, map.weight, map.bias));
}

/// In fp32 whatever the type of x: libtorch 1.13 rounds in the middle of its 16-bit activations and norms.
at::Tensor activated(Activation activation, const at::Tensor &x)
{
    const at::Tensor wide = x.to(at::kFloat);
    switch (activation) {
    case Activation::Gelu: return at::gelu(wide, "none").to(x.scalar_type());
    case Activation::GeluTanh: return at::gelu(wide, "tanh").to(x.scalar_type());
    case Activation::Relu: return at::relu(x);
    case Activation::Silu: return at::silu(wide).to(x.scalar_type());
    }
    return x;
}

/// [width] in fp32, or undefined.
at::Tensor widened(const at::Tensor &x)
{
    return x.defined() ? x.to(at::kFloat) : x;
}

/// Splits the last axis of x [rows, heads * headWidth] into heads.
at::Tensor asHeads(const at::Tensor &x, int heads, int headWidth)
{
    return x.view({x.size(0), heads, headWidth});
}

Heads separate(const Layer &layer, const at::Tensor &x)
{
    return {applied(layer.qkv[0], x), applied(layer.qkv[1], x), applied(layer.qkv[2], x)};
}

/// Queries, keys and values of one fused map: its rows are groups of some heads of each.
Heads fused(const ModelSpec &spec, const Layer &layer, const at::Tensor &x)
{
    const std::int64_t queries = spec.heads / spec.qkvGroups;
    const std::int64_t keys = spec.kvHeads / spec.qkvGroups;
    const at::Tensor groups =
        applied(layer.qkv[0], x).view({x.size(0), spec.qkvGroups, queries + 2 * keys, spec.headWidth});
    const auto part = [&groups](std::int64_t first, std::int64_t count) {
        return groups.narrow(2, first, count).flatten(1, 2);
    };
    const std::int64_t keysFrom = spec.valuesBeforeKeys ? queries + keys : queries;
    const std::int64_t valuesFrom = spec.valuesBeforeKeys ? queries : queries + keys;
    return {part(0, queries), part(keysFrom, keys), part(valuesFrom, keys)};
}

at::Tensor headsNormalised(const ModelSpec &spec, const Norm &norm, const at::Tensor &heads)
{
    if (spec.headNorm != HeadNorm::PerHead)
        return normalise(spec, norm, heads);
    const at::Tensor plain = normalise(spec, {}, heads);
    return noted(norm.uses, plain, plain * norm.weight); // [rows, heads, d] * [heads, d]
}

Heads split(const ModelSpec &spec, const Layer &layer, const at::Tensor &x)
{
    if (spec.qkv == QkvLayout::Fused)
        return fused(spec, layer, x);
    Heads heads = separate(layer, x);
    if (spec.headNorm == HeadNorm::Whole) {
        heads.q = normalise(spec, layer.queryNorm, heads.q);
        heads.k = normalise(spec, layer.keyNorm, heads.k);
    }
    return {asHeads(heads.q, spec.heads, spec.headWidth), asHeads(heads.k, spec.kvHeads, spec.headWidth),
            asHeads(heads.v, spec.kvHeads, spec.headWidth)};
}

bool normsInput(const ModelSpec &spec)
{
    return spec.normPlace == NormPlace::Before || spec.normPlace == NormPlace::Around;
}

/// Adds what a module wrote to the stream; before is the norm in front of the module, after the one on its output.
at::Tensor added(const ModelSpec &spec, const at::Tensor &x, const at::Tensor &written, const Norm &before,
                 const Norm &after)
{
    switch (spec.normPlace) {
    case NormPlace::Before: return (spec.residualFromNorm ? normalise(spec, before, x) : x) + written;
    case NormPlace::After: return normalise(spec, after, x + written);
    case NormPlace::Output:
    case NormPlace::Around: return x + normalise(spec, after, written);
    }
    return x + written;
}

at::Tensor capped(const at::Tensor &x, double cap)
{
    return cap > 0 ? at::tanh(x / cap) * cap : x;
}

} // namespace

at::Tensor normalise(const ModelSpec &spec, const Norm &norm, const at::Tensor &x)
{
    const at::Tensor wide = x.to(at::kFloat);
    if (spec.norm == NormKind::LayerNorm) {
        const auto made = [&](const at::Tensor &gain, const at::Tensor &shift) {
            return at::layer_norm(wide, {x.size(-1)}, gain, shift, spec.normEpsilon).to(x.scalar_type());
        };
        const at::Tensor written = made(widened(norm.weight), widened(norm.bias));
        return norm.uses ? noted(norm.uses, made({}, {}), written) : written;
    }
    const at::Tensor unit = wide * at::rsqrt(wide.square().mean(-1, true) + spec.normEpsilon);
    if (!norm.weight.defined())
        return unit.to(x.scalar_type());
    return noted(norm.uses, unit,
                 spec.offsetNorm ? (unit * (norm.weight.to(at::kFloat) + 1)).to(x.scalar_type())
                                 : unit.to(x.scalar_type()) * norm.weight);
}

Heads project(const ModelSpec &spec, const Layer &layer, const Model::RotaryTable &rotary, const at::Tensor &x,
              const at::Tensor &positions)
{
    Heads heads = split(spec, layer, normsInput(spec) ? normalise(spec, layer.norm1, x) : x);
    if (spec.headNorm == HeadNorm::Shared || spec.headNorm == HeadNorm::PerHead) {
        heads.q = headsNormalised(spec, layer.queryNorm, heads.q);
        heads.k = headsNormalised(spec, layer.keyNorm, heads.k);
    }
    if (spec.positions == PositionKind::Rotary) {
        const Model::RotaryTable rows{rotary.cosine.index_select(0, positions), rotary.sine.index_select(0, positions)};
        heads.q = turned(spec.rotary, heads.q, rows);
        heads.k = turned(spec.rotary, heads.k, rows);
    }
    return heads;
}

at::Tensor attend(const ModelSpec &spec, int layer, const Heads &own, const Heads &borrowed, const at::Tensor &missing)
{
    AttentionRule rule;
    rule.missing = missing;
    const double scalar = spec.queryScalar > 0 ? spec.queryScalar : spec.headWidth;
    rule.scale = spec.scaledAttention ? 1 / std::sqrt(scalar) : 1;
    if (spec.layerScaledAttention)
        rule.scale /= layer + 1;
    rule.cap = spec.attentionCap;
    rule.window = spec.window(layer);
    rule.bidirectional = spec.masked;
    if (spec.positions == PositionKind::Alibi) {
        const std::int64_t keys = own.k.size(1) + (borrowed.k.defined() ? borrowed.k.size(1) : 0);
        rule.keyBiases = alibiBiases(spec, keys).to(own.k.device());
    }
    return attention(own, borrowed, rule);
}

at::Tensor attentionOut(const Layer &layer, const at::Tensor &attended)
{
    return applied(layer.attnOut, attended);
}

at::Tensor afterAttention(const ModelSpec &spec, const Layer &layer, const at::Tensor &x, const at::Tensor &attn)
{
    return added(spec, x, attn, layer.norm1, spec.normPlace == NormPlace::Around ? layer.outputNorm1 : layer.norm1);
}

const at::Tensor &mlpInput(const ModelSpec &spec, const at::Tensor &x, const at::Tensor &mid)
{
    return spec.residual == ResidualKind::Sequential ? mid : x;
}

at::Tensor mlpHidden(const ModelSpec &spec, const Layer &layer, const at::Tensor &x)
{
    const Norm &norm = spec.sharedNorm ? layer.norm1 : layer.norm2;
    const at::Tensor read = normsInput(spec) ? normalise(spec, norm, x) : x;
    const at::Tensor inner = applied(layer.mlpIn, read);
    return spec.gatedMlp ? activated(spec.activation, applied(layer.mlpGate, read)) * inner
                         : activated(spec.activation, inner);
}

at::Tensor mlpOut(const Layer &layer, const at::Tensor &hidden)
{
    return applied(layer.mlpOut, hidden);
}

at::Tensor mlp(const ModelSpec &spec, const Layer &layer, const at::Tensor &x)
{
    return mlpOut(layer, mlpHidden(spec, layer, x));
}

at::Tensor afterMlp(const ModelSpec &spec, const Layer &layer, const at::Tensor &mid, const at::Tensor &inner)
{
    return added(spec, mid, inner, layer.norm2, spec.normPlace == NormPlace::Around ? layer.outputNorm2 : layer.norm2);
}

at::Tensor streamInput(const ModelSpec &spec, const EmbeddingParts &parts, const at::Tensor &embeddings,
                       const at::Tensor &places)
{
    at::Tensor x = embeddings;
    if (spec.embedScale != 1)
        x = x * at::scalar_tensor(spec.embedScale, x.options());
    if (spec.projectsEmbeddings() && !spec.projectsAtEnd)
        x = applied(parts.projection, x);
    if (spec.tokenTypes > 0)
        x = x + parts.types[0];
    if (places.defined())
        x = x + places;
    if (spec.embedNorm)
        x = normalise(spec, parts.norm, x);
    if (spec.projectsEmbeddings() && spec.projectsAtEnd)
        x = applied(parts.projection, x);
    return x;
}

at::Tensor streamInput(const Model &model, const at::Tensor &embeddings, std::int64_t first)
{
    const ModelSpec &spec = model.spec();
    const EmbeddingParts parts = model.embeddingParts();
    const bool isLearned = spec.positions == PositionKind::Learned;
    return streamInput(spec, parts, embeddings,
                       isLearned ? parts.positions.narrow(0, spec.positionOffset + first, embeddings.size(-2))
                                 : at::Tensor());
}

at::Tensor streamInput(const Model &model, const at::Tensor &embeddings, const at::Tensor &positions)
{
    const ModelSpec &spec = model.spec();
    const EmbeddingParts parts = model.embeddingParts();
    const bool isLearned = spec.positions == PositionKind::Learned;
    return streamInput(spec, parts, embeddings,
                       isLearned ? parts.positions.index_select(0, positions + spec.positionOffset) : at::Tensor());
}

namespace {

/// What stands between the final norm and the vocabulary map.
at::Tensor transformed(const ModelSpec &spec, const Head &head, const at::Tensor &x)
{
    if (spec.headTransform)
        return normalise(spec, head.transformNorm, activated(spec.headActivation, applied(head.transform, x)));
    return spec.projectsEmbeddings() ? applied(head.transform, x) : x;
}

} // namespace

at::Tensor vocabularyInput(const ModelSpec &spec, const Head &head, const at::Tensor &x)
{
    return transformed(spec, head, spec.finalNorm ? normalise(spec, head.norm, x) : x);
}

at::Tensor vocabularyLogits(const ModelSpec &spec, const Head &head, const at::Tensor &read)
{
    return capped(applied(head.vocabulary, read), spec.logitCap);
}

at::Tensor logits(const Model &model, const at::Tensor &x)
{
    const Head head = model.head();
    return vocabularyLogits(model.spec(), head, vocabularyInput(model.spec(), head, x));
}

at::Tensor bareLogits(const Model &model, const at::Tensor &x)
{
    const Head head = model.head();
    return vocabularyLogits(model.spec(), head, transformed(model.spec(), head, x));
}

} // namespace cw
