// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/families/Families.h"

namespace cw {
namespace {

constexpr BiasRule always = BiasRule::Always;
constexpr BiasRule attention = BiasRule::Attention;
constexpr BiasRule mlpRule = BiasRule::Mlp;
constexpr BiasRule never = BiasRule::Never;

void refineWindows(const ConfigReader &config, ModelSpec &spec)
{
    readWindows(config, spec);
}

void refinePhi(const ConfigReader &config, ModelSpec &spec)
{
    if (config.flag("qk_layernorm", false))
        spec.headNorm = HeadNorm::Shared;
}

/// With the parallel residual StableLM has one norm only.
void refineStableLm(const ConfigReader &config, ModelSpec &spec)
{
    spec.sharedNorm = spec.residual == ResidualKind::Parallel;
    if (config.flag("qk_layernorm", false))
        spec.headNorm = HeadNorm::PerHead;
}

} // namespace

Family starCoder2()
{
    Family family = llama();
    family.modelType = "starcoder2";
    family.architectures = {"Starcoder2ForCausalLM"};
    family.switches.norm = NormKind::LayerNorm;
    family.switches.normEpsilon = 1e-5;
    family.switches.gatedMlp = false;
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.epsilonKey = "norm_epsilon";
    family.activation = "gelu_pytorch_tanh";
    family.attentionBias = {"use_bias", true};
    family.mlpBias = {"use_bias", true};
    family.refine = refineWindows;
    family.parameters = {{"embed", "embed_tokens"},
                         {"layers.#.norm1", "layers.#.input_layernorm", always},
                         {"layers.#.attn.q", "layers.#.self_attn.q_proj", attention},
                         {"layers.#.attn.k", "layers.#.self_attn.k_proj", attention},
                         {"layers.#.attn.v", "layers.#.self_attn.v_proj", attention},
                         {"layers.#.attn.out", "layers.#.self_attn.o_proj", attention},
                         {"layers.#.norm2", "layers.#.post_attention_layernorm", always},
                         {"layers.#.mlp.in", "layers.#.mlp.c_fc", mlpRule},
                         {"layers.#.mlp.out", "layers.#.mlp.c_proj", mlpRule},
                         {"norm", "norm", always},
                         {"head", "lm_head", never, ParameterName::Plain, true}};
    return family;
}

Family phi()
{
    Family family;
    family.modelType = "phi";
    family.architectures = {"PhiForCausalLM"};
    family.switches.positions = PositionKind::Rotary;
    family.switches.residual = ResidualKind::Parallel;
    family.switches.sharedNorm = true;
    family.switches.headBias = true;
    family.sizes = usualSizes(true);
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", false}};
    family.epsilonKey = "layer_norm_eps";
    family.activationKey = "hidden_act";
    family.activation = "gelu_new";
    family.rotaryShare = 0.5;
    family.refine = refinePhi;
    family.prefixes = {"model.", ""};
    family.parameters = {{"embed", "embed_tokens"},
                         {"layers.#.norm1", "layers.#.input_layernorm", always},
                         {"layers.#.attn.q", "layers.#.self_attn.q_proj", always},
                         {"layers.#.attn.k", "layers.#.self_attn.k_proj", always},
                         {"layers.#.attn.v", "layers.#.self_attn.v_proj", always},
                         {"layers.#.attn.qnorm", "layers.#.self_attn.q_layernorm", always},
                         {"layers.#.attn.knorm", "layers.#.self_attn.k_layernorm", always},
                         {"layers.#.attn.out", "layers.#.self_attn.dense", always},
                         {"layers.#.mlp.in", "layers.#.mlp.fc1", always},
                         {"layers.#.mlp.out", "layers.#.mlp.fc2", always},
                         {"norm", "final_layernorm", always},
                         {"head", "lm_head", never, ParameterName::Plain, true},
                         {"head.bias", "lm_head.bias", never, ParameterName::Whole, true}};
    return family;
}

Family phi3()
{
    Family family = llama();
    family.modelType = "phi3";
    family.architectures = {"Phi3ForCausalLM"};
    family.switches.normEpsilon = 1e-5;
    family.switches.qkv = QkvLayout::Fused;
    family.attentionBias = {};
    family.mlpBias = {};
    family.refine = refineWindows;
    family.parameters = {{"embed", "embed_tokens"},
                         {"layers.#.norm1", "layers.#.input_layernorm"},
                         {"layers.#.attn.qkv", "layers.#.self_attn.qkv_proj"},
                         {"layers.#.attn.out", "layers.#.self_attn.o_proj"},
                         {"layers.#.norm2", "layers.#.post_attention_layernorm"},
                         {"layers.#.mlp.gate", "layers.#.mlp.gate_up_proj", never, ParameterName::FirstHalf},
                         {"layers.#.mlp.in", "layers.#.mlp.gate_up_proj", never, ParameterName::SecondHalf},
                         {"layers.#.mlp.out", "layers.#.mlp.down_proj"},
                         {"norm", "norm"},
                         {"head", "lm_head", never, ParameterName::Plain, true}};
    return family;
}

Family stableLm()
{
    Family family = llama();
    family.modelType = "stablelm";
    family.architectures = {"StableLmForCausalLM", "StableLMEpochForCausalLM"};
    family.switches.norm = NormKind::LayerNorm;
    family.switches.normEpsilon = 1e-5;
    family.headWidthKey = nullptr;
    family.epsilonKey = "layer_norm_eps|norm_eps";
    family.rotaryShareKey = "partial_rotary_factor|rope_pct";
    family.rotaryShare = 0.25;
    family.attentionBias = {"use_qkv_bias", false};
    family.mlpBias = {};
    family.parallelResidual = {"use_parallel_residual", false};
    family.refine = refineStableLm;
    for (ParameterName &name : family.parameters)
        if (std::string(name.canonical).find("norm") != std::string::npos)
            name.bias = always;
    family.parameters[5].bias = never;
    family.parameters.push_back({"layers.#.attn.qnorm.@", "layers.#.self_attn.q_layernorm.norms.@"});
    family.parameters.push_back({"layers.#.attn.knorm.@", "layers.#.self_attn.k_layernorm.norms.@"});
    return family;
}

} // namespace cw
