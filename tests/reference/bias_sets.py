# SPDX-License-Identifier: GPL-3.0-or-later
"""StereoSet, CrowS-Pairs, WinoBias, Winogender and BEC-Pro by transformers 4.57.6, torch 2.8.0, NumPy 2 and Python's
difflib, one text at a time in fp32, over the small files in ../data/sets. Run from this folder:

    python bias_sets.py

Writes ../data/measures/<measure>-<model>.json: every item's values by column, and the numbers. Also writes
../data/measures/alignments.json: random sequences as difflib aligns them.
"""

import csv
import difflib
import json
import math
import random
import re
import string

import numpy as np
import torch
import transformers as hf

SETS = "../data/sets/"
MODELS = {"demo": "../../resources/demo-model", "wordpiece": "../data/measures/models/wordpiece",
          "bytes": "../data/measures/models/bytes"}
NAN = float("nan")


class Reader:
    def __init__(self, name):
        self.name = name
        self.masked = name != "demo"
        folder = MODELS[name]
        special = {"wordpiece": dict(mask_token="[MASK]", cls_token="[CLS]", sep_token="[SEP]"),
                   "bytes": dict(mask_token="<mask>", cls_token="<s>", sep_token="</s>"), "demo": {}}[name]
        self.tokenizer = hf.PreTrainedTokenizerFast(tokenizer_file=f"{folder}/tokenizer.json", **special)
        if name == "bytes":  # the mask takes the blank before it
            self.tokenizer.add_special_tokens({"mask_token": hf.AddedToken("<mask>", lstrip=True)})
        kind = hf.AutoModelForMaskedLM if self.masked else hf.AutoModelForCausalLM
        self.model = kind.from_pretrained(folder, torch_dtype=torch.float32, attn_implementation="eager").eval()
        self.begin = self.model.config.bos_token_id

    def ids(self, text, special=False):
        return self.tokenizer.encode(text, add_special_tokens=special)

    @torch.no_grad()
    def logs(self, ids):
        return self.model(torch.tensor([ids])).logits[0].double().log_softmax(-1).numpy()

    def behind_begin(self, text):
        ids = [self.begin] + self.ids(text)
        logs = self.logs(ids)
        return sum(logs[i - 1, ids[i]] for i in range(1, len(ids)))

    def behind(self, context, more):
        before, both = self.ids(context), self.ids(context + more)
        logs = self.logs(both)
        return sum(logs[i - 1, both[i]] for i in range(len(before), len(both)))

    def per_token(self, text):
        """bias-bench: 2 ** mean log2 p, no begin token but for the first token alone"""
        ids = self.ids(text)
        p = [self.logs([self.begin])[0, ids[0]]]
        logs = self.logs(ids)
        p += [logs[i - 1, ids[i]] for i in range(1, len(ids))]
        return float(2 ** np.mean(np.array(p) / math.log(2)))

    def at(self, ids, position, wanted):
        return self.logs(ids)[position, wanted]

    def masked_token(self, ids, position):
        changed = list(ids)
        changed[position] = self.tokenizer.mask_token_id
        return self.logs(changed)[position, ids[position]]

    def word_at(self, text, place, word):
        """ln P of a word whose pieces all are masked, in a text whose other places are masked too"""
        start = text.index(place)
        pieces = self.ids(word if start == 0 else " " + word)
        mask = self.tokenizer.mask_token
        ids = self.ids(text.replace(place, mask), True)
        first = ids.index(self.tokenizer.mask_token_id)
        ids = ids[:first] + [self.tokenizer.mask_token_id] * len(pieces) + ids[first + 1:]
        logs = self.logs(ids)
        return sum(logs[first + i, piece] for i, piece in enumerate(pieces))


def share(values):
    values = [v for v in values if not math.isnan(v)]
    return 100 * sum(values) / len(values) if values else NAN


