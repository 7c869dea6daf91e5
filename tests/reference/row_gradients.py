# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/row-gradients.json: what PyTorch's autograd says of the rows of one module, for tiny checkpoints.

    python tests/reference/row_gradients.py tests/data

Per prompt two losses, mean -log p over the tokens of prompt + a and of prompt + b (span "text") or of the answer alone
("last"), and their gradients with respect to the module's whole weight, [out, in]: per row the cosine of the two, the
norm of their difference, and the column in which they differ most. Everything in fp64.
"""

import json
import pathlib
import sys

import torch
import transformers

PROMPTS = [([5, 12, 7, 40, 3], 9, 21), ([5, 12, 7, 8, 33, 18, 2], 9, 21), ([44, 6], 30, 4)]

# checkpoint, canonical name, how its weight is found in the model and seen as [out, in] (Conv1D keeps it transposed)
MODULES = [
    ("gpt2", "layers.1.mlp.out", lambda m: m.transformer.h[1].mlp.c_proj.weight, lambda g: g.t()),
    ("gpt2", "layers.0.attn.v", lambda m: m.transformer.h[0].attn.c_attn.weight, lambda g: g.t()[48:]),
    ("llama-grouped", "layers.0.mlp.gate", lambda m: m.model.layers[0].mlp.gate_proj.weight, lambda g: g),
    ("llama-grouped", "layers.1.attn.out", lambda m: m.model.layers[1].self_attn.o_proj.weight, lambda g: g),
    ("codegen", "layers.1.mlp.out", lambda m: m.transformer.h[1].mlp.fc_out.weight, lambda g: g),
]


def gradient(model, weight, ids, answer, span):
    model.zero_grad()
    text = torch.tensor([ids + [answer]])
    labels = text.clone()
    if span == "last":
        labels[0, :-1] = -100
    model(text, labels=labels).loss.backward()
    return weight.grad.clone()


def rows(model, weight, seen, span):
    table = {"cosines": [], "differences": [], "columns": []}
    for ids, a, b in PROMPTS:
        one, other = (seen(gradient(model, weight, ids, answer, span)) for answer in (a, b))
        table["cosines"].append(torch.nn.functional.cosine_similarity(one, other, 1).tolist())
        table["differences"].append((one - other).norm(dim=1).tolist())
        table["columns"].append((one - other).abs().argmax(1).tolist())
    return table


def rounded(numbers):
    return [[float(f"{number:.7g}") for number in row] for row in numbers]


target = pathlib.Path(sys.argv[1])
cases = []
for name, module, find, seen in MODULES:
    model = transformers.AutoModelForCausalLM.from_pretrained(target / "models" / name, attn_implementation="eager",
                                                              torch_dtype=torch.float64).eval()
    for span in ("text", "last"):
        case = {"model": name, "module": module, "span": span} | rows(model, find(model), seen, span)
        cases.append(case | {key: rounded(case[key]) for key in ("cosines", "differences")})
lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
versions = json.dumps({"torch": torch.__version__, "transformers": transformers.__version__})
prompts = json.dumps(PROMPTS, separators=(",", ":"))
(target / "row-gradients.json").write_text(f'{{"versions":{versions},\n"prompts":{prompts},\n"cases":[\n{lines}\n]}}\n')
