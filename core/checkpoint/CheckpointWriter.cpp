// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/CheckpointWriter.h"

#include "core/checkpoint/Family.h"
#include "core/checkpoint/SafetensorsWriter.h"
#include "core/data/WholeFile.h"
#include "core/engine/Error.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace cw {
namespace {

const Family &gpt2()
{
    return *std::find_if(families().begin(), families().end(),
                         [](const Family &family) { return family.modelType == std::string("gpt2"); });
}

QJsonObject configOf(const Family &family, const ModelSpec &spec, const Parameters &parameters, qint64 endId)
{
    QJsonObject config{{QStringLiteral("architectures"), QJsonArray{QLatin1String(family.architectures.front())}},
                       {QStringLiteral("model_type"), QLatin1String(family.modelType)},
                       {QLatin1String(family.activationKey),
                        spec.activation == Activation::Gelu ? QStringLiteral("gelu") : QStringLiteral("gelu_new")},
                       {QLatin1String(family.epsilonKey), spec.normEpsilon},
                       {QStringLiteral("n_ctx"), spec.context},
                       {QStringLiteral("attn_pdrop"), 0.0},
                       {QStringLiteral("embd_pdrop"), 0.0},
                       {QStringLiteral("resid_pdrop"), 0.0},
                       {QStringLiteral("bos_token_id"), endId},
                       {QStringLiteral("eos_token_id"), endId},
                       {QStringLiteral("torch_dtype"), parameters.begin()->second.scalar_type() == at::kHalf
                                                           ? QStringLiteral("float16")
                                                           : QStringLiteral("float32")}};
    for (const SizeKey &size : family.sizes)
        if (size.key)
            config[QLatin1String(size.key)] = spec.*size.size;
    for (const FlagKey &flag : family.flags)
        config[QLatin1String(flag.key)] = spec.*flag.flag;
    return config;
}

std::string atLayer(std::string name, const std::string &layer)
{
    const std::size_t place = name.find('#');
    return place == std::string::npos ? name : name.replace(place, 1, layer);
}

void add(SafetensorsWriter &writer, const Family &family, const ParameterName &name, const std::string &layer,
         const Parameters &parameters)
{
    const std::string stored = (name.outside ? "" : family.prefixes.front()) + atLayer(name.stored, layer);
    const std::string canonical = atLayer(name.canonical, layer);
    const auto weight = parameters.find(canonical);
    if (weight != parameters.end())
        writer.add(stored + ".weight", name.kind == ParameterName::Transposed ? weight->second.t() : weight->second);
    const auto bias = parameters.find(canonical + ".bias");
    if (bias != parameters.end())
        writer.add(stored + ".bias", bias->second);
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace

void writeGpt2Checkpoint(const QString &folder, const ModelSpec &spec, const Parameters &parameters, std::int64_t endId)
{
    const Family &family = gpt2();
    if (spec.family != family.modelType)
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "Only models of the family gpt2 can be written, not of %1."),
                    {spec.family});
    SafetensorsWriter writer;
    writer.setMetadata("format", "pt");
    for (const ParameterName &name : family.parameters) {
        const bool perLayer = std::string(name.canonical).find('#') != std::string::npos;
        for (int layer = 0; layer < (perLayer ? spec.layers : 1); ++layer)
            add(writer, family, name, std::to_string(layer), parameters);
    }
    const QDir dir(folder);
    writer.write(dir.filePath(QStringLiteral("model.safetensors")));
    writeWholeFile(dir.filePath(QStringLiteral("config.json")), text(configOf(family, spec, parameters, endId)));
    writeWholeFile(dir.filePath(QStringLiteral("generation_config.json")),
                   text({{QStringLiteral("bos_token_id"), static_cast<qint64>(endId)},
                         {QStringLiteral("eos_token_id"), static_cast<qint64>(endId)}}));
}

} // namespace cw
