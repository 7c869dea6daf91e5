// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/families/Families.h"

namespace cw {

const std::vector<Family> &families()
{
    static const std::vector<Family> known{
        gpt2(), openAiGpt(), gptBigCode(), gptNeo(), gptJ(),    codeGen(),    gptNeoX(), bloom(), falcon(),
        opt(),  llama(),     mistral(),    qwen2(),  qwen3(),   gemma(),      gemma2(),  olmo2(), starCoder2(),
        phi(),  phi3(),      stableLm(),   bert(),   roberta(), distilBert(), electra()};
    return known;
}

std::vector<SizeKey> usualSizes(bool grouped)
{
    return {{&ModelSpec::layers, "num_hidden_layers"},
            {&ModelSpec::width, "hidden_size"},
            {&ModelSpec::heads, "num_attention_heads"},
            {&ModelSpec::kvHeads, grouped ? "num_key_value_heads" : nullptr, &ModelSpec::heads, 1},
            {&ModelSpec::hidden, "intermediate_size"},
            {&ModelSpec::vocabulary, "vocab_size"},
            {&ModelSpec::context, "max_position_embeddings"}};
}

std::vector<SizeKey> gptSizes()
{
    return {{&ModelSpec::layers, "n_layer"},
            {&ModelSpec::width, "n_embd"},
            {&ModelSpec::heads, "n_head"},
            {&ModelSpec::kvHeads, nullptr, &ModelSpec::heads, 1},
            {&ModelSpec::hidden, "n_inner", &ModelSpec::width, 4},
            {&ModelSpec::vocabulary, "vocab_size"},
            {&ModelSpec::context, "n_positions"}};
}

void readWindows(const ConfigReader &config, ModelSpec &spec, int first)
{
    if (!config.has("sliding_window"))
        return;
    const int window = config.size("sliding_window");
    const std::vector<std::string> types = config.texts("layer_types");
    if (!types.empty() && types.size() != static_cast<std::size_t>(spec.layers))
        config.refuse("layer_types", "it must name one type per layer");
    for (int layer = 0; layer < spec.layers; ++layer) {
        const bool slides =
            types.empty() ? layer >= first : types[static_cast<std::size_t>(layer)] == "sliding_attention";
        spec.windows.push_back(slides ? window : 0);
    }
}

} // namespace cw
