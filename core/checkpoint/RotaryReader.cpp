// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/FamilyReader.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {
namespace {

RotarySpec::Scaling scalingNamed(const std::string &name, const ConfigReader &config)
{
    struct Named {
        const char *name;
        RotarySpec::Scaling scaling;
    };
    using Scaling = RotarySpec::Scaling;
    static constexpr Named known[] = {{"default", Scaling::None},    {"linear", Scaling::Linear},
                                      {"dynamic", Scaling::Dynamic}, {"llama3", Scaling::Llama3},
                                      {"yarn", Scaling::Yarn},       {"longrope", Scaling::LongRope},
                                      {"su", Scaling::LongRope}};
    for (const Named &entry : known)
        if (name == entry.name)
            return entry.scaling;
    throw Error(Error::Kind::Unsupported,
                QT_TRANSLATE_NOOP("Error", "%1: the rotary scaling \"%2\" is not known; known are default, linear, "
                                           "dynamic, llama3, yarn, longrope."),
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

void readLlama3(const ConfigReader &scaling, RotarySpec &rotary)
{
    rotary.lowFrequencyFactor = scaling.positive("low_freq_factor");
    rotary.highFrequencyFactor = scaling.positive("high_freq_factor");
    rotary.originalContext = scaling.size("original_max_position_embeddings");
    if (rotary.highFrequencyFactor <= rotary.lowFrequencyFactor)
        scaling.refuse("high_freq_factor", "it must be above low_freq_factor");
}

double numberOr(const ConfigReader &config, const char *key, double otherwise)
{
    return config.has(key) ? config.positive(key) : otherwise;
}

/// How much YaRN sharpens attention: 0.1 ln(factor) + 1 unless the config says otherwise.
double yarnAttention(const ConfigReader &scaling, double factor)
{
    const auto sharpened = [factor](double scale) { return factor <= 1 ? 1 : 0.1 * scale * std::log(factor) + 1; };
    if (scaling.has("attention_factor"))
        return scaling.positive("attention_factor");
    if (scaling.has("mscale") && scaling.has("mscale_all_dim"))
        return sharpened(scaling.positive("mscale")) / sharpened(scaling.positive("mscale_all_dim"));
    return sharpened(1);
}

void readYarn(const ConfigReader &scaling, ModelSpec &spec)
{
    RotarySpec &rotary = spec.rotary;
    const char *original = "original_max_position_embeddings";
    rotary.originalContext = scaling.has(original) ? scaling.size(original) : spec.context;
    rotary.betaFast = numberOr(scaling, "beta_fast", 32);
    rotary.betaSlow = numberOr(scaling, "beta_slow", 1);
    rotary.truncates = scaling.flag("truncate", true);
    rotary.attentionFactor = yarnAttention(scaling, rotary.factor);
    const double reach = std::floor(rotary.originalContext * rotary.factor);
    if (reach > std::numeric_limits<int>::max())
        scaling.refuse("factor", "the context it leads to makes no sense");
    spec.context = std::max(spec.context, static_cast<int>(reach));
}

void readLongRope(const ConfigReader &config, const ConfigReader &scaling, ModelSpec &spec)
{
    RotarySpec &rotary = spec.rotary;
    const char *original = "original_max_position_embeddings";
    rotary.originalContext = config.has(original)    ? config.size(original)
                             : scaling.has(original) ? scaling.size(original)
                                                     : spec.context;
    rotary.shortFactors = scaling.positives("short_factor");
    rotary.longFactors = scaling.positives("long_factor");
    const auto pairs = static_cast<std::size_t>(rotary.width / 2);
    if (rotary.shortFactors.size() != pairs)
        scaling.refuse("short_factor", "it must have one number per pair of turned entries");
    if (rotary.longFactors.size() != pairs)
        scaling.refuse("long_factor", "it must have one number per pair of turned entries");
    const double factor = static_cast<double>(spec.context) / rotary.originalContext;
    const double usual = factor <= 1 ? 1 : std::sqrt(1 + std::log(factor) / std::log(rotary.originalContext));
    rotary.attentionFactor = numberOr(scaling, "attention_factor", usual);
}

void readScaling(const ConfigReader &config, const ConfigReader &scaling, ModelSpec &spec)
{
    RotarySpec &rotary = spec.rotary;
    if (!scaling.has("rope_type|type"))
        return;
    rotary.scaling = scalingNamed(scaling.text("rope_type|type"), scaling);
    if (rotary.scaling == RotarySpec::Scaling::None)
        return;
    if (rotary.scaling == RotarySpec::Scaling::LongRope)
        return readLongRope(config, scaling, spec);
    rotary.factor = scaling.positive("factor");
    switch (rotary.scaling) {
    case RotarySpec::Scaling::Llama3: return readLlama3(scaling, rotary);
    case RotarySpec::Scaling::Yarn: return readYarn(scaling, spec);
    default: return stretchContext(scaling, spec);
    }
}

/// How many entries of a head are turned: counted, or a share of the head.
double turnedWidth(const Family &family, const ConfigReader &config, const std::optional<ConfigReader> &parameters,
                   const ModelSpec &spec)
{
    if (family.rotaryWidthKey)
        return config.size(family.rotaryWidthKey);
    double share = numberOr(config, family.rotaryShareKey, family.rotaryShare);
    if (parameters)
        share = numberOr(*parameters, "partial_rotary_factor", share);
    return share * spec.headWidth;
}

} // namespace

/// Reads from rope_parameters, where newer configs keep everything, else from rope_scaling and the outer object.
void readRotary(const Family &family, const ConfigReader &config, ModelSpec &spec)
{
    const auto parameters = config.section("rope_parameters");
    const auto scaling = parameters ? parameters : config.section("rope_scaling");
    spec.rotary.base = numberOr(config, family.rotaryBaseKey, 10000);
    if (parameters)
        spec.rotary.base = numberOr(*parameters, "rope_theta", spec.rotary.base);
    const double wanted = turnedWidth(family, config, parameters, spec);
    const int width = wanted > spec.headWidth ? 0 : static_cast<int>(wanted);
    if (width < 2 || width % 2 != 0)
        throw Error(Error::Kind::Format,
                    QT_TRANSLATE_NOOP("Error",
                                      "%1: %2 of a head of width %3 cannot be turned; it must be an even number "
                                      "within the head."),
                    {config.path(), std::to_string(wanted), std::to_string(spec.headWidth)});
    spec.rotary.width = width;
    if (scaling)
        readScaling(config, *scaling, spec);
}

} // namespace cw
