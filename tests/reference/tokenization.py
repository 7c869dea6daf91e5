#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/tokenizers: small tokenizers, a nasty text, and what the `tokenizers` library makes of it.

    tokenization.py OUT [FOLDER]

FOLDER holds real tokenizers (gpt2, gpt-neox-20b, llama2, roberta-base); of those only digests are stored.
"""
import hashlib
import json
import random
import sys
import unicodedata
from pathlib import Path

import tokenizers
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

JOBS = "nurse doctor engineer secretary carpenter librarian programmer teacher plumber designer cashier judge".split()
VERBS = "said asked knew wrote promised remembered explained believed".split()
THINGS = "the report was late|it would rain|the door was open|nobody had seen the cat|the code didn't work".split("|")
CODE = ["def total(items):\n    return sum(item.price for item in items)\n",
        "for (int i = 0; i < n; ++i) {\n\t\tx[i] += 3.14 * y[i];\n}\n", "if name == 'nurse':\n        she = True\n"]
FOREIGN = ["Die Ärztin öffnete müde die Tür.", "L'infirmière préfère le café à l'été.", "Врач сказал, что она устала.",
           "看護師は彼女が来ると言った。", "הרופא אמר שהיא עייפה", "قال الطبيب إنها متعبة", "한국어 문장도 있어요 👍🏽"]


def corpus(seed=7):
    rng = random.Random(seed)
    lines = []
    for _ in range(400):
        lines.append(f"The {rng.choice(JOBS)} {rng.choice(VERBS)} that {rng.choice(THINGS)}, and "
                     f"{rng.choice(['he', 'she', 'they'])} went home at {rng.randint(1, 12)} o'clock.")
    return lines + CODE * 12 + FOREIGN * 6


PLAIN = """The nurse said that|The nurse said that she|The doctor's nurse's aide|I'm sure they'll've we'd don't can't it's 'tis 's
 leading space|trailing space |  two leading|two trailing  |a  b   c    d     e|1234567890|3.14159 1,000,000|x=1;y=2;z=x+y