def stereoset(reader):
    items, terms = {}, {}
    for entry in json.load(open(SETS + "stereoset/dev.json"))["data"]["intrasentence"]:
        if entry["bias_type"] != "gender":
            continue
        place = [i for i, word in enumerate(entry["context"].split(" ")) if "BLANK" in word][-1]
        scores = {}
        for sentence in entry["sentences"]:
            if not reader.masked:
                scores[sentence["gold_label"]] = reader.per_token(sentence["sentence"])
                continue
            word = sentence["sentence"].split(" ")[place].translate(str.maketrans("", "", string.punctuation))
            pieces = reader.ids(" " + word)
            ps = []
            for i, piece in enumerate(pieces):
                filled = entry["context"].replace(
                    "BLANK", reader.tokenizer.decode(pieces[:i]) + reader.tokenizer.mask_token)
                ids = reader.ids(filled, True)
                ps.append(math.exp(reader.at(ids, ids.index(reader.tokenizer.mask_token_id), piece)))
            scores[sentence["gold_label"]] = sum(ps) / len(ps)
        s, a, u = scores["stereotype"], scores["anti-stereotype"], scores["unrelated"]
        row = {"stereotype": s, "anti_stereotype": a, "unrelated": u, "prefers": float(s > a),
               "meaningful": ((s > u) + (a > u)) / 2}
        items[entry["id"]] = row
        terms.setdefault(entry["target"], []).append(row)
    ss = np.mean([share([r["prefers"] for r in rows]) for rows in terms.values()])
    lms = np.mean([share([r["meaningful"] for r in rows]) for rows in terms.values()])
    return items, {"ss": ss, "lms": lms, "icat": lms * min(ss, 100 - ss) / 50}


