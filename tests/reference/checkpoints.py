# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/models: tiny checkpoints with seeded random weights and what transformers computes with them.

    python tests/reference/checkpoints.py tests/data/models

Each folder gets config.json, weights, a word-level tokenizer.json and reference.safetensors: ids [tokens], logits
[tokens, vocabulary] and per layer attn, mlp and state [layers, tokens, width], all computed in fp32.
"""

import json
import pathlib
import shutil
import sys

import numpy
import safetensors
import tokenizers
import torch
import transformers
from safetensors.torch import save_file
from transformers import GPT2Config, GPTNeoXConfig, LlamaConfig

WORDS = """the nurse doctor teacher engineer carpenter said that he she they was is a an not and or but because when
after before very tired happy late early went home to work hospital school office with of in on at from had has will
would could book car house dog cat old young new good bad man woman girl boy people day night . ,""".split()
VOCABULARY = 64
TEXT = "the nurse said that she was very tired because the doctor went home late after work ."


def write_tokenizer(folder):
    words = ["<unk>", "<s>", "</s>"] + WORDS[: VOCABULARY - 3]
    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.WhitespaceSplit()
    tokenizer.save(str(folder / "tokenizer.json"))
    return tokenizer


def gpt2(**more):
    return GPT2Config(n_layer=2, n_embd=24, n_head=3, n_positions=32, vocab_size=VOCABULARY, bos_token_id=1,
                      eos_token_id=2, **more)


def llama(**more):
    settings = dict(num_hidden_layers=2, hidden_size=24, num_attention_heads=4, num_key_value_heads=4,
                    intermediate_size=40, max_position_embeddings=32, vocab_size=VOCABULARY)
    return LlamaConfig(**{**settings, **more})


def neox(**more):
    settings = dict(num_hidden_layers=2, hidden_size=32, num_attention_heads=2, intermediate_size=48,
                    max_position_embeddings=32, vocab_size=VOCABULARY, bos_token_id=1, eos_token_id=2)
    return GPTNeoXConfig(**{**settings, **more})


LLAMA3 = dict(rope_type="llama3", factor=4.0, low_freq_factor=1.0, high_freq_factor=4.0,
              original_max_position_embeddings=16)

CHECKPOINTS = {
    "gpt2": (gpt2(), {}),
    "gpt2-fp16": (gpt2(), dict(type=torch.float16)),
    "gpt2-bf16": (gpt2(), dict(type=torch.bfloat16)),
    "gpt2-sharded": (gpt2(), dict(shard="20KB")),
    "gpt2-switches": (gpt2(scale_attn_weights=False, scale_attn_by_inverse_layer_idx=True, n_inner=40,
                           activation_function="relu", tie_word_embeddings=False), {}),
    "llama-tied": (llama(tie_word_embeddings=True), {}),
    "llama-untied": (llama(tie_word_embeddings=False, attention_bias=True, mlp_bias=True), {}),
    "llama-grouped": (llama(num_key_value_heads=2), {}),
    "llama-linear": (llama(rope_scaling=dict(rope_type="linear", factor=2.0), max_position_embeddings=16), {}),
    "llama-dynamic": (llama(rope_scaling=dict(rope_type="dynamic", factor=4.0), max_position_embeddings=8), {}),
    "llama-llama3": (llama(rope_scaling=LLAMA3, rope_theta=500.0), {}),
    "llama-head-dim": (llama(head_dim=10), {}),
    "neox-parallel-full": (neox(use_parallel_residual=True, rotary_pct=1.0), {}),
    "neox-parallel-partial": (neox(use_parallel_residual=True, rotary_pct=0.25), {}),
    "neox-sequential-full": (neox(use_parallel_residual=False, rotary_pct=1.0, attention_bias=False), {}),
    "neox-sequential-partial": (neox(use_parallel_residual=False, rotary_pct=0.25, hidden_act="gelu_new"), {}),
}


def randomise(model):
    """Weights large enough that logits are not flat and that every norm, bias and position matters."""
    generator = torch.Generator().manual_seed(7)
    for name, parameter in sorted(model.named_parameters()):
        noise = torch.randn(parameter.shape, generator=generator)
        is_norm = "norm" in name or "ln_" in name
        parameter.data = 1 + 0.2 * noise if is_norm and name.endswith("weight") else 0.25 * noise


def blocks(model):
    """The attention, the MLP and the block itself of every layer, as hooks of Hugging Face models see them."""
    if hasattr(model, "transformer"):
        return [(block.attn, block.mlp, block) for block in model.transformer.h]
    if hasattr(model, "gpt_neox"):
        return [(block.attention, block.mlp, block) for block in model.gpt_neox.layers]
    return [(block.self_attn, block.mlp, block) for block in model.model.layers]


def reference(model, ids):
    seen = {"attn": [], "mlp": [], "state": []}

    def keep(site):
        def hook(module, inputs, output):
            seen[site].append((output[0] if isinstance(output, tuple) else output).detach().reshape(len(ids), -1))
        return hook

    for modules in blocks(model):
        for site, module in zip(seen, modules):
            module.register_forward_hook(keep(site))
    with torch.no_grad():
        logits = model(torch.tensor([ids])).logits[0]
    result = {site: torch.stack(values) for site, values in seen.items()}
    return {"ids": torch.tensor(ids), "logits": logits, **result}


def make(folder, config, type=torch.float32, shard="5GB"):
    folder.mkdir(parents=True)
    config._attn_implementation = "eager"
    model = transformers.AutoModelForCausalLM.from_config(config).eval()
    randomise(model)
    model.tie_weights()
    model.to(type).save_pretrained(folder, max_shard_size=shard)
    ids = write_tokenizer(folder).encode(TEXT).ids
    # What is compared is computing in fp32 with the weights as stored, so 16-bit ones are rounded first.
    values = reference(model.to(torch.float32), ids)
    save_file({name: tensor.contiguous() for name, tensor in values.items()}, folder / "reference.safetensors")


def main():
    target = pathlib.Path(sys.argv[1])
    shutil.rmtree(target, ignore_errors=True)
    for name, (config, options) in CHECKPOINTS.items():
        make(target / name, config, **options)
    versions = {module.__name__: module.__version__
                for module in (torch, transformers, safetensors, tokenizers, numpy)}
    (target / "README.md").write_text(
        "# Tiny checkpoints with random weights\n\n"
        "Made by `tests/reference/checkpoints.py` with " + ", ".join(f"{k} {v}" for k, v in versions.items()) + ".\n"
        "`reference.safetensors`: ids, logits and, per layer, the outputs of attention, MLP and block, in fp32.\n")
    print(json.dumps(versions))


if __name__ == "__main__":
    main()
