// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/families/Families.h"

#include <cmath>

namespace cw {
namespace {

constexpr BiasRule attention = BiasRule::Attention;
constexpr BiasRule mlpRule = BiasRule::Mlp;
constexpr BiasRule never = BiasRule::Never;

void refineMistral(const ConfigReader &config, ModelSpec &spec)
{
    readWindows(config, spec);
}

void refineQwen(const ConfigReader &config, ModelSpec &spec)
{
    if (config.flag("use_sliding_window", false))
        readWindows(config, spec, config.has("max_window_layers") ? config.count("max_window_layers") : spec.layers);
}

/// Gemma's first configs said "gelu" and meant its tanh form.
void refineGemma(const ConfigReader &config, ModelSpec &spec)
{
    spec.embedScale = std::sqrt(static_cast<double>(spec.width));
    if (!config.has("hidden_activation") && spec.activation == Activation::Gelu)
        spec.activation = Activation::GeluTanh;
}

/// Where layer_types is not given, the first layer of each two has the window.
void refineGemma2(const ConfigReader &config, ModelSpec &spec)
{
    refineGemma(config, spec);
    readWindows(config, spec);
    if (config.has("layer_types"))
        return;
    for (std::size_t layer = 1; layer < spec.windows.size(); layer += 2)
        spec.windows[layer] = 0;
}

} // namespace

Family llama()
{
    Family family;
    family.modelType = "llama";
    family.architectures = {"LlamaForCausalLM"};
    family.switches.norm = NormKind::RmsNorm;
    family.switches.positions = PositionKind::Rotary;
    family.switches.gatedMlp = true;
    family.switches.normEpsilon = 1e-6;
    family.sizes = usualSizes(true);
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", false}};
    family.headWidthKey = "head_dim";
    family.epsilonKey = "rms_norm_eps";
    family.activationKey = "hidden_act";
    family.activation = "silu";
    family.attentionBias = {"attention_bias", false};
    family.mlpBias = {"mlp_bias", false};
    family.prefixes = {"model.", ""};
    family.parameters = {{"embed", "embed_tokens"},
                         {"layers.#.norm1", "layers.#.input_layernorm"},
                         {"layers.#.attn.q", "layers.#.self_attn.q_proj", attention},
                         {"layers.#.attn.k", "layers.#.self_attn.k_proj", attention},
                         {"layers.#.attn.v", "layers.#.self_attn.v_proj", attention},
                         {"layers.#.attn.out", "layers.#.self_attn.o_proj", attention},
                         {"layers.#.norm2", "layers.#.post_attention_layernorm"},
                         {"layers.#.mlp.in", "layers.#.mlp.up_proj", mlpRule},
                         {"layers.#.mlp.gate", "layers.#.mlp.gate_proj", mlpRule},
                         {"layers.#.mlp.out", "layers.#.mlp.down_proj", mlpRule},
                         {"norm", "norm"},
                         {"head", "lm_head", never, ParameterName::Plain, true}};
    return family;
}

Family mistral()
{
    Family family = llama();
    family.modelType = "mistral";
    family.architectures = {"MistralForCausalLM"};
    family.attentionBias = {};
    family.mlpBias = {};
    family.refine = refineMistral;
    return family;
}

Family qwen2()
{
    Family family = llama();
    family.modelType = "qwen2";
    family.architectures = {"Qwen2ForCausalLM"};
    family.attentionBias = {};
    family.mlpBias = {};
    for (ParameterName &name : family.parameters)
        if (name.bias == attention)
            name.bias = BiasRule::Always;
    family.parameters[5].bias = never;
    family.refine = refineQwen;
    return family;
}

Family qwen3()
{
    Family family = llama();
    family.modelType = "qwen3";
    family.architectures = {"Qwen3ForCausalLM"};
    family.switches.headNorm = HeadNorm::Shared;
    family.mlpBias = {};
    family.parameters.push_back({"layers.#.attn.qnorm", "layers.#.self_attn.q_norm"});
    family.parameters.push_back({"layers.#.attn.knorm", "layers.#.self_attn.k_norm"});
    family.refine = refineQwen;
    return family;
}

Family gemma()
{
    Family family = llama();
    family.modelType = "gemma";
    family.architectures = {"GemmaForCausalLM"};
    family.switches.offsetNorm = true;
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.activationKey = "hidden_activation|hidden_act";
    family.activation = "gelu_pytorch_tanh";
    family.mlpBias = {};
    family.refine = refineGemma;
    return family;
}

Family gemma2()
{
    Family family = gemma();
    family.modelType = "gemma2";
    family.architectures = {"Gemma2ForCausalLM"};
    family.switches.normPlace = NormPlace::Around;
    family.numbers = {{&ModelSpec::queryScalar, "query_pre_attn_scalar"},
                      {&ModelSpec::attentionCap, "attn_logit_softcapping"},
                      {&ModelSpec::logitCap, "final_logit_softcapping"}};
    family.parameters[6] = {"layers.#.norm2", "layers.#.pre_feedforward_layernorm"};
    family.parameters.push_back({"layers.#.outnorm1", "layers.#.post_attention_layernorm"});
    family.parameters.push_back({"layers.#.outnorm2", "layers.#.post_feedforward_layernorm"});
    family.refine = refineGemma2;
    return family;
}

Family olmo2()
{
    Family family = llama();
    family.modelType = "olmo2";
    family.architectures = {"Olmo2ForCausalLM"};
    family.switches.normPlace = NormPlace::Output;
    family.switches.normEpsilon = 1e-5;
    family.switches.headNorm = HeadNorm::Whole;
    family.mlpBias = {};
    family.parameters[1] = {"layers.#.norm1", "layers.#.post_attention_layernorm"};
    family.parameters[6] = {"layers.#.norm2", "layers.#.post_feedforward_layernorm"};
    family.parameters.push_back({"layers.#.attn.qnorm", "layers.#.self_attn.q_norm"});
    family.parameters.push_back({"layers.#.attn.knorm", "layers.#.self_attn.k_norm"});
    return family;
}

} // namespace cw
