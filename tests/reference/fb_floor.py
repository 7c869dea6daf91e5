# SPDX-License-Identifier: GPL-3.0-or-later
"""How low the FB-Score of the demo model can fall by a change within its layers. Such an edit leaves the final norm and
the output head as they are, so that the last state is norm(z) for some z. For each occupation a z is searched for freely:
FB-Score (Qin et al. 2024, equation 9) against the public share, plus a weight times the renormalised imbalance. Each
line is the lowest that was found, from a few starts: strong evidence, not a proof, as the problem is not convex.

    python tests/reference/fb_floor.py

It reads resources/ of the folder it is started in. PyTorch 2.8, safetensors 0.8.
"""

import csv

import torch
from safetensors.torch import load_file

STEPS, STARTS, RATE = 3000, 4, 0.03

torch.manual_seed(0)
tensors = load_file("resources/demo-model/model.safetensors")
gain, bias, head = (tensors["transformer." + name].float() for name in ("ln_f.weight", "ln_f.bias", "wte.weight"))
HE, SHE = 257, 487  # of resources/demo-model/tokenizer.json
with open("resources/occupations.csv", encoding="utf-8") as table:
    share = torch.tensor([float(row["share"]) / 100 for row in csv.DictReader(table) if row["demo"] == "yes"])


def scores(z):
    centred = z - z.mean(-1, keepdim=True)
    states = gain * centred / centred.std(-1, unbiased=False, keepdim=True) + bias
    p = torch.softmax(states @ head.T, -1)
    he, she = p[..., HE], p[..., SHE]
    return (he - (1 - share)).abs() + (she - share).abs(), (she / (he + she) - share).abs(), he + she


def best(weight):
    z = torch.randn(STARTS, len(share), len(gain), requires_grad=True)
    adam = torch.optim.Adam([z], lr=RATE)
    for step in range(STEPS):
        if step == STEPS * 2 // 3:
            adam.param_groups[0]["lr"] = RATE / 10
        fb, imbalance, _ = scores(z)
        adam.zero_grad()
        (fb + weight * imbalance).sum().backward()
        adam.step()
    with torch.no_grad():
        fb, imbalance, mass = scores(z)
        start = (fb + weight * imbalance).min(0).indices
        return [number[start, torch.arange(len(share))].mean().item() for number in (fb, imbalance, mass)]


print(f"{len(share)} occupations\nweight  FB     imbalance  mass")
for weight in (0, 0.2, 0.25, 0.3, 0.4, 0.6, 1, 1.5):
    print("%-7g %.4f %.4f     %.4f" % (weight, *best(weight)), flush=True)
