#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/tokenizers: small tokenizers, a nasty text, and what the `tokenizers` library makes of it.

    tokenization.py OUT english.txt.xz [FOLDER]

trained/ holds tokenizers of the types in use (trained.py), filed/ those without tokenizer.json (filed.py), the rest
small ones for single features. A tokenizer that is there already is not trained again. FOLDER holds real tokenizers;
of those only digests are stored.

expected.z: 4 bytes of length, most significant first, then zlib (as qUncompress reads it) of JSON {"ids": [[...]],
"offsets": [[begin, end, ...]], "rest": digests}, each with an entry per line of text.json.
"""
import hashlib
import json
import random
import shutil
import struct
import sys
import tempfile
import unicodedata
import zlib
from pathlib import Path

import tokenizers
import transformers
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

import filed
import nasty
import trained
from trained import CODE, FOREIGN, write

JOBS = "nurse doctor engineer secretary carpenter librarian programmer teacher plumber designer cashier judge".split()
VERBS = "said asked knew wrote promised remembered explained believed".split()
THINGS = "the report was late|it would rain|the door was open|nobody had seen the cat|the code didn't work".split("|")

def sentences(seed=7):
    rng = random.Random(seed)
    lines = []
    for _ in range(400):
        lines.append(f"The {rng.choice(JOBS)} {rng.choice(VERBS)} that {rng.choice(THINGS)}, and "
                     f"{rng.choice(['he', 'she', 'they'])} went home at {rng.randint(1, 12)} o'clock.")
    return lines + CODE * 12 + FOREIGN * 6


def byte_level(vocab, specials, **kwargs):
    made = Tokenizer(models.BPE(**kwargs))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    train(made, vocab, specials, initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    made.decoder = decoders.ByteLevel()
    return made


def train(made, vocab, specials, **kwargs):
    trainer = trainers.BpeTrainer(vocab_size=vocab, special_tokens=specials, show_progress=False, **kwargs)
    made.train_from_iterator(sentences(), trainer)


def gpt2():
    made = byte_level(600, ["<|endoftext|>"])
    made.post_processor = processors.ByteLevel(trim_offsets=False)
    return made


def neox():
    made = byte_level(560, ["<|endoftext|>", "<|padding|>"])
    made.normalizer = normalizers.NFC()
    made.post_processor = processors.ByteLevel(add_prefix_space=False, trim_offsets=True)
    made.add_tokens([AddedToken(" " * n, normalized=True) for n in range(24, 1, -1)])
    return made


def roberta():
    made = byte_level(560, ["<s>", "<pad>", "</s>", "<unk>"])
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    made.add_special_tokens([AddedToken("<mask>", lstrip=True)])
    made.add_tokens([AddedToken("tag", single_word=True), AddedToken("<tag>", rstrip=True)])
    made.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), trim_offsets=True, add_prefix_space=True)
    return made


def llama3():
    made = byte_level(600, ["<|endoftext|>", "<s>"], ignore_merges=True)
    pattern = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")
    made.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(pattern), "isolated"),
                                                  pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    made.post_processor = processors.Sequence([processors.ByteLevel(trim_offsets=True), processors.TemplateProcessing(
        single="<s> $A", pair="<s> $A <s> $B", special_tokens=[("<s>", 1)])])
    return made


def byte_fallback(crosses_words=False):
    made = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True, fuse_unk=True))
    made.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    pieces = ["<unk>", "<s>", "</s>"] + [f"<0x{byte:02X}>" for byte in range(256)]
    if not crosses_words:
        made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="never")
    train(made, 700, pieces, limit_alphabet=70)
    made.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)])
    made.post_processor = processors.TemplateProcessing(single="<s> $A", pair="<s> $A <s> $B", special_tokens=[("<s>", 1)])
    data = json.loads(made.to_str())
    data["pre_tokenizer"] = None
    data["added_tokens"] = data["added_tokens"][:3]  # byte tokens belong to the vocabulary
    return Tokenizer.from_str(json.dumps(data))


def metaspace():
    made = byte_fallback()
    made.normalizer = normalizers.Sequence([])
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first", split=False)
    made.decoder = decoders.Sequence([decoders.Metaspace(), decoders.ByteFallback(), decoders.Fuse()])
    made.post_processor = processors.TemplateProcessing(single="<s> $A </s>", pair="<s> $A </s> $B", special_tokens=[("<s>", 1), ("</s>", 2)])
    return made


def affixes():
    """Characters that are not in the vocabulary are left out without a trace."""
    made = Tokenizer(models.BPE(continuing_subword_prefix="##", end_of_word_suffix="</w>"))
    made.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase(), normalizers.Strip()])
    made.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Punctuation(), pre_tokenizers.Digits(True)])
    train(made, 420, [], limit_alphabet=60, continuing_subword_prefix="##", end_of_word_suffix="</w>")
    return made


def dropping():
    """One long word with unknown characters that do not fuse, and no unknown token for what is left."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    train(made, 300, ["<s>"], limit_alphabet=40)
    return made


