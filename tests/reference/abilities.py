# The guards on self-written items by transformers 4.57.6 and torch 2.8.0, one text at a time, in fp32, with the prompts
# of lm-evaluation-harness 0.4. Run from this folder: python abilities.py; writes ../data/measures/abilities-demo.json:
# per measure the values of every item, in the measure's columns.
import csv
import json
import re

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

DEMO = "../../resources/demo-model"
SETS = "../data/sets"
tokenizer = AutoTokenizer.from_pretrained(DEMO)
model = AutoModelForCausalLM.from_pretrained(DEMO, dtype=torch.float32).eval()
context_length = model.config.n_positions


def ids(text):
    return tokenizer(text, add_special_tokens=False)["input_ids"]


def read(tokens, first):
    """Log-probabilities of tokens[first:], and whether all of them are the likeliest."""
    tokens_in, offset = tokens[:-1][-context_length:], max(0, len(tokens) - 1 - context_length)
    with torch.no_grad():
        logits = model(torch.tensor([tokens_in])).logits[0].double().log_softmax(-1)
    rows = [(logits[i - 1 - offset], tokens[i]) for i in range(first, len(tokens))]
    return [row[token].item() for row, token in rows], all(row.argmax().item() == token for row, token in rows)


def continuation(context, text):
    spaces = len(context) - len(context.rstrip())
    if spaces:
        context, text = context[:-spaces], context[-spaces:] + text
    before, whole = ids(context), ids(context + text)
    if not before:
        before, whole = [model.config.bos_token_id], [model.config.bos_token_id] + whole
    found, is_greedy = read(whole, len(before))
    return sum(found), is_greedy


def choice(contexts, continuations, answers, right):
    scores = [continuation(c, t)[0] for c, t in zip(contexts, continuations)]
    per = [s / len(a) for s, a in zip(scores, answers)]
    chosen = scores.index(max(scores))
    wrong = max(s for i, s in enumerate(scores) if i != right)
    return [float(chosen == right), float(per.index(max(per)) == right), float(chosen), scores[right] - wrong]


def question(context, answers, right):
    return choice([context] * len(answers), [" " + a for a in answers], answers, right)


def lines(path):
    return [json.loads(line) for line in open(f"{SETS}/{path}")]


def clean(text):
    return re.sub(r"\[.*?\]", "", text.strip().replace(" [title]", ". ")).replace("  ", " ")


def hellaswag():
    for d in lines("hellaswag/data/hellaswag_val.jsonl"):
        full = d["ctx"] if "ctx_a" not in d else f"{d['activity_label']}: {d['ctx_a']} {d['ctx_b'].capitalize()}"
        yield question(clean(full), [clean(e) for e in d["endings"]], int(d["label"]))


def piqa():
    labels = open(f"{SETS}/piqa/valid-labels.lst").read().split()
    for d, label in zip(lines("piqa/valid.jsonl"), labels):
        yield question(f"Question: {d['goal']}\nAnswer:", [d["sol1"], d["sol2"]], int(label))


def labelled(d):
    choices = d["question"]["choices"]
    right = [c["label"] for c in choices].index(d["answerKey"])
    return d["question"]["stem"], [c["text"] for c in choices], right


def arc_easy():
    for d in lines("ai2_arc/ARC-Easy/ARC-Easy-Test.jsonl"):
        stem, answers, right = labelled(d)
        yield question(f"Question: {stem}\nAnswer:", answers, right)


def arc_challenge():
    for row in csv.reader(open(f"{SETS}/ai2_arc/test/ARC-Challenge_test.csv", newline="")):
        yield question(f"Question: {row[0]}\nAnswer:", row[1:5], "ABCD".index(row[5]))


def openbookqa():
    for d in lines("OpenBookQA-V1-Sep2018/Data/Main/test.jsonl"):
        yield question(*labelled(d))


def winogrande():
    for d in lines("winogrande_1.1/dev.jsonl"):
        blank = d["sentence"].index("_")
        options = [d["option1"], d["option2"]]
        rest = " " + d["sentence"][blank + 1 :].strip()
        yield choice([d["sentence"][:blank] + o for o in options], [rest] * 2, options, int(d["answer"]) - 1)


def boolq():
    for d in lines("boolq/dev.jsonl"):
        yield question(f"{d['passage']}\nQuestion: {d['question']}?\nAnswer:", ["no", "yes"], int(d["answer"]))


def lambada():
    for d in lines("lambada/lambada_test.jsonl"):
        context, word = d["text"].rsplit(" ", 1)
        found, is_greedy = continuation(context, " " + word)
        yield [float(is_greedy), -found]


def perplexity():
    """Windows that overlap by half: each scores the tokens that the one before it has not."""
    encoded = tokenizer(open(f"{SETS}/plain.txt").read(), add_special_tokens=False, return_offsets_mapping=True)
    text, tokens = open(f"{SETS}/plain.txt").read(), encoded["input_ids"]
    stride = context_length // 2
    for begin in range(0, len(tokens), stride):
        end = min(begin + stride, len(tokens))
        left = max(0, begin - (context_length - (end - begin)))
        given = tokens[left:end] if begin else [model.config.bos_token_id] + tokens[:end]
        found, _ = read(given, len(given) - (end - begin))
        starts = [encoded["offset_mapping"][i][0] for i in (begin, min(end, len(tokens) - 1))]
        part = text[starts[0] : starts[1]] if end < len(tokens) else text[starts[0] :]
        yield [-sum(found), float(len(found)), float(len(part.encode()))]


measures = (perplexity, lambada, piqa, hellaswag, arc_easy, arc_challenge, openbookqa, winogrande, boolq)
json.dump({f.__name__: list(f()) for f in measures}, open("../data/measures/abilities-demo.json", "w"), indent=0)