Hello, world!|HELLO WORLD|CamelCaseAndsnake_case|http://example.org/a?b=c&d=e#f|someone@example.org|$100 €20 £5 ¥300|50% of 1/2 ½ ¾ ²³
naïve café résumé|Ångström Ωmega|straße STRASSE ẞ|İstanbul ıspanak|ŉ ǰ ΐ ΰ|ﬁ ﬂ ﬀ ﬃ|Ⅷ ⅷ ① Ⓐⓐ|ªº|µ μ|Ǆ ǅ ǆ
Привет, мир!|Ёлка ё|українська її|ქართული|Ελληνικά ΆΈΉ|Հայերեն|你好，世界！|中文没有空格|日本語のテキスト|カタカナ ﾊﾝｶｸ|한국어 텍스트|각 각|ไทยไม่มีช่องว่าง
שלום עולם|مرحبا بالعالم|السَّلامُ عَلَيْكُمْ|हिन्दी में पाठ|বাংলা|தமிழ்|తెలుగు|ಕನ್ನಡ|മലയാളം|ខ្មែរ|မြန်မာ|አማርኛ|ᚠᚢᚦ|𐍈𐌰𐌽|𝒳𝓎𝔷 𝟘𝟙|𠀀𠀁|𓀀𓀁
😀|😀😃😄|👍🏽|👨‍👩‍👧‍👦|🏳️‍🌈|🤦🏽‍♂️|🇩🇪🇫🇷|1️⃣2️⃣|☂️☔|a😀b|a 😀 b|😀 nurse 😀|👩🏿‍⚕️ said she|♀ ♂ ⚧
def f(x):|    return x**2|if (a && b) { c[0] = '\\n'; }|<div class="a">&amp;</div>|// comment|/* x */|#include <vector>|a->b::c|x != y <= z|lambda x: x or None
--flag=value -x|~/.config|C:\\Users\\nurse|{"key": [1, 2.5, null]}|`code`|**bold** _it_|- item|=====|-----|.....|!!!???|"quotes" 'single' “curly” ‘ones’ «guillemets»
…|—|–|‐‑‒|•·∙|™®©|°C|±×÷≠≈∞|→←↑↓|█▓▒░|♠♥♦♣|☃|✓✗|⠓⠑⠇⠇⠕
<s>|</s>|<unk>|<|endoftext|>|a<s>b</s>c|<s> <s>|  <s>  |<mask>|the <mask> said|the  <mask>  said|<mask><mask>|<|endoftext|><|endoftext|>|a <|endoftext|> b|<|endof|<pad>|[EOS] x [UNK]|<0x41>|<0x0A> <0xZZ>|▁|▁a▁▁b|a▁b c|Ġ|ĠaĊb|<tag>x|xtag tag tags
tolower TOLOWER ΣΑΣ|Å Å Å|ﷺ|ỆỆ Ệ|q̣̇ q̣̇|각|ᄀᆨ각|각ᆨ|क़ ཀྵ|ö̧ ö̧|à̖ à̖|à́|ÅÅ"""

ESCAPED = ["", " ", "  ", "   ", " " * 24, " " * 25, " " * 60, "\t", "\n", "\r", "\r\n", "\n\n\n", "\t\t", " \t ", "a\tb", "a\nb", "a\r\nb",
           "a\n\nb", "a \n b", "a  \n  b", "\n a", "a \n", "a\n ", "  \n", "\n  ", " \n \n ", "a\u00a0b", "a \u00a0 b", "\u3000a\u3000",
           "a\u2003b\u2009c", "a\u2028b\u2029c", "a\u0085b", "a\u180eb \u180e", "a\u200bb", "a\u200db\u200cc", "\ufeffa", "a\ufeffb",
           "\u00ad", "soft\u00adhyphen", "\u0000", "a\u0000b", "\u0001\u0002\u001f", "\u007f\u0080\u009f", "\u000b\u000c", "a\u001cb\u001d",
           "\ufffd", "\ufffe\uffff", "\U0010ffff", "e\u0301", "e\u0301e\u0301", "e\u0323\u0302", "e\u0302\u0323", "\u0301", "\u0301a", " \u0301",
           "a\u0301\u0301\u0301", "\u1100\u1161\u11a8", "\u1100 \u1161", "\u0344", "\u212b\u2126\u212a", "\u1e9b\u0323", "\u0958", "\u0fb2\u0f81",
           "\U0001d15e\U0001d160", "\ufb1d\ufb2a", "x\u0338=\u0338", "\u202eright\u202c", "\u2066a\u2069", "\u061c", "a\u034fb", "\ufe0f",
           "\u20e3", "\U000e0001\U000e0067", "\U0001f468\u200d", "\u200d\U0001f468", "a" * 300, "ab" * 150, "the" * 120, "nurse " * 40,
           "0" * 200, "!" * 200, "\u00e9" * 100, "e\u0301" * 60, "\U0001f600" * 50, "\u4e2d" * 90, "'" * 30, "''s's''s", "'S 'T 'LL", "\u2019s",
           "a" * 63, "a" * 64, "a" * 65, "x" + " " * 30 + "y", "x" + "\n" * 30 + "y", "x" + "\t \n" * 10 + "y", "\u00c0\u0327", "\u0041\u0327\u0300"]

SPECIALS = ["<s>", "</s>", "<|endoftext|>", "<mask>", "<tag>", "[EOS]"]
ALPHABET = (list("abcdeinorstuAEI019 .,'-_\"") + [" ", "  ", "   ", "\n", "\t", "\r\n", "\u00a0", "the ", " nurse", "'s", "'ll", " she"] +
            list("éüñßİıяЖ中文日本한글אבاب") + [chr(c) for c in (0x300, 0x301, 0x302, 0x323, 0x327, 0x338, 0x345, 0x5b0, 0x64b, 0x94d, 0x1100,
            0x1161, 0x11a8, 0xac00, 0x200b, 0x200c, 0x200d, 0xfe0f, 0x1f3fd, 0x1f600, 0x1f469, 0x2f800, 0x1d15f, 0x1e9b, 0x212b, 0x2160, 0xbd,
            0x25, 0x7f, 0x85, 0x2581, 0x3000, 0xff21, 0xfb01, 0x1fd3, 0x390, 0x958, 0x9cb, 0x9be, 0x9c7)] + SPECIALS)


def lines():
    text = [line for row in PLAIN.split("\n") for line in row.replace("<|endoftext|>", "\0E").replace("<|endof", "\0H").split("|")]
    text = [line.replace("\0E", "<|endoftext|>").replace("\0H", "<|endof") for line in text] + ESCAPED
    return list(dict.fromkeys(text))


def mixed(seed=11, count=300):
    rng = random.Random(seed)
    return ["".join(rng.choices(ALPHABET, k=rng.randint(1, 30))) for _ in range(count)]


def byte_level(vocab, specials, **kwargs):
    made = Tokenizer(models.BPE(**kwargs))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    train(made, vocab, specials, initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    made.decoder = decoders.ByteLevel()
    return made


def train(made, vocab, specials, **kwargs):
    trainer = trainers.BpeTrainer(vocab_size=vocab, special_tokens=specials, show_progress=False, **kwargs)
    made.train_from_iterator(corpus(), trainer)


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
    made.train_from_iterator(corpus(), trainers.WordLevelTrainer(vocab_size=200, special_tokens=["[UNK]", "[EOS]"], show_progress=False))
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
DIGESTS_ONLY = {"removed", "previous", "next", "contiguous", "dropping", "roberta", "crossing"}


def digest(encoding):
    text = " ".join(f"{i}:{b}-{e}" for i, (b, e) in zip(encoding.ids, encoding.offsets))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def text_digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def expected(made, text, full):
    encodings = [made.encode(line) for line in text]
    result = {"digests": " ".join(digest(e) for e in encodings),
              "decoded": " ".join(text_digest(made.decode(e.ids)) for e in encodings),
              "decodedWithSpecial": " ".join(text_digest(made.decode(e.ids, skip_special_tokens=False)) for e in encodings),
              "withoutSpecial": " ".join(digest(made.encode(line, add_special_tokens=False)) for line in text)}
    if full:
        result["ids"] = [e.ids for e in encodings[:full]]
        result["offsets"] = [[place for span in e.offsets for place in span] for e in encodings[:full]]
    return result


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


def write(path, data):
    path.write_text(json.dumps(data, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")


def main(out, real):
    out.mkdir(parents=True, exist_ok=True)
    plain = lines()
    text = plain + mixed()
    assert len(plain) >= 200
    about = f"tokenizers {tokenizers.__version__}, Python {sys.version.split()[0]}, Unicode {unicodedata.unidata_version}"
    write(out / "text.json", {"madeBy": about, "plain": len(plain), "lines": text})
    for name, make in SMALL.items():
        made = make()
        folder = out / name
        folder.mkdir(exist_ok=True)
        write(folder / "tokenizer.json", older(made) if name in ("llama", "neox") else json.loads(made.to_str()))
        assert (folder / "tokenizer.json").stat().st_size <= 60000, name
        made = Tokenizer.from_file(str(folder / "tokenizer.json"))
        write(folder / "expected.json", {"madeBy": about, **expected(made, text, 0 if name in DIGESTS_ONLY else len(plain))})
    for name in ("gpt2", "gpt-neox-20b", "llama2", "roberta-base"):
        if real and (real / name).exists():
            (out / "real").mkdir(exist_ok=True)
            write(out / "real" / f"{name}.json", {"madeBy": about, **expected(mended(real / name / "tokenizer.json"), text, 0)})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
