// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/ConfigReader.h"
#include "core/checkpoint/Family.h"

namespace cw {

Family gpt2();
Family openAiGpt();
Family gptBigCode();
Family gptNeo();

Family gptJ();
Family codeGen();
Family gptNeoX();
Family bloom();
Family falcon();
Family opt();

Family llama();
Family mistral();
Family qwen2();
Family qwen3();
Family gemma();
Family gemma2();
Family olmo2();

Family starCoder2();
Family phi();
Family phi3();
Family stableLm();

Family bert();
Family roberta();
Family distilBert();
Family electra();

/// The sizes that configs since 2020 name in one way: num_hidden_layers, hidden_size, num_attention_heads ... With
/// grouped, num_key_value_heads may be fewer than the heads.
std::vector<SizeKey> usualSizes(bool grouped);
/// The sizes as GPT-2's config names them.
std::vector<SizeKey> gptSizes();

/// A sliding window in all layers, or in those that layer_types calls so; first is the layer it begins at otherwise.
void readWindows(const ConfigReader &config, ModelSpec &spec, int first = 0);

} // namespace cw
