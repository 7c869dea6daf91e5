# SPDX-License-Identifier: GPL-3.0-or-later
"""The tiny checkpoints that checkpoints.py makes: per name a configuration and how it is stored."""

import torch
import transformers as hf

VOCABULARY = 64

# Sizes under the names that most configurations use, GPT-2's names, and DistilBERT's.
USUAL = dict(num_hidden_layers=2, hidden_size=24, num_attention_heads=4, intermediate_size=40,
             max_position_embeddings=32, vocab_size=VOCABULARY)
GPT = dict(n_layer=2, n_embd=24, n_head=3, n_positions=32, vocab_size=VOCABULARY)
IDS = dict(bos_token_id=1, eos_token_id=2)


def made(kind, base, **always):
    def config(**more):
        return getattr(hf, kind + "Config")(**{**base, **IDS, **always, **more})
    return config


gpt2 = made("GPT2", GPT)
openai_gpt = made("OpenAIGPT", GPT)
bigcode = made("GPTBigCode", GPT)
gpt_neo = made("GPTNeo", dict(num_layers=2, hidden_size=24, num_heads=3, intermediate_size=40,
                              max_position_embeddings=32, vocab_size=VOCABULARY), window_size=5,
               attention_types=[[["global", "local"], 1]])
gptj = made("GPTJ", GPT, rotary_dim=4)
codegen = made("CodeGen", GPT, n_head=4, n_ctx=32, rotary_dim=4)
neox = made("GPTNeoX", USUAL, hidden_size=32, num_attention_heads=2, intermediate_size=48)
bloom = made("Bloom", dict(n_layer=2, hidden_size=24, vocab_size=VOCABULARY), n_head=3)
falcon = made("Falcon", USUAL, ffn_hidden_size=40)
opt = made("OPT", USUAL, ffn_dim=40, word_embed_proj_dim=24, pad_token_id=0)
llama = made("Llama", USUAL, num_key_value_heads=4)
mistral = made("Mistral", USUAL, num_key_value_heads=2)
qwen2 = made("Qwen2", USUAL, num_key_value_heads=2)
qwen3 = made("Qwen3", USUAL, num_key_value_heads=2, head_dim=8)
gemma = made("Gemma", USUAL, num_key_value_heads=1, head_dim=8, pad_token_id=0)
gemma2 = made("Gemma2", USUAL, num_key_value_heads=2, head_dim=8, pad_token_id=0, query_pre_attn_scalar=12,
              attn_logit_softcapping=2.0, final_logit_softcapping=3.0, sliding_window=6)
olmo2 = made("Olmo2", USUAL, num_key_value_heads=2, pad_token_id=0)
starcoder2 = made("Starcoder2", USUAL, num_key_value_heads=2)
phi = made("Phi", USUAL, partial_rotary_factor=0.67)
phi3 = made("Phi3", USUAL, num_key_value_heads=2, pad_token_id=0)
stablelm = made("StableLm", USUAL, hidden_size=32, num_key_value_heads=2, partial_rotary_factor=0.25)
bert = made("Bert", USUAL, pad_token_id=0)
roberta = made("Roberta", USUAL, pad_token_id=6)
distilbert = made("DistilBert", dict(n_layers=2, dim=24, n_heads=4, hidden_dim=40, max_position_embeddings=32,
                                     vocab_size=VOCABULARY), pad_token_id=0)
electra = made("Electra", USUAL, embedding_size=16, pad_token_id=0)

LLAMA3 = dict(rope_type="llama3", factor=4.0, low_freq_factor=1.0, high_freq_factor=4.0,
              original_max_position_embeddings=16)
YARN = dict(rope_type="yarn", factor=4.0, original_max_position_embeddings=8, beta_fast=4.0, beta_slow=1.0)
LONG = dict(type="longrope", short_factor=[1.0, 1.5, 2.0], long_factor=[1.5, 3.0, 5.0])

