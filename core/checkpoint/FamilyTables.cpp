// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/Family.h"

namespace cw {
namespace {

Family gpt2()
{
    Family family;
    family.modelType = "gpt2";
    family.architecture = "GPT2LMHeadModel";
    family.switches.qkv = QkvLayout::Stacked;
    family.sizes = {{&ModelSpec::layers, "n_layer"},
                    {&ModelSpec::width, "n_embd"},
                    {&ModelSpec::heads, "n_head"},
                    {&ModelSpec::kvHeads, nullptr, &ModelSpec::heads},
                    {&ModelSpec::hidden, "n_inner", &ModelSpec::width, 4},
                    {&ModelSpec::vocabulary, "vocab_size"},
                    {&ModelSpec::context, "n_positions"}};
    family.flags = {{&ModelSpec::scaledAttention, "scale_attn_weights", true},
                    {&ModelSpec::layerScaledAttention, "scale_attn_by_inverse_layer_idx", false},
                    {&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.epsilonKey = "layer_norm_epsilon";
    family.activationKey = "activation_function";
    family.prefixes = {"transformer.", ""};
    const BiasRule bias = BiasRule::Always;
    family.parameters = {{"embed", "wte"},
                         {"pos", "wpe"},
                         {"layers.#.norm1", "h.#.ln_1", bias},
                         {"layers.#.attn.qkv", "h.#.attn.c_attn", bias, true},
                         {"layers.#.attn.out", "h.#.attn.c_proj", bias, true},
                         {"layers.#.norm2", "h.#.ln_2", bias},
                         {"layers.#.mlp.in", "h.#.mlp.c_fc", bias, true},
                         {"layers.#.mlp.out", "h.#.mlp.c_proj", bias, true},
                         {"norm", "ln_f", bias},
                         {"head", "lm_head", BiasRule::Never, false, true}};
    return family;
}

Family llama()
{
    Family family;
    family.modelType = "llama";
    family.architecture = "LlamaForCausalLM";
    family.switches.norm = NormKind::RmsNorm;
    family.switches.positions = PositionKind::Rotary;
    family.switches.gatedMlp = true;
    family.sizes = {{&ModelSpec::layers, "num_hidden_layers"},
                    {&ModelSpec::width, "hidden_size"},
                    {&ModelSpec::heads, "num_attention_heads"},
                    {&ModelSpec::kvHeads, "num_key_value_heads", &ModelSpec::heads},
                    {&ModelSpec::hidden, "intermediate_size"},
                    {&ModelSpec::vocabulary, "vocab_size"},
                    {&ModelSpec::context, "max_position_embeddings"}};
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", false}};
    family.headWidthKey = "head_dim";
    family.epsilonKey = "rms_norm_eps";
    family.activationKey = "hidden_act";
    family.rotaryBaseKey = "rope_theta";
    family.attentionBias = {"attention_bias", false};
    family.mlpBias = {"mlp_bias", false};
    family.prefixes = {"model.", ""};
    family.parameters = {{"embed", "embed_tokens"},
                         {"layers.#.norm1", "layers.#.input_layernorm"},
                         {"layers.#.attn.q", "layers.#.self_attn.q_proj", BiasRule::Attention},
                         {"layers.#.attn.k", "layers.#.self_attn.k_proj", BiasRule::Attention},
                         {"layers.#.attn.v", "layers.#.self_attn.v_proj", BiasRule::Attention},
                         {"layers.#.attn.out", "layers.#.self_attn.o_proj", BiasRule::Attention},
                         {"layers.#.norm2", "layers.#.post_attention_layernorm"},
                         {"layers.#.mlp.in", "layers.#.mlp.up_proj", BiasRule::Mlp},
                         {"layers.#.mlp.gate", "layers.#.mlp.gate_proj", BiasRule::Mlp},
                         {"layers.#.mlp.out", "layers.#.mlp.down_proj", BiasRule::Mlp},
                         {"norm", "norm"},
                         {"head", "lm_head", BiasRule::Never, false, true}};
    return family;
}

Family gptNeox()
{
    Family family;
    family.modelType = "gpt_neox";
    family.architecture = "GPTNeoXForCausalLM";
    family.switches.positions = PositionKind::Rotary;
    family.switches.qkv = QkvLayout::PerHead;
    family.sizes = {{&ModelSpec::layers, "num_hidden_layers"},       {&ModelSpec::width, "hidden_size"},
                    {&ModelSpec::heads, "num_attention_heads"},      {&ModelSpec::kvHeads, nullptr, &ModelSpec::heads},
                    {&ModelSpec::hidden, "intermediate_size"},       {&ModelSpec::vocabulary, "vocab_size"},
                    {&ModelSpec::context, "max_position_embeddings"}};
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", false}};
    family.epsilonKey = "layer_norm_eps";
    family.activationKey = "hidden_act";
    family.rotaryBaseKey = "rotary_emb_base";
    family.rotaryShareKey = "rotary_pct";
    family.attentionBias = {"attention_bias", true};
    family.parallelResidual = {"use_parallel_residual", true};
    family.prefixes = {"gpt_neox.", ""};
    const BiasRule bias = BiasRule::Always;
    family.parameters = {{"embed", "embed_in"},
                         {"layers.#.norm1", "layers.#.input_layernorm", bias},
                         {"layers.#.attn.qkv", "layers.#.attention.query_key_value", BiasRule::Attention},
                         {"layers.#.attn.out", "layers.#.attention.dense", BiasRule::Attention},
                         {"layers.#.norm2", "layers.#.post_attention_layernorm", bias},
                         {"layers.#.mlp.in", "layers.#.mlp.dense_h_to_4h", bias},
                         {"layers.#.mlp.out", "layers.#.mlp.dense_4h_to_h", bias},
                         {"norm", "final_layer_norm", bias},
                         {"head", "embed_out", BiasRule::Never, false, true}};
    return family;
}

} // namespace

const std::vector<Family> &families()
{
    static const std::vector<Family> known{gpt2(), llama(), gptNeox()};
    return known;
}

} // namespace cw
