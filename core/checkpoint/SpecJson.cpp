// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/SpecJson.h"

#include "core/engine/ModelSpec.h"

#include <QJsonArray>

namespace cw {
namespace {

/// The name at a value's place in an enumeration.
template <class E, std::size_t N> QString named(E value, const char *const (&names)[N])
{
    return QLatin1String(names[static_cast<std::size_t>(value)]);
}

QString name(Activation activation)
{
    return named(activation, {"gelu", "gelu_tanh", "relu", "silu"});
}

QJsonObject toJson(const RotarySpec &rotary)
{
    QJsonObject object{{QStringLiteral("width"), rotary.width},
                       {QStringLiteral("base"), rotary.base},
                       {QStringLiteral("interleaved"), rotary.interleaved},
                       {QStringLiteral("scaling"),
                        named(rotary.scaling, {"none", "linear", "dynamic", "llama3", "yarn", "longrope"})}};
    if (rotary.scaling == RotarySpec::Scaling::None)
        return object;
    object[QStringLiteral("factor")] = rotary.factor;
    object[QStringLiteral("originalContext")] = rotary.originalContext;
    object[QStringLiteral("attentionFactor")] = rotary.attentionFactor;
    if (rotary.scaling == RotarySpec::Scaling::Llama3) {
        object[QStringLiteral("lowFrequencyFactor")] = rotary.lowFrequencyFactor;
        object[QStringLiteral("highFrequencyFactor")] = rotary.highFrequencyFactor;
    }
    if (rotary.scaling == RotarySpec::Scaling::Yarn) {
        object[QStringLiteral("betaFast")] = rotary.betaFast;
        object[QStringLiteral("betaSlow")] = rotary.betaSlow;
    }
    return object;
}

QJsonObject sizes(const ModelSpec &spec)
{
    return {{QStringLiteral("family"), QString::fromStdString(spec.family)},
            {QStringLiteral("masked"), spec.masked},
            {QStringLiteral("layers"), spec.layers},
            {QStringLiteral("width"), spec.width},
            {QStringLiteral("embedWidth"), spec.embeddingWidth()},
            {QStringLiteral("heads"), spec.heads},
            {QStringLiteral("kvHeads"), spec.kvHeads},
            {QStringLiteral("headWidth"), spec.headWidth},
            {QStringLiteral("hidden"), spec.hidden},
            {QStringLiteral("vocabulary"), spec.vocabulary},
            {QStringLiteral("context"), spec.context}};
}

void addAttention(const ModelSpec &spec, QJsonObject &object)
{
    object[QStringLiteral("qkv")] = named(spec.qkv, {"separate", "fused"});
    object[QStringLiteral("qkvGroups")] = spec.qkvGroups;
    object[QStringLiteral("headNorm")] = named(spec.headNorm, {"none", "shared", "per_head", "whole"});
    object[QStringLiteral("scaledAttention")] = spec.scaledAttention;
    object[QStringLiteral("layerScaledAttention")] = spec.layerScaledAttention;
    if (spec.queryScalar > 0)
        object[QStringLiteral("queryScalar")] = spec.queryScalar;
    if (spec.attentionCap > 0)
        object[QStringLiteral("attentionCap")] = spec.attentionCap;
    QJsonArray windows;
    for (const int window : spec.windows)
        windows.append(window);
    if (!windows.isEmpty())
        object[QStringLiteral("windows")] = windows;
}

} // namespace

QJsonObject toJson(const ModelSpec &spec)
{
    QJsonObject object = sizes(spec);
    object[QStringLiteral("norm")] = named(spec.norm, {"layer", "rms"});
    object[QStringLiteral("normPlace")] = named(spec.normPlace, {"before", "after", "output", "around"});
    object[QStringLiteral("normEpsilon")] = spec.normEpsilon;
    object[QStringLiteral("positions")] = named(spec.positions, {"learned", "rotary", "alibi"});
    object[QStringLiteral("residual")] = named(spec.residual, {"sequential", "parallel"});
    object[QStringLiteral("activation")] = name(spec.activation);
    object[QStringLiteral("gatedMlp")] = spec.gatedMlp;
    object[QStringLiteral("tiedHead")] = spec.tiedHead;
    addAttention(spec, object);
    if (spec.logitCap > 0)
        object[QStringLiteral("logitCap")] = spec.logitCap;
    if (spec.positions == PositionKind::Rotary)
        object[QStringLiteral("rotary")] = toJson(spec.rotary);
    return object;
}

} // namespace cw