CHECKPOINTS = {
    "gpt2": (gpt2(), {}),
    "gpt2-fp16": (gpt2(), dict(type=torch.float16)),
    "gpt2-bf16": (gpt2(), dict(type=torch.bfloat16)),
    "gpt2-sharded": (gpt2(), dict(shard="20KB")),
    "gpt2-switches": (gpt2(scale_attn_weights=False, scale_attn_by_inverse_layer_idx=True, n_inner=40,
                           activation_function="relu", tie_word_embeddings=False), {}),
    "openai-gpt": (openai_gpt(), {}),
    "gpt-bigcode-multi-query": (bigcode(), {}),
    "gpt-bigcode-heads": (bigcode(multi_query=False), {}),
    "gpt-neo": (gpt_neo(), {}),
    "gptj": (gptj(), {}),
    "codegen": (codegen(), {}),
    "neox-parallel-full": (neox(use_parallel_residual=True, rotary_pct=1.0), {}),
    "neox-parallel-partial": (neox(use_parallel_residual=True, rotary_pct=0.25), {}),
    "neox-sequential-full": (neox(use_parallel_residual=False, rotary_pct=1.0, attention_bias=False), {}),
    "neox-sequential-partial": (neox(use_parallel_residual=False, rotary_pct=0.25, hidden_act="gelu_new"), {}),
    "bloom": (bloom(), {}),
    "bloom-norm-residual": (bloom(apply_residual_connection_post_layernorm=True), {}),
    "falcon-multi-query": (falcon(), {}),
    "falcon-grouped": (falcon(new_decoder_architecture=True, num_kv_heads=2), {}),
    "falcon-one-norm": (falcon(new_decoder_architecture=True, num_kv_heads=2, num_ln_in_parallel_attn=1), {}),
    "falcon-alibi": (falcon(alibi=True, bias=True, multi_query=False, parallel_attn=False), {}),
    "opt": (opt(), {}),
    "opt-projected": (opt(do_layer_norm_before=False, word_embed_proj_dim=16), {}),
    "opt-no-bias": (opt(enable_bias=False, activation_function="gelu"), {}),
    "llama-tied": (llama(tie_word_embeddings=True), {}),
    "llama-untied": (llama(tie_word_embeddings=False, attention_bias=True, mlp_bias=True), {}),
    "llama-grouped": (llama(num_key_value_heads=2), {}),
    "llama-linear": (llama(rope_scaling=dict(rope_type="linear", factor=2.0), max_position_embeddings=16), {}),
    "llama-dynamic": (llama(rope_scaling=dict(rope_type="dynamic", factor=4.0), max_position_embeddings=8), {}),
    "llama-llama3": (llama(rope_scaling=LLAMA3, rope_theta=500.0), {}),
    "llama-yarn": (llama(rope_scaling=YARN, rope_theta=500.0), {}),
    "llama-head-dim": (llama(head_dim=10), {}),
    "mistral-window": (mistral(sliding_window=4), {}),
    "mistral-bf16": (mistral(sliding_window=None, head_dim=8), dict(type=torch.bfloat16)),
    "qwen2": (qwen2(), {}),
    "qwen2-window": (qwen2(use_sliding_window=True, sliding_window=4, max_window_layers=1,
                           tie_word_embeddings=True), {}),
    "qwen3": (qwen3(), {}),
    "gemma": (gemma(), {}),
    "gemma2": (gemma2(), {}),
    "olmo2": (olmo2(), {}),
    "starcoder2": (starcoder2(sliding_window=6), {}),
    "starcoder2-no-bias": (starcoder2(use_bias=False, tie_word_embeddings=False), {}),
    "phi": (phi(), {}),
    "phi-head-norm": (phi(qk_layernorm=True, num_key_value_heads=2), {}),
    "phi3": (phi3(sliding_window=7), {}),
    "phi3-longrope": (phi3(rope_scaling=LONG, max_position_embeddings=32, original_max_position_embeddings=8), {}),
    "phi3-partial": (phi3(partial_rotary_factor=0.67, tie_word_embeddings=True), {}),
    "stablelm": (stablelm(use_qkv_bias=True), {}),
    "stablelm-parallel": (stablelm(use_parallel_residual=True, qk_layernorm=True), {}),
    "bert": (bert(), {}),
    "bert-old-names": (bert(tie_word_embeddings=True, hidden_act="gelu_new"), dict(old_names=True)),
    "roberta": (roberta(max_position_embeddings=39, type_vocab_size=1), {}),
    "distilbert": (distilbert(), {}),
    "electra": (electra(), {}),
    "electra-equal": (electra(embedding_size=24), {}),
}
