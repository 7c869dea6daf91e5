// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Steps.h"

#include "core/engine/Attention.h"
#include "core/engine/Rotary.h"

#include <ATen/ATen.h>

namespace cw {
namespace {

at::Tensor applied(const Linear &map, const at::Tensor &x)
{
    return at::linear(x, map.weight, map.bias);
}

at::Tensor activated(Activation activation, const at::Tensor &x)
{
    switch (activation) {
    case Activation::Gelu: return at::gelu(x, "none");
    case Activation::GeluTanh: return at::gelu(x, "tanh");
    case Activation::Relu: return at::relu(x);
    case Activation::Silu: return at::silu(x);
    }
    return x;
}

/// Splits the last axis of x [rows, heads * headWidth] into heads.
at::Tensor asHeads(const at::Tensor &x, int heads, int headWidth)
{
    return x.view({x.size(0), heads, headWidth});
}

Heads split(const ModelSpec &spec, const Layer &layer, const at::Tensor &normed)
{
    if (spec.qkv == QkvLayout::Separate)
        return {asHeads(applied(layer.qkv[0], normed), spec.heads, spec.headWidth),
                asHeads(applied(layer.qkv[1], normed), spec.kvHeads, spec.headWidth),
                asHeads(applied(layer.qkv[2], normed), spec.kvHeads, spec.headWidth)};
    const at::Tensor fused = applied(layer.qkv[0], normed);
    if (spec.qkv == QkvLayout::PerHead) {
        const at::Tensor heads = fused.view({fused.size(0), spec.heads, 3, spec.headWidth});
        return {heads.select(2, 0), heads.select(2, 1), heads.select(2, 2)};
    }
    const at::Tensor heads = asHeads(fused, spec.heads + 2 * spec.kvHeads, spec.headWidth);
    return {heads.narrow(1, 0, spec.heads), heads.narrow(1, spec.heads, spec.kvHeads),
            heads.narrow(1, spec.heads + spec.kvHeads, spec.kvHeads)};
}

} // namespace

at::Tensor normalise(const ModelSpec &spec, const Norm &norm, const at::Tensor &x)
{
    if (spec.norm == NormKind::LayerNorm)
        return at::layer_norm(x, {spec.width}, norm.weight, norm.bias, spec.normEpsilon);
    const at::Tensor wide = x.to(at::kFloat);
    const at::Tensor scale = at::rsqrt(wide.square().mean(-1, true) + spec.normEpsilon);
    return (wide * scale).to(x.scalar_type()) * norm.weight;
}

Heads project(const ModelSpec &spec, const Layer &layer, const Model::RotaryTable &rotary, const at::Tensor &x,
              const at::Tensor &positions)
{
    Heads heads = split(spec, layer, normalise(spec, layer.norm1, x));
    if (spec.positions == PositionKind::Rotary) {
        const Model::RotaryTable rows{rotary.cosine.index_select(0, positions), rotary.sine.index_select(0, positions)};
        heads.q = turned(heads.q, rows);
        heads.k = turned(heads.k, rows);
    }
    return heads;
}

at::Tensor attend(const ModelSpec &spec, int layer, const Heads &own, const Heads &borrowed)
{
    double scale = spec.scaledAttention ? 1 / std::sqrt(static_cast<double>(spec.headWidth)) : 1;
    if (spec.layerScaledAttention)
        scale /= layer + 1;
    return causalAttention(own, borrowed, scale);
}

at::Tensor attentionOut(const Layer &layer, const at::Tensor &attended)
{
    return applied(layer.attnOut, attended);
}

at::Tensor mlp(const ModelSpec &spec, const Layer &layer, const at::Tensor &x)
{
    const at::Tensor normed = normalise(spec, layer.norm2, x);
    at::Tensor inner = applied(layer.mlpIn, normed);
    inner = spec.gatedMlp ? activated(spec.activation, applied(layer.mlpGate, normed)) * inner
                          : activated(spec.activation, inner);
    return applied(layer.mlpOut, inner);
}

at::Tensor logits(const Model &model, const at::Tensor &x)
{
    return applied(model.head(), normalise(model.spec(), model.finalNorm(), x));
}

} // namespace cw