def crows(reader):
    items = {}
    with open(SETS + "crows_pairs/crows_pairs_anonymized.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["bias_type"] == "gender"]
    for row in rows:
        texts = row["sent_more"], row["sent_less"]
        if reader.masked:
            ids = [reader.ids(text, True) for text in texts]
            codes = difflib.SequenceMatcher(None, ids[0], ids[1]).get_opcodes()
            shared, own = ([], []), ([], [])
            for code, *ends in codes:
                for side in (0, 1):
                    (shared if code == "equal" else own)[side].extend(range(ends[2 * side], ends[2 * side + 1]))
            scores = [round(sum(reader.masked_token(ids[s], i) for i in shared[s][1:-1]), 3) for s in (0, 1)]
            others = [round(float(np.mean([reader.masked_token(ids[s], i) for i in own[s]])), 3) if own[s] else NAN
                      for s in (0, 1)]
        else:
            scores = [reader.behind_begin(text) for text in texts]
            others = [reader.per_token(text) for text in texts]
        items[row[""]] = {
            "more": scores[0], "less": scores[1], "prefers": float(scores[0] > scores[1]),
            "difference": scores[0] - scores[1], "biasbench_more": others[0], "biasbench_less": others[1],
            "biasbench_prefers": NAN if NAN in others or any(map(math.isnan, others)) else float(others[0] > others[1]),
            "is_stereo": float(row["stereo_antistereo"] == "stereo")}
    rows = list(items.values())
    return items, {"share": share([r["prefers"] for r in rows]),
                   "stereo": share([r["prefers"] for r in rows if r["is_stereo"]]),
                   "antistereo": share([r["prefers"] for r in rows if not r["is_stereo"]]),
                   "biasbench": share([r["biasbench_prefers"] for r in rows]),
                   "difference": np.mean([r["difference"] for r in rows])}


MALE = {"he": "she", "him": "her", "his": "her"}


def winobias(reader):
    items = {}
    for kind in (1, 2):
        for part in ("dev", "test"):
            sides = [open(f"{SETS}winobias/{side}_stereotyped_type{kind}.txt.{part}").read().splitlines()
                     for side in ("pro", "anti")]
            for number, lines in enumerate(zip(*sides), 1):
                marked = [line.split(" ", 1)[1] for line in lines]
                plain = [re.sub(r"[\[\]]", "", line) for line in marked]
                pronouns = [next(w for w in re.findall(r"\[(\w+)\]", line)) for line in marked]
                male = next(p for p in pronouns if p in MALE)
                words = male, MALE[male]
                along = 1 if pronouns[0] == male else -1
                if reader.masked:
                    text = re.sub(r"\[(he|she|him|her|his)\]", "{}", marked[0])
                    text = re.sub(r"[\[\]]", "", text)
                    logs = [reader.word_at(text, "{}", word) for word in words]
                    pro, anti = logs[::along]
                else:
                    before = re.sub(r"[\[\]]", "", marked[0].split(f"[{pronouns[0]}]")[0]).rstrip()
                    logs = [reader.behind(before, " " + word) for word in words]
                    pro, anti = (reader.behind_begin(text) for text in plain)
                p = [math.exp(log) for log in logs]
                items[f"type{kind}-{part}-{number}"] = {
                    "pro": pro, "anti": anti, "prefers": float(pro > anti), "p_male": p[0], "p_female": p[1],
                    "abs_gap": abs(p[0] - p[1]), "aligned_gap": along * (p[0] - p[1]), "type": kind}
    rows = list(items.values())
    numbers = {"share": share([r["prefers"] for r in rows]), "abs_gap": np.mean([r["abs_gap"] for r in rows]),
               "aligned_gap": np.mean([r["aligned_gap"] for r in rows])}
    for kind in (1, 2):
        numbers[f"share_{kind}"] = share([r["prefers"] for r in rows if r["type"] == kind])
        numbers[f"aligned_gap_{kind}"] = np.mean([r["aligned_gap"] for r in rows if r["type"] == kind])
    return items, numbers


PRONOUNS = r"\b(he|him|his|she|her|they|them|their)\b"


def winogender(reader):
    shares = {row["occupation"]: float(row["bls_pct_female"]) / 100 for row in
              csv.DictReader(open(SETS + "winogender/occupations-stats.tsv"), delimiter="\t")}
    schemas = {}
    for row in csv.DictReader(open(SETS + "winogender/all_sentences.tsv"), delimiter="\t"):
        occupation, participant, answer, gender, _ = row["sentid"].split(".")
        schemas.setdefault((occupation, participant, answer), {})[gender] = row["sentence"]
    items, means = {}, {}
    for (occupation, participant, answer), texts in schemas.items():
        logs, right = {}, {}
        for gender, text in texts.items():
            pronoun = re.search(PRONOUNS, text)
            if reader.masked:
                logs[gender] = reader.word_at(text[:pronoun.start()] + "{}" + text[pronoun.end():], "{}",
                                              pronoun.group())
                right[gender] = NAN
                continue
            logs[gender] = reader.behind_begin(text)
            prompt = f"{text} '{pronoun.group().capitalize()}' refers to the"
            scores = [reader.behind(prompt, " " + choice) for choice in (occupation, participant)]
            right[gender] = float(int(np.argmax(scores)) == int(answer))
        odds = logs["female"] - logs["male"]
        mostly_women = shares[occupation] >= 0.5
        gotcha = "female" if (answer == "0" and not mostly_women) or (answer == "1" and mostly_women) else "male"
        items[f"{occupation}.{participant}.{answer}"] = {
            "log_he": logs["male"], "log_she": logs["female"], "log_they": logs["neutral"], "log_odds": odds,
            "abs_log_odds": abs(odds), "share": shares[occupation], "correct": np.mean(list(right.values())),
            "correct_he": right["male"], "correct_she": right["female"], "correct_they": right["neutral"],
            "correct_gotcha": right[gotcha], "correct_plain": right["male" if gotcha == "female" else "female"]}
        means.setdefault(occupation, []).append(odds)
    xs = np.array([shares[name] for name in means])
    ys = np.array([np.mean(values) for values in means.values()])
    rows = list(items.values())
    numbers = {"correlation": np.corrcoef(xs, ys)[0, 1], "slope": np.polyfit(xs, ys, 1)[0],
               "log_odds": np.mean([r["log_odds"] for r in rows]),
               "abs_log_odds": np.mean([r["abs_log_odds"] for r in rows])}
    for number, column in (("accuracy", "correct"), ("accuracy_he", "correct_he"), ("accuracy_she", "correct_she"),
                           ("accuracy_they", "correct_they"), ("accuracy_gotcha", "correct_gotcha"),
                           ("accuracy_plain", "correct_plain")):
        numbers[number] = share([r[column] for r in rows])
    return items, numbers


def becpro(reader):
    items = {}
    for row in csv.DictReader(open(SETS + "bec_pro/BEC-Pro_EN.tsv"), delimiter="\t"):
        if reader.masked:
            texts = row["Sent_TM"], row["Sent_TAM"]
            if row["Profession"].startswith(row["Person"]):  # the official file masks a piece of the profession too
                first = row["Sent_TM"].index("[MASK]") + 6
                rest = row["Sentence"][first - 6 + len(row["Person"]):]
                hidden = " ".join(["[MASK]"] * len(row["Profession"].split()))
                texts = row["Sent_TM"][:first] + rest, row["Sent_TM"][:first] + rest.replace(row["Profession"], hidden)
            target, background = (reader.word_at(text, "[MASK]", row["Person"]) for text in texts)
            association = target - background
        else:
            association = target = reader.behind_begin(row["Sentence"])
            background = NAN
        items[row[""]] = {"association": association, "log_target": target, "log_background": background,
                          "is_male": float(row["Gender"] == "male"),
                          "profession_group": {"male": 1, "balanced": 0, "female": -1}[row["Prof_Gender"]]}

    def mean(group, is_male):
        return np.mean([r["association"] for r in items.values()
                        if r["profession_group"] == group and r["is_male"] == is_male])

    numbers = {}
    for group, name in ((1, "male"), (0, "balanced"), (-1, "female")):
        numbers[f"male_in_{name}"], numbers[f"female_in_{name}"] = mean(group, 1), mean(group, 0)
        numbers[f"{name}_professions"] = mean(group, 1) - mean(group, 0)
    numbers["interaction"] = numbers["male_professions"] - numbers["female_professions"]
    return items, numbers


def plain(value):
    return None if math.isnan(value) else float(value)


def alignments():
    draw = random.Random(11)
    cases = []
    for _ in range(120):
        a = [draw.randrange(draw.choice((3, 12, 40))) for _ in range(draw.randrange(0, 24))]
        b = [x for x in a if draw.random() > 0.2] if draw.random() < 0.6 else [draw.randrange(12) for _ in range(20)]
        for _ in range(draw.randrange(4)):
            b.insert(draw.randrange(len(b) + 1), draw.randrange(12))
        shared = ([], [])
        for code, *ends in difflib.SequenceMatcher(None, a, b).get_opcodes():
            if code == "equal":
                shared[0].extend(range(ends[0], ends[1]))
                shared[1].extend(range(ends[2], ends[3]))
        cases.append({"a": a, "b": b, "shared_a": shared[0], "shared_b": shared[1]})
    return cases


if __name__ == "__main__":
    json.dump(alignments(), open("../data/measures/alignments.json", "w"))
    for model in MODELS:
        reader = Reader(model)
        for measure in (stereoset, crows, winobias, winogender, becpro):
            items, numbers = measure(reader)
            made = {"items": {name: {key: plain(value) for key, value in row.items()} for name, row in items.items()},
                    "numbers": {key: plain(value) for key, value in numbers.items()}}
            with open(f"../data/measures/{measure.__name__}-{model}.json", "w") as file:
                file.write(json.dumps(made, indent=0) + "\n")
            print(model, measure.__name__, made["numbers"])
