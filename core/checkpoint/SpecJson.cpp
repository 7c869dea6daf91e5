// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/SpecJson.h"

#include "core/engine/ModelSpec.h"

namespace cw {
namespace {

QString name(Activation activation)
{
    switch (activation) {
    case Activation::Gelu: return QStringLiteral("gelu");
    case Activation::GeluTanh: return QStringLiteral("gelu_tanh");
    case Activation::Relu: return QStringLiteral("relu");
    case Activation::Silu: return QStringLiteral("silu");
    }
    return {};
}

QString name(RotarySpec::Scaling scaling)
{
    switch (scaling) {
    case RotarySpec::Scaling::None: return QStringLiteral("none");
    case RotarySpec::Scaling::Linear: return QStringLiteral("linear");
    case RotarySpec::Scaling::Dynamic: return QStringLiteral("dynamic");
    case RotarySpec::Scaling::Llama3: return QStringLiteral("llama3");
    }
    return {};
}

QString name(QkvLayout layout)
{
    switch (layout) {
    case QkvLayout::Separate: return QStringLiteral("separate");
    case QkvLayout::Stacked: return QStringLiteral("stacked");
    case QkvLayout::PerHead: return QStringLiteral("per_head");
    }
    return {};
}

QJsonObject toJson(const RotarySpec &rotary)
{
    QJsonObject object{{QStringLiteral("width"), rotary.width},
                       {QStringLiteral("base"), rotary.base},
                       {QStringLiteral("scaling"), name(rotary.scaling)}};
    if (rotary.scaling != RotarySpec::Scaling::None) {
        object[QStringLiteral("factor")] = rotary.factor;
        object[QStringLiteral("originalContext")] = rotary.originalContext;
    }
    if (rotary.scaling == RotarySpec::Scaling::Llama3) {
        object[QStringLiteral("lowFrequencyFactor")] = rotary.lowFrequencyFactor;
        object[QStringLiteral("highFrequencyFactor")] = rotary.highFrequencyFactor;
    }
    return object;
}

} // namespace

QJsonObject toJson(const ModelSpec &spec)
{
    const bool isRotary = spec.positions == PositionKind::Rotary;
    QJsonObject object{{QStringLiteral("family"), QString::fromStdString(spec.family)},
                       {QStringLiteral("layers"), spec.layers},
                       {QStringLiteral("width"), spec.width},
                       {QStringLiteral("heads"), spec.heads},
                       {QStringLiteral("kvHeads"), spec.kvHeads},
                       {QStringLiteral("headWidth"), spec.headWidth},
                       {QStringLiteral("hidden"), spec.hidden},
                       {QStringLiteral("vocabulary"), spec.vocabulary},
                       {QStringLiteral("context"), spec.context},
                       {QStringLiteral("norm"), QLatin1String(spec.norm == NormKind::RmsNorm ? "rms" : "layer")},
                       {QStringLiteral("normEpsilon"), spec.normEpsilon},
                       {QStringLiteral("positions"), QLatin1String(isRotary ? "rotary" : "learned")},
                       {QStringLiteral("residual"),
                        QLatin1String(spec.residual == ResidualKind::Parallel ? "parallel" : "sequential")},
                       {QStringLiteral("activation"), name(spec.activation)},
                       {QStringLiteral("gatedMlp"), spec.gatedMlp},
                       {QStringLiteral("qkv"), name(spec.qkv)},
                       {QStringLiteral("scaledAttention"), spec.scaledAttention},
                       {QStringLiteral("layerScaledAttention"), spec.layerScaledAttention},
                       {QStringLiteral("tiedHead"), spec.tiedHead}};
    if (isRotary)
        object[QStringLiteral("rotary")] = toJson(spec.rotary);
    return object;
}

} // namespace cw
