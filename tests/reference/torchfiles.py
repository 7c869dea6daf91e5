# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/torch: what torch.save writes of the tiny checkpoint tests/data/models/gpt2 and of odd tensors.

    python tests/reference/torchfiles.py tests/data/models tests/data/torch

The odd tensors lie in new.bin and old.bin (the format before PyTorch 1.6), their values in values.safetensors.
"""

import collections
import json
import pathlib
import shutil
import sys

import safetensors
import torch
import transformers
from safetensors.torch import load_file, save_file


def odd_tensors():
    generator = torch.Generator().manual_seed(5)
    matrix = torch.randn(3, 4, generator=generator)
    shared = torch.randn(10, generator=generator)
    tensors = collections.OrderedDict(
        matrix=matrix,
        transposed=matrix.t(),
        column=matrix[:, 1],
        corner=matrix[1:, 2:],
        tied=shared,
        view=shared[4:8].view(2, 2),
        permuted=torch.arange(24, dtype=torch.float64).reshape(2, 3, 4).permute(2, 0, 1),
        half=matrix.half(),
        bfloat=matrix.bfloat16().t(),
        long=torch.arange(-2, 3),
        int=torch.arange(3, dtype=torch.int32),
        short=torch.arange(3, dtype=torch.int16),
        char=torch.arange(-1, 2, dtype=torch.int8),
        byte=torch.arange(250, 256, dtype=torch.uint8),
        bool=torch.tensor([True, False, True]),
        scalar=torch.tensor(1.5),
        none=torch.empty(0, 3),
        row=torch.ones(1, 5)[:, ::2],
        parameter=torch.nn.Parameter(matrix[0]),
    )
    plain = dict(epoch=3, large=2**40, huge=2**90, rate=0.25, name="gpt", done=True, nothing=None,
                 shape=matrix.shape, names=["a", "b"], pair=("c", -1), options={"tied": {"deep": [1, 2]}})
    return tensors, plain


def write_odd_tensors(target):
    tensors, plain = odd_tensors()
    values = collections.OrderedDict(**tensors, **plain)
    values._metadata = collections.OrderedDict({"": {"version": 1}})
    torch.save(values, target / "new.bin")
    torch.save(values, target / "old.bin", _use_new_zipfile_serialization=False)
    save_file({name: tensor.detach().clone().contiguous() for name, tensor in tensors.items()},
              target / "values.safetensors")


def write_twins(models, target):
    for name in ("gpt2", "gpt2-fp16", "gpt2-bf16"):
        weights = load_file(models / name / "model.safetensors")
        torch.save(collections.OrderedDict(weights), target / f"{name}.bin")
    torch.save(collections.OrderedDict(load_file(models / "gpt2" / "model.safetensors")), target / "gpt2-old.bin",
               _use_new_zipfile_serialization=False)
    model = transformers.AutoModelForCausalLM.from_pretrained(models / "gpt2")
    model.save_pretrained(target / "gpt2-sharded", safe_serialization=False, max_shard_size="40KB")
    for path in (target / "gpt2-sharded").glob("*config.json"):
        path.unlink()


def main():
    models, target = map(pathlib.Path, sys.argv[1:3])
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    write_odd_tensors(target)
    write_twins(models, target)
    versions = {module.__name__: module.__version__ for module in (torch, transformers, safetensors)}
    (target / "README.md").write_text(
        "# What torch.save writes\n\n"
        "Made by `tests/reference/torchfiles.py` with " + ", ".join(f"{k} {v}" for k, v in versions.items()) + ".\n"
        "`gpt2*.bin` hold the same weights as the folders of that name in `../models`; `new.bin` and `old.bin` hold\n"
        "the odd tensors whose values are in `values.safetensors`.\n")
    print(json.dumps(versions))


if __name__ == "__main__":
    main()
