// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/families/Families.h"

namespace cw {
namespace {

constexpr BiasRule always = BiasRule::Always;
constexpr BiasRule never = BiasRule::Never;
constexpr ParameterName::Kind transposed = ParameterName::Transposed;

/// attention_types holds pairs of a pattern of "global" and "local" and how often it is repeated.
void readNeoWindows(const ConfigReader &config, ModelSpec &spec)
{
    const int window = config.has("window_size") ? config.size("window_size") : 256;
    const std::vector<std::string> types = config.repeatedTexts("attention_types", spec.layers);
    if (types.size() != static_cast<std::size_t>(spec.layers))
        config.refuse("attention_types", "it must name one type per layer");
    for (const std::string &type : types)
        spec.windows.push_back(type == "local" ? window : 0);
}

/// Without multi_query every head has its own keys, and the fused map goes head by head.
void readQueries(const ConfigReader &config, ModelSpec &spec)
{
    if (config.flag("multi_query", true)) {
        spec.kvHeads = 1;
    } else {
        spec.qkvGroups = spec.heads;
    }
}

/// SantaCoder was first published under GPT-2's name, with code and a layout of its own.
void refuseMultiQuery(const ConfigReader &config, ModelSpec &)
{
    if (config.has("attention_head_type") && config.text("attention_head_type") != "multihead")
        config.refuse("attention_head_type", "only its conversion to gpt_bigcode can be read");
}

/// The activations had other names before GPT-2.
void readOldActivation(const ConfigReader &config, ModelSpec &spec)
{
    if (!config.has("afn") || config.text("afn") == "gelu")
        spec.activation = Activation::GeluTanh;
}

} // namespace

Family gpt2()
{
    Family family;
    family.modelType = "gpt2";
    family.architectures = {"GPT2LMHeadModel"};
    family.switches.qkv = QkvLayout::Fused;
    family.sizes = gptSizes();
    family.flags = {{&ModelSpec::scaledAttention, "scale_attn_weights", true},
                    {&ModelSpec::layerScaledAttention, "scale_attn_by_inverse_layer_idx", false},
                    {&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.epsilonKey = "layer_norm_epsilon";
    family.activationKey = "activation_function";
    family.activation = "gelu_new";
    family.refine = refuseMultiQuery;
    family.prefixes = {"transformer.", ""};
    family.parameters = {{"embed", "wte"},
                         {"pos", "wpe"},
                         {"layers.#.norm1", "h.#.ln_1", always},
                         {"layers.#.attn.qkv", "h.#.attn.c_attn", always, transposed},
                         {"layers.#.attn.out", "h.#.attn.c_proj", always, transposed},
                         {"layers.#.norm2", "h.#.ln_2", always},
                         {"layers.#.mlp.in", "h.#.mlp.c_fc", always, transposed},
                         {"layers.#.mlp.out", "h.#.mlp.c_proj", always, transposed},
                         {"norm", "ln_f", always},
                         {"head", "lm_head", never, ParameterName::Plain, true}};
    return family;
}

Family openAiGpt()
{
    Family family = gpt2();
    family.modelType = "openai-gpt";
    family.architectures = {"OpenAIGPTLMHeadModel"};
    family.switches.normPlace = NormPlace::After;
    family.switches.finalNorm = false;
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.activationKey = "afn";
    family.activation = "gelu";
    family.refine = readOldActivation;
    family.parameters[0] = {"embed", "tokens_embed"};
    family.parameters[1] = {"pos", "positions_embed"};
    return family;
}

Family gptBigCode()
{
    Family family = gpt2();
    family.modelType = "gpt_bigcode";
    family.architectures = {"GPTBigCodeForCausalLM"};
    family.flags = {{&ModelSpec::scaledAttention, "scale_attn_weights", true},
                    {&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.activation = "gelu_pytorch_tanh";
    family.refine = readQueries;
    for (ParameterName &name : family.parameters)
        name.kind = ParameterName::Plain;
    return family;
}

Family gptNeo()
{
    Family family;
    family.modelType = "gpt_neo";
    family.architectures = {"GPTNeoForCausalLM"};
    family.switches.scaledAttention = false;
    family.sizes = {{&ModelSpec::layers, "num_layers"},
                    {&ModelSpec::width, "hidden_size"},
                    {&ModelSpec::heads, "num_heads"},
                    {&ModelSpec::kvHeads, nullptr, &ModelSpec::heads, 1},
                    {&ModelSpec::hidden, "intermediate_size", &ModelSpec::width, 4},
                    {&ModelSpec::vocabulary, "vocab_size"},
                    {&ModelSpec::context, "max_position_embeddings"}};
    family.flags = {{&ModelSpec::tiedHead, "tie_word_embeddings", true}};
    family.epsilonKey = "layer_norm_epsilon";
    family.activationKey = "activation_function";
    family.activation = "gelu_new";
    family.refine = readNeoWindows;
    family.prefixes = {"transformer.", ""};
    family.parameters = {{"embed", "wte"},
                         {"pos", "wpe"},
                         {"layers.#.norm1", "h.#.ln_1", always},
                         {"layers.#.attn.q", "h.#.attn.attention.q_proj"},
                         {"layers.#.attn.k", "h.#.attn.attention.k_proj"},
                         {"layers.#.attn.v", "h.#.attn.attention.v_proj"},
                         {"layers.#.attn.out", "h.#.attn.attention.out_proj", always},
                         {"layers.#.norm2", "h.#.ln_2", always},
                         {"layers.#.mlp.in", "h.#.mlp.c_fc", always},
                         {"layers.#.mlp.out", "h.#.mlp.c_proj", always},
                         {"norm", "ln_f", always},
                         {"head", "lm_head", never, ParameterName::Plain, true}};
    return family;
}

} // namespace cw