def words():
    made = Tokenizer(models.WordLevel(unk_token="[UNK]"))
    made.normalizer = normalizers.Sequence([normalizers.NFD(), normalizers.StripAccents(), normalizers.Lowercase()])
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.train_from_iterator(sentences(), trainers.WordLevelTrainer(vocab_size=200, special_tokens=["[UNK]", "[EOS]"], show_progress=False))
    made.post_processor = processors.TemplateProcessing(single="$A [EOS]", pair="$A [EOS] $B", special_tokens=[("[EOS]", 1)])
    return made


def split(behavior, pattern, invert=False):
    vocab = {"<unk>": 0, "nurse": 1, "the": 2, " ": 3, "a": 4, "b": 5, " nurse": 6, "nurse ": 7}
    made = Tokenizer(models.WordLevel(vocab, unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.Split(pattern, behavior, invert)
    return made


SMALL = {"gpt2": gpt2, "neox": neox, "roberta": roberta, "llama3": llama3, "llama": byte_fallback, "crossing": lambda: byte_fallback(True), "metaspace": metaspace,
         "affixes": affixes, "dropping": dropping, "words": words, "removed": lambda: split("removed", " "),
         "previous": lambda: split("merged_with_previous", " "), "next": lambda: split("merged_with_next", Regex(r"\s")),
         "contiguous": lambda: split("contiguous", Regex(r"\w"), True)}


def short_digest(text, length):
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def spans(encoding):
    return " ".join(f"{i}:{b}-{e}" for i, (b, e) in zip(encoding.ids, encoding.offsets))


def rest(made, line, encoding):
    """A digest of what is compared besides: tokens, ids without special tokens, and the texts they are read back as."""
    parts = ["\1".join(encoding.tokens), spans(made.encode(line, add_special_tokens=False)), made.decode(encoding.ids),
             made.decode(encoding.ids, skip_special_tokens=False)]
    return short_digest("\n".join(parts), 8)


def packed(data):
    text = json.dumps(data, separators=(",", ":")).encode()
    return struct.pack(">I", len(text)) + zlib.compress(text, 9)


def expected(made, text, is_full=True):
    encodings = [made.encode(line) for line in text]
    result = {"madeBy": ABOUT, "rest": " ".join(rest(made, line, e) for line, e in zip(text, encodings))}
    if not is_full:
        return packed({**result, "digests": " ".join(short_digest(spans(e), 8) for e in encodings)})
    return packed({**result, "ids": [e.ids for e in encodings], "offsets": [[place for span in e.offsets for place in span] for e in encodings]})


ABOUT = f"tokenizers {tokenizers.__version__}, transformers {transformers.__version__}, Python {sys.version.split()[0]}, Unicode {unicodedata.unidata_version}"

# Expressions in Oniguruma's dialect that PCRE reads otherwise, and those of tokenizers in use.
PATTERNS = [trained.LLAMA3, trained.QWEN, trained.GPT4, trained.GPT4O, trained.BLOOM, *trained.DEEPSEEK, *trained.DEEPSEEK3,
            r"[\p{L}&&[^\p{Han}]]+|\p{Han}+", r"[a-z&&[aeiou]]+|.", r"[^a-z&&[^x]]+", r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]]+[\p{Ll}\p{M}]*",
            r"[[a-c][x-z]1]+", r"[^[a-c]x]+", r"[[^a-z]x]+", r"[^[^a-z]x]+", r"[]a]+", r"[()\[\]{}]", r"[a\]b]+",
            r"[\w\h]+", r"[^\W_]+", r"[\S]+", r"[^\s\S]|.", r"[\W_a]+", r"[^\W\d_]+", r"\h+|\H", r"\w+|\s", r"\bx|\B.", r"\d{1,3}(?=(?:\d{3})*\b)",
            r"[[:alpha:]]+|[[:punct:]]", r"[[:^alpha:]]+", r"[[:alnum:]_]+", r"[[:upper:]]+|[[:lower:]]+", r"[[:word:]]+|[[:blank:]]+",
            r"\p{Hiragana}+|\p{Katakana}+", r"\p{Alpha}+|\p{Letter}", r"\P{^L}+", r"\p{^L}+", r"\p{Uppercase_Letter}+|\p{Punctuation}",
            r"\p{N}{1,3}+|x", r"(?:ab){1,2}+|c", r"[ab]{2}+", r"\n+|\t{2,}+", r"(?<!\p{L})\p{L}{2,}?", r"[A-Za-z]?+x", r"a{|{b}|{1,x}",
            r"(?m:.)+", r"(?i)(?m).x", r"^.*$", r"\A.|.\z|\Z", r"(?=(\d{3})+(?!\d))", r"(?<n>a)\k<n>", r"(?#comment)a", r"(?i:'s|'ll)|'S",
            r"\u0061+|\x{62}", r"[\u0061-\u0063]+", r"[\x{61}-\x{63}\-]+",
            r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s"]


def matches(pattern, text):
    """A digest of where a text is cut."""
    made = Tokenizer(models.WordLevel({"<unk>": 0}, unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.Split(Regex(pattern), "isolated")
    return short_digest("\n".join(spans(made.encode(line)) for line in text), 12)


def older(made):
    """The file as older versions wrote it: merges as texts, the model's type not named."""
    data = json.loads(made.to_str())
    data["model"]["merges"] = [" ".join(pair) for pair in data["model"]["merges"]]
    del data["model"]["type"]
    return data


def mended(path):
    """llama2's file holds three merges of spaces that the library cannot read; as pairs it can."""
    data = json.loads(path.read_text(encoding="utf-8"))
    vocab = data["model"].get("vocab")
    for i, merge in enumerate(data["model"].get("merges", [])):
        if isinstance(merge, str):
            cuts = [(merge[:k], merge[k + 1:]) for k, c in enumerate(merge) if c == " "]
            data["model"]["merges"][i] = next(cut for cut in cuts if all(part in vocab for part in cut) and "".join(cut) in vocab)
    return Tokenizer.from_str(json.dumps(data))


# Real tokenizers: the fixture's name, and whose files and settings they are.
REAL = {"gpt2": "gpt2", "gpt-neox-20b": "gpt-neox-20b", "llama2": "llama2", "roberta-base": "roberta-base", "bert-base-cased": "bert-base-cased",
        "bert-base-uncased": "bert-base-uncased"}
REAL_FILES = {"llama2-files": ("llama2/tokenizer.model", "tokenizer.model", transformers.LlamaTokenizerFast, {}),
              # This list has been encoded twice, so that its ids are not those of tokenizer.json.
              "bert-base-cased-files": ("bert-base-cased/vocab_basic_cased.txt", "vocab.txt", transformers.BertTokenizerFast, {"do_lower_case": False})}


def from_file(path):
    return Tokenizer.from_file(str(path))


def small(out, text):
    for name, make in SMALL.items():
        path = out / name / "tokenizer.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            made = make()
            write(path, older(made) if name in ("llama", "neox") else json.loads(made.to_str()))
        (path.parent / "expected.z").write_bytes(expected(from_file(path), text))


def of_types(out, english, text):
    for name, make in trained.KINDS.items():
        path = out / "trained" / name / "tokenizer.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            write(path, json.loads(make(trained.corpus(english)).to_str()))
        assert path.stat().st_size <= 150000, name
        (path.parent / "expected.z").write_bytes(expected(from_file(path), text))


def of_files(out, english, text):
    for name, (make, kind, settings) in filed.FILED.items():
        folder = out / "filed" / name
        if not folder.exists():
            folder.mkdir(parents=True)
            make(folder, out / "trained", trained.corpus(english))
            filed.settings(folder, **settings)
        (folder / "expected.z").write_bytes(b"")
        made = filed.made(folder, kind)
        (folder / "expected.z").write_bytes(expected(made, text))


def of_real(out, real, text):
    (out / "real").mkdir(exist_ok=True)
    for name, folder in REAL.items():
        (out / "real" / f"{name}.z").write_bytes(expected(mended(real / folder / "tokenizer.json"), text, False))
    for name, (source, target, kind, settings) in REAL_FILES.items():
        with tempfile.TemporaryDirectory() as work:
            shutil.copyfile(real / source, Path(work) / target)
            filed.settings(Path(work), **settings)
            (out / "real" / f"{name}.z").write_bytes(expected(filed.made(work, kind), text, False))


def main(out, english, real):
    out.mkdir(parents=True, exist_ok=True)
    lines = nasty.everything()
    write(out / "text.json", {"madeBy": ABOUT, "lines": lines, "newer": nasty.newer()})
    text = [nasty.well_formed(line) for line in lines]
    write(out / "patterns.json", {"madeBy": ABOUT, "patterns": {pattern: matches(pattern, text) for pattern in PATTERNS}})
    small(out, text)
    of_types(out, english, text)
    of_files(out, english, text)
    if real:
        of_real(out, real, text)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
