// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/FamilyReader.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {
namespace {

constexpr int mostLayers = 10000;
constexpr std::int64_t mostHeadNorms = 1000000;

const char *keyOf(const Family &family, int ModelSpec::*size)
{
    const auto found =
        std::find_if(family.sizes.begin(), family.sizes.end(), [size](const SizeKey &key) { return key.size == size; });
    return found->key ? found->key : "num_kv_heads";
}

void readSizes(const Family &family, const ConfigReader &config, ModelSpec &spec)
{
    for (const SizeKey &key : family.sizes) {
        if (key.key && (config.has(key.key) || key.times == 0)) {
            spec.*key.size = config.size(key.key);
            continue;
        }
        const std::int64_t size = std::int64_t{key.otherwise ? spec.*key.otherwise : 1} * key.times;
        if (size > std::numeric_limits<int>::max())
            config.refuse(keyOf(family, key.otherwise), "what follows from it is wider than any model");
        spec.*key.size = static_cast<int>(size);
    }
}

void readHeads(const Family &family, const ConfigReader &config, ModelSpec &spec)
{
    if (spec.layers > mostLayers)
        config.refuse(keyOf(family, &ModelSpec::layers), "no model has more than 10000 layers");
    if (family.headWidthKey && config.has(family.headWidthKey)) {
        spec.headWidth = config.size(family.headWidthKey);
    } else {
        if (spec.width % spec.heads != 0)
            config.refuse(keyOf(family, &ModelSpec::heads), "it must divide the width of the model");
        spec.headWidth = spec.width / spec.heads;
    }
    if (std::int64_t{spec.heads} * spec.headWidth > std::numeric_limits<int>::max() / 3)
        config.refuse(keyOf(family, &ModelSpec::heads), "its heads together would be wider than any model");
}

/// What families decide by themselves must fit as well.
void checkGroups(const Family &family, const ConfigReader &config, const ModelSpec &spec)
{
    if (spec.kvHeads > spec.heads || spec.heads % spec.kvHeads != 0)
        config.refuse(keyOf(family, &ModelSpec::kvHeads), "it must divide the number of heads");
    if (spec.headNorm == HeadNorm::PerHead && std::int64_t{spec.layers} * spec.heads > mostHeadNorms)
        config.refuse(keyOf(family, &ModelSpec::heads), "no model has so many heads with norms of their own");
}

Activation readActivation(const Family &family, const ConfigReader &config)
{
    struct Named {
        const char *name;
        Activation activation;
    };
    static constexpr Named known[] = {{"gelu", Activation::Gelu},          {"gelu_python", Activation::Gelu},
                                      {"gelu_new", Activation::GeluTanh},  {"gelu_pytorch_tanh", Activation::GeluTanh},
                                      {"gelu_fast", Activation::GeluTanh}, {"relu", Activation::Relu},
                                      {"silu", Activation::Silu},          {"swish", Activation::Silu}};
    if (!family.activationKey)
        return family.switches.activation;
    const std::string name =
        family.activation && !config.has(family.activationKey) ? family.activation : config.text(family.activationKey);
    std::string list;
    for (const Named &entry : known) {
        if (name == entry.name)
            return entry.activation;
        list += (list.empty() ? "" : ", ") + std::string(entry.name);
    }
    throw Error(Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error", "%1: the activation \"%2\" is not known; known are %3."),
                {config.path(), name, list});
}

std::string known()
{
    std::string list;
    for (const Family &family : families())
        list += (list.empty() ? "" : ", ") + std::string(family.modelType);
    return list;
}

} // namespace

const Family &familyOf(const ConfigReader &config)
{
    std::string wanted = config.has("model_type") ? config.text("model_type") : config.firstText("architectures");
    for (const Family &family : families())
        if (wanted == family.modelType)
            return family;
    // Checkpoints that came before their family had a name of its own have one of the class only.
    if (config.has("architectures"))
        wanted = config.firstText("architectures");
    for (const Family &family : families())
        if (std::count(family.architectures.begin(), family.architectures.end(), wanted) > 0)
            return family;
    throw Error(Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error", "%1: the architecture \"%2\" is not known; known are %3."),
                {config.path(), wanted, known()});
}

ModelSpec readSpec(const Family &family, const ConfigReader &config)
{
    if (config.has("quantization_config"))
        throw Error(Error::Kind::Unsupported,
                    QT_TRANSLATE_NOOP("Error", "%1: the checkpoint is quantized; use the one it was made from."),
                    {config.path()});
    ModelSpec spec = family.switches;
    spec.family = family.modelType;
    readSizes(family, config, spec);
    readHeads(family, config, spec);
    for (const FlagKey &key : family.flags)
        spec.*key.flag = config.flag(key.key, key.otherwise);
    for (const NumberKey &key : family.numbers)
        if (config.has(key.key))
            spec.*key.number = config.positive(key.key);
    if (family.epsilonKey && config.has(family.epsilonKey))
        spec.normEpsilon = config.positive(family.epsilonKey);
    spec.activation = readActivation(family, config);
    if (family.parallelResidual.key && config.flag(family.parallelResidual.key, family.parallelResidual.otherwise))
        spec.residual = ResidualKind::Parallel;
    if (family.refine)
        family.refine(config, spec);
    checkGroups(family, config, spec);
    if (spec.positions == PositionKind::Rotary)
        readRotary(family, config, spec);
    return spec;
}

} // namespace cw
