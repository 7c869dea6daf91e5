# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/generation.json: what transformers' generate() continues our tiny checkpoints with, greedily.

    python tests/reference/generation.py tests/data/models tests/data/generation.json

For each checkpoint: the prompt's ids, as many new ids as fit its context, and the ids up to its end token.
"""

import json
import pathlib
import sys

import torch
import transformers

CHECKPOINTS = ["gpt2", "gpt2-switches", "llama-grouped", "llama-tied", "neox-parallel-partial", "neox-sequential-full"]
PROMPTS = [[3, 4, 8], [3, 5, 8, 9, 10, 12, 13, 3, 20, 21], [7]]


def continued(model, prompt, **more):
    context = model.config.max_position_embeddings
    ids = model.generate(torch.tensor([prompt]), attention_mask=torch.ones(1, len(prompt), dtype=torch.long),
                         do_sample=False, num_beams=1, max_new_tokens=context - len(prompt), pad_token_id=0, **more)
    return ids[0, len(prompt):].tolist()


def main():
    models, out = map(pathlib.Path, sys.argv[1:])
    cases = []
    for name in CHECKPOINTS:
        model = transformers.AutoModelForCausalLM.from_pretrained(models / name, attn_implementation="eager").eval()
        for prompt in PROMPTS:
            # -1 is never drawn: the text goes on until the context is full.
            whole = continued(model, prompt, eos_token_id=-1)
            # The third token that comes, as the end token: the text stops where it first comes.
            cases.append({"model": name, "prompt": prompt, "ids": whole, "end": whole[2],
                          "until_end": continued(model, prompt, eos_token_id=whole[2])})
    out.write_text(json.dumps({"made_by": f"transformers {transformers.__version__}, torch {torch.__version__}",
                               "cases": cases}) + "\n")


main()
