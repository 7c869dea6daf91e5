# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the references of LSDM in tests/data/lsdm: the closed form in its direct shape by NumPy, and keys, losses and
targets of the tiny GPT-2 checkpoint by torch and transformers, text by text and without padding.

    python tests/reference/lsdm.py tests/data
"""

import pathlib
import sys

import numpy
import torch
import transformers

data = pathlib.Path(sys.argv[1])
(data / "lsdm").mkdir(exist_ok=True)


def write(name, versions, tables):
    lines = ["# " + versions]
    for key, values in tables.items():
        rows = numpy.atleast_2d(numpy.asarray(values, dtype=numpy.float64))
        lines.append(f"{key} {rows.shape[0]} {rows.shape[1]}")
        lines += [" ".join(float(value).hex() for value in row) for row in rows]
    (data / "lsdm" / name).write_text("\n".join(lines) + "\n")


def least_squares():
    random = numpy.random.RandomState(3)
    hidden, width, columns = 12, 5, 7
    corpus = random.randn(40, hidden) * numpy.linspace(0.2, 3, hidden)
    moment = corpus.T @ corpus / len(corpus)
    keys, residuals, kept = random.randn(columns, hidden), random.randn(columns, width), random.randn(3, hidden)
    weights = random.uniform(0.1, 1, columns)
    lam, ridge, mu = 0.3 * hidden, 1e-3, 0.7
    preserved = lam * (moment + ridge * numpy.trace(moment) / hidden * numpy.eye(hidden)) + mu * kept.T @ kept
    left = (residuals * weights[:, None]).T @ keys
    change = numpy.linalg.solve((preserved + (keys * weights[:, None]).T @ keys).T, left.T).T
    write("closed-form.txt", f"numpy {numpy.__version__}",
          {"moment": moment, "keys": keys, "residuals": residuals, "kept": kept, "weights": weights,
           "constants": [lam, ridge, mu], "condition": [numpy.linalg.cond(preserved)], "change": change})


TEXTS = [([7, 3, 11, 4, 2], 2, 4), ([9, 8, 7, 3, 11, 6, 4, 2], 4, 7), ([3, 11, 2], 1, 2)]
NEUTRAL = ([3, 11, 1, 9], 1, 3)
HE, SHE, LAYER, RATE, STEPS, CLAMP, SHARE, DECAY = 49, 56, 0, 0.3, 12, 0.5, 0.3, 0.02


class Patched:
    """The model with delta added at a place of one layer."""

    def __init__(self, model, site):
        self.model, self.delta, self.place, self.value = model, None, 0, None
        block = model.transformer.h[LAYER]
        (block.mlp if site == "mlp" else block).register_forward_hook(self.hook)
        block.mlp.c_proj.register_forward_hook(self.keep)

    def keep(self, _, inputs, output):
        self.key = inputs[0][0, self.place].detach()

    def hook(self, _, inputs, output):
        x = output[0] if isinstance(output, tuple) else output
        self.value = x[0, self.place].detach()
        if self.delta is None:
            return output
        mask = torch.zeros(1, x.shape[1], 1)
        mask[0, self.place] = 1
        changed = x + mask * self.delta
        return (changed,) + output[1:] if isinstance(output, tuple) else changed

    def __call__(self, text, delta):
        ids, self.place, read = text
        self.delta = delta
        return torch.log_softmax(self.model(torch.tensor([ids])).logits[0, read], -1)


def search(site, kind):
    torch.set_num_threads(1)
    model = transformers.GPT2LMHeadModel.from_pretrained(data / "models" / "gpt2").eval()
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    patched = Patched(model, site)
    clean, keys, norms = [], [], []
    for text in TEXTS:
        clean.append(patched(text, None))
        keys.append(patched.key)
        norms.append(patched.value.norm().item())
    norm = sum(norms) / len(norms)
    neutral = patched(NEUTRAL, None)
    delta = torch.zeros(model.config.n_embd, requires_grad=True)
    optimiser = torch.optim.Adam([delta], lr=RATE)
    losses, gaps, deltas = [], [], []
    for step in range(STEPS + 1):
        optimiser.zero_grad()
        parts, distances = [], []
        for text, before in zip(TEXTS, clean):
            now = patched(text, delta)
            p = now.exp()
            distances.append(2 * (p[SHE] - SHARE * (p[HE] + p[SHE])).abs())
            wanted = before.exp().clone()
            mass = wanted[HE] + wanted[SHE]
            wanted[HE], wanted[SHE] = (1 - SHARE) * mass, SHARE * mass
            parts.append(torch.nn.functional.kl_div(now, wanted, reduction="sum") if kind == "balanced" else distances[-1])
        said = patched(NEUTRAL, delta)
        loss = sum(parts) / len(parts) + 0.0625 * torch.nn.functional.kl_div(neutral, said, log_target=True, reduction="sum")
        loss = loss + DECAY * delta.norm() / norm ** 2
        losses.append(loss.item())
        gaps.append((sum(distances) / len(distances)).item())
        deltas.append(delta.detach().clone())
        if step == STEPS:
            break
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            if delta.norm() > CLAMP * norm:
                delta.mul_(CLAMP * norm / delta.norm())
    best = losses.index(min(losses))
    write(f"target-{site}-{kind}.txt", f"torch {torch.__version__}, transformers {transformers.__version__}",
          {"keys": torch.stack(keys), "norm": [norm], "pronouns": [HE, SHE], "losses": losses, "gaps": gaps, "best": [best], "delta": deltas[best]})


least_squares()
for site in ("mlp", "state"):
    for kind in ("balanced", "gap"):
        search(site, kind)
