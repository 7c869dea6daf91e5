# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/models: tiny checkpoints with seeded random weights and what transformers computes with them.

    python tests/reference/checkpoints.py tests/data/models

Each folder gets config.json, weights, a word-level tokenizer.json and reference.safetensors: ids [tokens], logits
[tokens, vocabulary] and per layer attn, mlp and state [layers, tokens, width], all computed in fp32; logits_rounded are
those of the same weights rounded to bf16.
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
from families import CHECKPOINTS, VOCABULARY
from safetensors.torch import load_file, save_file
from transformers.modeling_utils import no_init_weights

WORDS = """the nurse doctor teacher engineer carpenter said that he she they was is a an not and or but because when
after before very tired happy late early went home to work hospital school office with of in on at from had has will
would could book car house dog cat old young new good bad man woman girl boy people day night . ,""".split()
TEXT = "the nurse said that she was very tired because the doctor went home late after work ."


MASKED_TEXT = TEXT.replace("she", "[MASK]")


def write_tokenizer(folder, masked):
    words = ["<unk>", "<s>", "</s>"] + WORDS[: VOCABULARY - 3]
    if masked:
        words[-1] = "[MASK]"
    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.WhitespaceSplit()
    if masked:
        tokenizer.add_special_tokens(["<s>", "</s>", "[MASK]"])
        tokenizer.post_processor = tokenizers.processors.TemplateProcessing(
            single="<s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)])
    tokenizer.save(str(folder / "tokenizer.json"))
    return tokenizer


def randomise(model):
    """Weights large enough that logits are not flat and that every norm, bias and position matters; smaller ones for
    Gemma, whose embeddings are scaled up, so that bf16 can follow."""
    scale = 0.15 if model.config.model_type.startswith("gemma") else 0.25
    generator = torch.Generator().manual_seed(7)
    for name, parameter in sorted(model.named_parameters()):
        noise = torch.randn(parameter.shape, generator=generator)
        is_norm = "norm" in name.lower() or "ln_" in name
        parameter.data = 1 + 0.2 * noise if is_norm and name.endswith("weight") else scale * noise


# Per class of model: its blocks, and in a block the modules whose outputs are the attention's and the MLP's before
# anything is added to them.
BLOCKS = {
    "GPT2": ("transformer.h", "attn", "mlp"),
    "OpenAIGPT": ("transformer.h", "attn", "mlp"),
    "GPTBigCode": ("transformer.h", "attn", "mlp"),
    "GPTNeo": ("transformer.h", "attn.attention", "mlp"),
    "GPTJ": ("transformer.h", "attn", "mlp"),
    "CodeGen": ("transformer.h", "attn", "mlp"),
    "GPTNeoX": ("gpt_neox.layers", "attention", "mlp"),
    "Bloom": ("transformer.h", "self_attention.dense", "mlp.dense_4h_to_h"),
    "Falcon": ("transformer.h", "self_attention", "mlp.dense_4h_to_h"),
    "OPT": ("model.decoder.layers", "self_attn", "fc2"),
    "Bert": ("bert.encoder.layer", "attention.output.dense", "output.dense"),
    "Roberta": ("roberta.encoder.layer", "attention.output.dense", "output.dense"),
    "DistilBert": ("distilbert.transformer.layer", "attention.out_lin", "ffn"),
    "Electra": ("electra.encoder.layer", "attention.output.dense", "output.dense"),
}


def reference(model, ids):
    seen = {"attn": [], "mlp": [], "state": []}

    def keep(site):
        def hook(module, inputs, output):
            value = output[0] if isinstance(output, (tuple, list)) else output
            seen[site].append(value.detach().clone().reshape(len(ids), -1))
        return hook

    kind = type(model).__name__.replace("LMHeadModel", "").replace("ForCausalLM", "").replace("ForMaskedLM", "")
    path, attention, mlp = BLOCKS.get(kind, ("model.layers", "self_attn", "mlp"))
    for block in model.get_submodule(path):
        block.get_submodule(attention).register_forward_hook(keep("attn"))
        block.get_submodule(mlp).register_forward_hook(keep("mlp"))
        block.register_forward_hook(keep("state"))
    with torch.no_grad():
        logits = model(torch.tensor([ids])).logits[0]
    result = {site: torch.stack(values) for site, values in seen.items()}
    return {"ids": torch.tensor(ids), "logits": logits, **result}


def rename_norms(path):
    """LayerNorms as the first BERT checkpoints name them."""
    tensors = {name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"): tensor
               for name, tensor in load_file(path).items()}
    save_file(tensors, path, metadata={"format": "pt"})


def make(folder, config, type=torch.float32, shard="5GB", old_names=False):
    folder.mkdir(parents=True)
    # The plain form of Falcon's attention adds its linear biases twice (huggingface/transformers, 4.57).
    attention = "sdpa" if config.model_type == "falcon" else "eager"
    config._attn_implementation = attention
    masked = config.model_type in ("bert", "roberta", "distilbert", "electra")
    maker = transformers.AutoModelForMaskedLM if masked else transformers.AutoModelForCausalLM
    with no_init_weights():
        model = maker.from_config(config).eval()
    model.tie_weights()
    randomise(model)
    model.to(type).save_pretrained(folder, max_shard_size=shard)
    ids = write_tokenizer(folder, masked).encode(MASKED_TEXT if masked else TEXT).ids
    # What is compared is computing in fp32 with the weights as stored.
    model = maker.from_pretrained(folder, dtype=torch.float32, attn_implementation=attention).eval()
    values = reference(model, ids)
    # And what bf16 is compared with: the same weights rounded to it.
    for parameter in model.parameters():
        parameter.data = parameter.data.to(torch.bfloat16).float()
    with torch.no_grad():
        values["logits_rounded"] = model(torch.tensor([ids])).logits[0]
    if old_names:
        rename_norms(folder / "model.safetensors")
    save_file({name: tensor.contiguous() for name, tensor in values.items()}, folder / "reference.safetensors")


def main():
    target = pathlib.Path(sys.argv[1])
    shutil.rmtree(target, ignore_errors=True)
    for name, (config, options) in CHECKPOINTS.items():
        try:
            make(target / name, config, **options)
        except Exception as error:
            raise RuntimeError(name) from error
    versions = {module.__name__: module.__version__
                for module in (torch, transformers, safetensors, tokenizers, numpy)}
    (target / "README.md").write_text(
        "# Tiny checkpoints with random weights\n\n"
        "Made by `tests/reference/checkpoints.py` with " + ", ".join(f"{k} {v}" for k, v in versions.items()) + ".\n"
        "`reference.safetensors`: ids, logits and, per layer, the outputs of attention, MLP and block, in fp32;\n"
        "`logits_rounded` with the weights rounded to bf16.\n")
    print(json.dumps(versions))


if __name__ == "__main__":
    main()
