// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/FamilyReader.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {
namespace {

constexpr int mostLayers = 10000;

const char *keyOf(const Family &family, int ModelSpec::*size)
{
    const auto found =
        std::find_if(family.sizes.begin(), family.sizes.end(), [size](const SizeKey &key) { return key.size == size; });
    return found->key;
}

void readSizes(const Family &family, const ConfigReader &config, ModelSpec &spec)
{
    for (const SizeKey &key : family.sizes) {
        if (key.key && (config.has(key.key) || !key.otherwise)) {
            spec.*key.size = config.size(key.key);
            continue;
        }
        const std::int64_t size = std::int64_t{spec.*key.otherwise} * key.times;
        if (size > std::numeric_limits<int>::max())
            config.refuse(keyOf(family, key.otherwise), "what follows from it is wider than any model");
        spec.*key.size = static_cast<int>(size);
    }
}

void readHeads(const Family &family, const ConfigReader &config, ModelSpec &spec)
{
    if (spec.layers > mostLayers)
        config.refuse(keyOf(family, &ModelSpec::layers), "no model has more than 10000 layers");
    if (spec.kvHeads > spec.heads || spec.heads % spec.kvHeads != 0)
        config.refuse(keyOf(family, &ModelSpec::kvHeads), "it must divide the number of heads");
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
    const std::string name = config.text(family.activationKey);
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

RotarySpec::Scaling scalingNamed(const std::string &name, const ConfigReader &config)
{
    if (name == "default")
        return RotarySpec::Scaling::None;
    if (name == "linear")
        return RotarySpec::Scaling::Linear;
    if (name == "dynamic")
        return RotarySpec::Scaling::Dynamic;
    if (name == "llama3")
        return RotarySpec::Scaling::Llama3;
    throw Error(Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error", "%1: the rotary scaling \"%2\" is not known; known are default, linear, "
                                           "dynamic, llama3."),
                {config.path(), name});
}

/// Linear and dynamic scaling stretch max_position_embeddings, which is then the length the model was trained with.
void stretchContext(const ConfigReader &scaling, ModelSpec &spec)
{
    spec.rotary.originalContext = spec.context;
    const double stretched = std::floor(spec.context * spec.rotary.factor);
    if (stretched < 1 || stretched > std::numeric_limits<int>::max())
        scaling.refuse("factor", "the context it leads to makes no sense");
    spec.context = static_cast<int>(stretched);
}

void readScaling(const ConfigReader &scaling, ModelSpec &spec)
{
    RotarySpec &rotary = spec.rotary;
    if (!scaling.has("rope_type") && !scaling.has("type"))
        return;
    rotary.scaling = scalingNamed(scaling.text(scaling.has("rope_type") ? "rope_type" : "type"), scaling);
    if (rotary.scaling == RotarySpec::Scaling::None)
        return;
    rotary.factor = scaling.positive("factor");
    if (rotary.scaling != RotarySpec::Scaling::Llama3)
        return stretchContext(scaling, spec);
    rotary.lowFrequencyFactor = scaling.positive("low_freq_factor");
    rotary.highFrequencyFactor = scaling.positive("high_freq_factor");
    rotary.originalContext = scaling.size("original_max_position_embeddings");
    if (rotary.highFrequencyFactor <= rotary.lowFrequencyFactor)
        scaling.refuse("high_freq_factor", "it must be above low_freq_factor");
}

/// Reads from rope_parameters, where newer configs keep everything, else from rope_scaling and the outer object.
void readRotary(const Family &family, const ConfigReader &config, ModelSpec &spec)
{
    const auto parameters = config.section("rope_parameters");
    const auto scaling = parameters ? parameters : config.section("rope_scaling");
    spec.rotary.base = 10000;
    if (config.has(family.rotaryBaseKey))
        spec.rotary.base = config.positive(family.rotaryBaseKey);
    double share = 1;
    const char *shareKey = family.rotaryShareKey ? family.rotaryShareKey : "partial_rotary_factor";
    if (config.has(shareKey))
        share = config.positive(shareKey);
    if (parameters && parameters->has("rope_theta"))
        spec.rotary.base = parameters->positive("rope_theta");
    if (parameters && parameters->has("partial_rotary_factor"))
        share = parameters->positive("partial_rotary_factor");
    const int width = share > 1 ? 0 : static_cast<int>(spec.headWidth * share);
    if (width < 2 || width % 2 != 0)
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error",
                                      "%1: %2 of a head of width %3 cannot be turned; it must be an even number "
                                      "within the head."),
                    {config.path(), std::to_string(spec.headWidth * share), std::to_string(spec.headWidth)});
    spec.rotary.width = width;
    if (scaling)
        readScaling(*scaling, spec);
}

std::string known()
{
    std::string list;
    for (const Family &family : families())
        list += (list.empty() ? "" : ", ") + std::string(family.modelType) + " (" + family.architecture + ")";
    return list;
}

} // namespace

const Family &familyOf(const ConfigReader &config)
{
    const std::string wanted = config.has("model_type") ? config.text("model_type") : config.firstText("architectures");
    for (const Family &family : families())
        if (wanted == family.modelType || wanted == family.architecture)
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
    spec.normEpsilon = config.positive(family.epsilonKey);
    spec.activation = readActivation(family, config);
    if (family.parallelResidual.key && config.flag(family.parallelResidual.key, family.parallelResidual.otherwise))
        spec.residual = ResidualKind::Parallel;
    if (spec.positions == PositionKind::Rotary)
        readRotary(family, config, spec);
    return spec;
}

} // namespace cw
