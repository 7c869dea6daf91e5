# gap at a mask, WEAT, SEAT and pseudo-perplexity of the tiny masked models by transformers 4.57.6, torch 2.8.0 and
# NumPy 2: one text at a time, in fp32. Run from this folder after tiny_masked.py: python masked_measures.py; writes
# ../data/measures/{gap,weat,seat,perplexity}-{wordpiece,bytes}.json
import json
import math

import numpy as np
import torch
from transformers import AutoModelForMaskedLM, PreTrainedTokenizerFast

from association import test as association_test

MODELS = "../data/measures/models"
PEOPLE = ["accountant", "nurse", "truck driver", "judge", "dental assistant"]
TESTS = ("6", "6b", "7", "7b", "8", "8b")


class Masked:
    def __init__(self, name):
        self.tokenizer = PreTrainedTokenizerFast(tokenizer_file=f"{MODELS}/{name}/tokenizer.json")
        self.model = AutoModelForMaskedLM.from_pretrained(f"{MODELS}/{name}", dtype=torch.float32).eval()
        self.mask = next(m for m in ("[MASK]", "<mask>") if m in self.tokenizer.get_vocab())
        self.mask_id = self.tokenizer.get_vocab()[self.mask]

    def ids(self, text, special=True):
        return self.tokenizer(text, add_special_tokens=special)["input_ids"]

    def read(self, ids, row):
        with torch.no_grad():
            return self.model(torch.tensor([ids])).logits[0, row].double().log_softmax(-1)

    def gap(self):
        items = {}
        for line in open("../../resources/templates.txt").read().splitlines()[::5]:
            for name in PEOPLE:
                prompt = line.replace("{}", name)
                ids = self.ids(f"{prompt} {self.mask}.")
                found = self.read(ids, ids.index(self.mask_id))
                targets = [self.ids(word, False) for word in (" he", " she")]
                assert all(len(t) == 1 for t in targets)
                items[prompt] = [math.exp(found[t[0]].item()) for t in targets]
        return items

    def vectors(self, own):
        def of(text):
            ids = self.ids(text)
            with torch.no_grad():
                layers = self.model(torch.tensor([ids]), output_hidden_states=True).hidden_states[1:]
            rows = slice(1, -1) if own else slice(None)
            return [layer[0, rows].mean(0).numpy() for layer in layers]

        return of

    def effects(self, tests, own):
        items = {}
        for name, sets in tests.items():
            found = [list(map(self.vectors(own), sets[k]["examples"])) for k in ("targ1", "targ2", "attr1", "attr2")]
            items[name] = [
                association_test(*[np.array([v[layer] for v in one], dtype=np.float64) for one in found])["effect"]
                for layer in range(len(found[0][0]))
            ]
        return items

    def weat(self):
        lists = json.load(open("../../resources/weat.json"))
        return self.effects({n: lists[f"weat{n}"] for n in TESTS}, True)

    def seat(self):
        return self.effects({n: json.load(open(f"../data/sets/seat/sent-weat{n}.jsonl")) for n in TESTS}, False)

    def perplexity(self):
        items = {}
        for number, line in enumerate(open("../data/sets/plain.txt").read().splitlines()[:8]):
            ids, loss = self.ids(line), 0.0
            for i in range(1, len(ids) - 1):
                loss -= self.read(ids[:i] + [self.mask_id] + ids[i + 1 :], i)[ids[i]].item()
            items[str(number)] = [loss, len(ids) - 2]
        return items


for name in ("wordpiece", "bytes"):
    masked = Masked(name)
    for measure in ("gap", "weat", "seat", "perplexity"):
        json.dump(getattr(masked, measure)(), open(f"../data/measures/{measure}-{name}.json", "w"), indent=0)
