// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/families/Families.h"

namespace cw {
namespace {

constexpr BiasRule always = BiasRule::Always;
constexpr BiasRule attention = BiasRule::Attention;
constexpr BiasRule mlpRule = BiasRule::Mlp;
constexpr ParameterName::Kind plain = ParameterName::Plain;

/// CodeGen was trained with its heads dealt out to four devices.
void dealHeads(const ConfigReader &config, ModelSpec &spec)
{
    spec.qkvGroups = 4;
    if (spec.heads % spec.qkvGroups != 0)
        config.refuse("n_head", "it must be a multiple of 4");
}

void groupByHead(const ConfigReader &, ModelSpec &spec)
{
    spec.qkvGroups = spec.heads;
}

void refineBloom(const ConfigReader &config, ModelSpec &spec)
{
    groupByHead(config, spec);
    if (config.has("seq_length"))
        spec.context = config.size("seq_length");
}

/// Falcon 7B, 40B and the RW models differ in how keys are shared, where norms stand and whether anything is parallel.
void refineFalcon(const ConfigReader &config, ModelSpec &spec)
{
    const bool isNew = config.flag("new_decoder_architecture", false);
    if (config.flag("alibi", false)) {
        spec.positions = PositionKind::Alibi;
        spec.roughAlibi = true;
    }
    if (isNew || config.flag("parallel_attn", true))
        spec.residual = ResidualKind::Parallel;
    if (isNew) {
        if (config.has("num_kv_heads"))
            spec.kvHeads = config.size("num_kv_heads");
        spec.qkvGroups = spec.kvHeads;
        spec.sharedNorm = config.has("num_ln_in_parallel_attn") && config.size("num_ln_in_parallel_attn") == 1;
        return;
    }
    spec.sharedNorm = spec.residual == ResidualKind::Parallel;
    if (config.flag("multi_query", true))
        spec.kvHeads = 1;
    else
        spec.qkvGroups = spec.heads;
}

void refineOpt(const ConfigReader &config, ModelSpec &spec)
{
    spec.normPlace = config.flag("do_layer_norm_before", true) ? NormPlace::Before : NormPlace::After;
    spec.finalNorm = spec.normPlace == NormPlace::Before && !config.flag("_remove_final_layer_norm", false);
    if (!config.flag("layer_norm_elementwise_affine", true))
        config.refuse("layer_norm_elementwise_affine", "norms without weights are not known");
}

} // namespace

Family gptJ()
{
    Family family;
    family.modelType = "gptj";
    family.architectures = {"GPTJForCausalLM"};
    family.switches.positions = PositionKind::Rotary;
    family.switches.rotary.interleaved = true;
    family.switches.residual = ResidualKind::Parallel;
    family.switches.sharedNorm = true;
    family.switches.headBias = true;
    family.sizes = gptSizes();
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", false}};
    family.epsilonKey = "layer_norm_epsilon";
    family.activationKey = "activation_function";
    family.activation = "gelu_new";
    family.rotaryWidthKey = "rotary_dim";
    family.prefixes = {"transformer.", ""};
    family.parameters = {{"embed", "wte"},
                         {"layers.#.norm1", "h.#.ln_1", always},
                         {"layers.#.attn.q", "h.#.attn.q_proj"},
                         {"layers.#.attn.k", "h.#.attn.k_proj"},
                         {"layers.#.attn.v", "h.#.attn.v_proj"},
                         {"layers.#.attn.qkv", "h.#.attn.qkv_proj"},
                         {"layers.#.attn.out", "h.#.attn.out_proj"},
                         {"layers.#.mlp.in", "h.#.mlp.fc_in", always},
                         {"layers.#.mlp.out", "h.#.mlp.fc_out", always},
                         {"norm", "ln_f", always},
                         {"head", "lm_head", BiasRule::Never, plain, true},
                         {"head.bias", "lm_head.bias", BiasRule::Never, ParameterName::Whole, true}};
    return family;
}

Family codeGen()
{
    Family family = gptJ();
    family.modelType = "codegen";
    family.architectures = {"CodeGenForCausalLM"};
    family.switches.qkv = QkvLayout::Fused;
    family.switches.valuesBeforeKeys = true;
    family.refine = dealHeads;
    return family;
}

Family gptNeoX()
{
    Family family;
    family.modelType = "gpt_neox";
    family.architectures = {"GPTNeoXForCausalLM"};
    family.switches.positions = PositionKind::Rotary;
    family.switches.qkv = QkvLayout::Fused;
    family.sizes = usualSizes(false);
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", false}};
    family.epsilonKey = "layer_norm_eps";
    family.activationKey = "hidden_act";
    family.activation = "gelu";
    family.rotaryBaseKey = "rotary_emb_base";
    family.rotaryShareKey = "rotary_pct";
    family.rotaryShare = 0.25;
    family.attentionBias = {"attention_bias", true};
    family.parallelResidual = {"use_parallel_residual", true};
    family.refine = groupByHead;
    family.prefixes = {"gpt_neox.", ""};
    family.parameters = {{"embed", "embed_in"},
                         {"layers.#.norm1", "layers.#.input_layernorm", always},
                         {"layers.#.attn.qkv", "layers.#.attention.query_key_value", attention},
                         {"layers.#.attn.out", "layers.#.attention.dense", attention},
                         {"layers.#.norm2", "layers.#.post_attention_layernorm", always},
                         {"layers.#.mlp.in", "layers.#.mlp.dense_h_to_4h", always},
                         {"layers.#.mlp.out", "layers.#.mlp.dense_4h_to_h", always},
                         {"norm", "final_layer_norm", always},
                         {"head", "embed_out", BiasRule::Never, plain, true}};
    return family;
}

Family bloom()
{
    Family family;
    family.modelType = "bloom";
    family.architectures = {"BloomForCausalLM"};
    family.switches.positions = PositionKind::Alibi;
    family.switches.embedNorm = true;
    family.switches.qkv = QkvLayout::Fused;
    family.switches.activation = Activation::GeluTanh;
    family.sizes = {
        {&ModelSpec::layers, "n_layer|num_hidden_layers"},   {&ModelSpec::width, "hidden_size|n_embed"},
        {&ModelSpec::heads, "n_head|num_attention_heads"},   {&ModelSpec::kvHeads, nullptr, &ModelSpec::heads, 1},
        {&ModelSpec::hidden, nullptr, &ModelSpec::width, 4}, {&ModelSpec::vocabulary, "vocab_size"},
        {&ModelSpec::context, nullptr, nullptr, 2048}};
    family.flags = {{&ModelSpec::residualFromNorm, "apply_residual_connection_post_layernorm", false},
                    {&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.epsilonKey = "layer_norm_epsilon";
    family.refine = refineBloom;
    family.prefixes = {"transformer.", ""};
    family.parameters = {{"embed", "word_embeddings"},
                         {"embed.norm", "word_embeddings_layernorm", always},
                         {"layers.#.norm1", "h.#.input_layernorm", always},
                         {"layers.#.attn.qkv", "h.#.self_attention.query_key_value", always},
                         {"layers.#.attn.out", "h.#.self_attention.dense", always},
                         {"layers.#.norm2", "h.#.post_attention_layernorm", always},
                         {"layers.#.mlp.in", "h.#.mlp.dense_h_to_4h", always},
                         {"layers.#.mlp.out", "h.#.mlp.dense_4h_to_h", always},
                         {"norm", "ln_f", always},
                         {"head", "lm_head", BiasRule::Never, plain, true}};
    return family;
}

Family falcon()
{
    Family family;
    family.modelType = "falcon";
    family.architectures = {"FalconForCausalLM", "RWForCausalLM"};
    family.switches.positions = PositionKind::Rotary;
    family.switches.qkv = QkvLayout::Fused;
    family.sizes = {{&ModelSpec::layers, "num_hidden_layers|n_layer"},
                    {&ModelSpec::width, "hidden_size"},
                    {&ModelSpec::heads, "num_attention_heads|n_head"},
                    {&ModelSpec::kvHeads, nullptr, &ModelSpec::heads, 1},
                    {&ModelSpec::hidden, "ffn_hidden_size", &ModelSpec::width, 4},
                    {&ModelSpec::vocabulary, "vocab_size"},
                    {&ModelSpec::context, "max_position_embeddings", nullptr, 2048}};
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.epsilonKey = "layer_norm_epsilon";
    family.activationKey = "activation";
    family.activation = "gelu";
    family.attentionBias = {"bias", false};
    family.mlpBias = {"bias", false};
    family.refine = refineFalcon;
    family.prefixes = {"transformer.", ""};
    family.parameters = {{"embed", "word_embeddings"},
                         {"layers.#.norm1", "h.#.input_layernorm|h.#.ln_attn", always},
                         {"layers.#.attn.qkv", "h.#.self_attention.query_key_value", attention},
                         {"layers.#.attn.out", "h.#.self_attention.dense", attention},
                         {"layers.#.norm2", "h.#.post_attention_layernorm|h.#.ln_mlp", always},
                         {"layers.#.mlp.in", "h.#.mlp.dense_h_to_4h", mlpRule},
                         {"layers.#.mlp.out", "h.#.mlp.dense_4h_to_h", mlpRule},
                         {"norm", "ln_f", always},
                         {"head", "lm_head", BiasRule::Never, plain, true}};
    return family;
}

Family opt()
{
    Family family;
    family.modelType = "opt";
    family.architectures = {"OPTForCausalLM"};
    family.switches.positionOffset = 2;
    family.sizes = usualSizes(false);
    family.sizes[4] = {&ModelSpec::hidden, "ffn_dim"};
    family.sizes.push_back({&ModelSpec::embedWidth, "word_embed_proj_dim", &ModelSpec::width, 1});
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.activationKey = "activation_function";
    family.activation = "relu";
    family.attentionBias = {"enable_bias", true};
    family.mlpBias = {"enable_bias", true};
    family.refine = refineOpt;
    family.prefixes = {"model.decoder.", "decoder.", ""};
    family.parameters = {{"embed", "embed_tokens"},
                         {"pos", "embed_positions"},
                         {"embed.project", "project_in"},
                         {"layers.#.norm1", "layers.#.self_attn_layer_norm", always},
                         {"layers.#.attn.q", "layers.#.self_attn.q_proj", attention},
                         {"layers.#.attn.k", "layers.#.self_attn.k_proj", attention},
                         {"layers.#.attn.v", "layers.#.self_attn.v_proj", attention},
                         {"layers.#.attn.out", "layers.#.self_attn.out_proj", attention},
                         {"layers.#.norm2", "layers.#.final_layer_norm", always},
                         {"layers.#.mlp.in", "layers.#.fc1", mlpRule},
                         {"layers.#.mlp.out", "layers.#.fc2", mlpRule},
                         {"norm", "final_layer_norm", always},
                         {"head.project", "project_out"},
                         {"head", "lm_head", BiasRule::Never, plain, true}};
    return family;
}

} // namespace cw
