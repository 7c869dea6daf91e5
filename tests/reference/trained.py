# SPDX-License-Identifier: GPL-3.0-or-later
"""Small tokenizers of the types in use, trained on English."""
import json
import lzma
import tempfile
import unicodedata
from pathlib import Path

import sentencepiece
from sentencepiece import sentencepiece_model_pb2
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

CODE = ["def total(items):\n    return sum(item.price for item in items)\n",
        "for (int i = 0; i < n; ++i) {\n\t\tx[i] += 3.14 * y[i];\n}\n", "if name == 'nurse':\n        she = True\n"]
FOREIGN = ["Die Ärztin öffnete müde die Tür.", "L'infirmière préfère le café à l'été.", "Врач сказал, что она устала.",
           "看護師は彼女が来ると言った。", "הרופא אמר שהיא עייפה", "قال الطبيب إنها متعبة", "한국어 문장도 있어요 👍🏽"]

LLAMA3 = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")
QWEN = LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}")
GPT4 = r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+"
GPT4O = (r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
         r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|"
         r"\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+")
BLOOM = r" ?[^(\s|[.,!?…。，、।۔،])]+"
DEEPSEEK = [r"[\r\n]", r"\s?\p{L}+", r"\s?\p{P}+", r"[一-龥ࠀ-一가-퟿]+"]
DEEPSEEK3 = [r"\p{N}{1,3}", r"[一-龥぀-ゟ゠-ヿ]+",
             r"[!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"]


def corpus(path, parts=4, size=100000):
    """Stretches of the text, so that books, biographies and textbooks are in it."""
    text = lzma.open(path, "rt", encoding="utf-8").read()
    step = len(text) // parts
    return [line for i in range(parts) for line in text[i * step + step // 2:][:size].split("\n")] + CODE * 8 + FOREIGN * 8


def bpe(lines, vocab, specials, pre_tokenizer, **kwargs):
    made = Tokenizer(models.BPE(**kwargs))
    made.pre_tokenizer = pre_tokenizer
    made.train_from_iterator(lines, trainers.BpeTrainer(vocab_size=vocab, special_tokens=specials, show_progress=False,
                                                        initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    made.decoder = decoders.ByteLevel()
    return made


def split(*patterns, then=None):
    return pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(pattern), "isolated") for pattern in patterns] +
                                   [then or pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])


def gpt2(lines):
    made = bpe(lines, 1500, ["<|endoftext|>"], pre_tokenizers.ByteLevel(add_prefix_space=False))
    made.post_processor = processors.ByteLevel(trim_offsets=False)
    return made


def codegen(lines):
    """GPT-2's with added tokens for runs of spaces and tabs, which are not special."""
    made = gpt2(lines)
    made.add_tokens([AddedToken(" " * n, normalized=True) for n in range(31, 1, -1)] + [AddedToken("\t" * n, normalized=True) for n in range(9, 1, -1)])
    return made


def roberta(lines):
    made = bpe(lines, 1500, ["<s>", "<pad>", "</s>", "<unk>", AddedToken("<mask>", lstrip=True, special=True)],
               pre_tokenizers.ByteLevel(add_prefix_space=False))
    made.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), trim_offsets=True, add_prefix_space=False)
    return made


def llama3(lines):
    made = bpe(lines, 1500, ["<|begin_of_text|>", "<|eot_id|>", "<|endoftext|>"], split(LLAMA3), ignore_merges=True)
    made.post_processor = processors.Sequence([processors.ByteLevel(trim_offsets=True), processors.TemplateProcessing(
        single="<|begin_of_text|> $A", pair="<|begin_of_text|> $A <|begin_of_text|> $B", special_tokens=[("<|begin_of_text|>", 0)])])
    return made


def qwen(lines):
    made = bpe(lines, 1500, ["<|endoftext|>", "<|im_start|>", "<|im_end|>"], split(QWEN))
    made.normalizer = normalizers.NFC()
    made.post_processor = processors.ByteLevel(trim_offsets=False)
    return made


def by_patterns(*patterns, then=None):
    return lambda lines: bpe(lines, 1000, ["<|endoftext|>"], split(*patterns, then=then))


def starcoder(lines):
    return bpe(lines, 1000, ["<|endoftext|>", "<fim_prefix>"], pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True),
                                                                                        pre_tokenizers.ByteLevel(add_prefix_space=False)]))


def llama(lines):
    made = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True, fuse_unk=True))
    made.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="never")
    pieces = ["<unk>", "<s>", "</s>"] + [f"<0x{byte:02X}>" for byte in range(256)]
    made.train_from_iterator(lines, trainers.BpeTrainer(vocab_size=1700, special_tokens=pieces, show_progress=False, limit_alphabet=200))
    data = json.loads(made.to_str())
    data["pre_tokenizer"] = None
    data["added_tokens"] = data["added_tokens"][:3]  # byte tokens belong to the vocabulary
    made = Tokenizer.from_str(json.dumps(data))
    made.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)])
    made.post_processor = processors.TemplateProcessing(single="<s> $A", pair="<s> $A <s> $B", special_tokens=[("<s>", 1)])
    return made


def mistral(lines):
    """The newer form: metaspace before the first word only, never cut."""
    made = llama(lines)
    made.normalizer = None
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first", split=False)
    return made


def gemma(lines):
    made = llama(lines)
    made.normalizer = normalizers.Replace(" ", "▁")
    made.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")
    return made


def bert(lower):
    def make(lines):
        made = Tokenizer(models.WordPiece(unk_token="[UNK]"))
        made.normalizer = normalizers.BertNormalizer(lowercase=lower)
        made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        made.train_from_iterator(lines, trainers.WordPieceTrainer(vocab_size=2500, special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"],
                                                                  limit_alphabet=300, show_progress=False))
        made.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1",
                                                            special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
        made.decoder = decoders.WordPiece()
        return made
    return make


def openai_gpt(lines):
    made = Tokenizer(models.BPE(unk_token="<unk>", end_of_word_suffix="</w>"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.train_from_iterator(lines, trainers.BpeTrainer(vocab_size=2000, special_tokens=["<unk>"], end_of_word_suffix="</w>", limit_alphabet=200,
                                                        show_progress=False))
    made.decoder = decoders.BPEDecoder(suffix="</w>")
    return made


def rules():
    """A table of replacements like SentencePiece's nmt_nfkc, for the characters of a few blocks: the whole one is 240 kB."""
    table = {chr(c): " " for c in (0x09, 0x0A, 0x0C, 0x0D, 0x1680, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF, 0xFFFD, 0x2581)}
    table.update({chr(c): "" for c in [*range(1, 9), 0x0B, *range(0x0E, 0x20), 0x7F, 0x8F, 0x9F]})
    blocks = [(0xA0, 0x180), (0x1C4, 0x1F4), (0x340, 0x345), (0x2000, 0x2070), (0x2070, 0x20A0), (0x2100, 0x2190), (0x2460, 0x2500), (0x3000, 0x3100),
              (0x32D0, 0x3300), (0xFB00, 0xFB50), (0xFF00, 0xFFF0), (0x1D400, 0x1D434), (0x1E80, 0x1EFA)]
    for first, last in blocks:
        for c in map(chr, range(first, last)):
            for form in {c, unicodedata.normalize("NFD", c)}:
                if (result := unicodedata.normalize("NFKC", form)) != form and form not in table:
                    table[form] = result
    return "".join(" ".join(f"{ord(c):X}" for c in key) + "\t" + " ".join(f"{ord(c):X}" for c in value) + "\n" for key, value in sorted(table.items()))


def pieces(lines, **kwargs):
    """What SentencePiece trains: its message."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "rules.tsv"
        table.write_text(rules(), encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(sentence_iterator=iter(line for line in lines if line), model_prefix=f"{folder}/m", minloglevel=2,
                                                 normalization_rule_tsv=str(table), num_threads=1, **kwargs)
        message = sentencepiece_model_pb2.ModelProto()
        message.ParseFromString(Path(f"{folder}/m.model").read_bytes())
        return message


def unigram(message, tail=(), byte_fallback=False, score=lambda piece: piece.score):
    made = Tokenizer(models.Unigram([(p.piece, score(p)) for p in message.pieces] + [(token, 0.0) for token in tail],
                                    message.trainer_spec.unk_id, byte_fallback))
    made.add_special_tokens([p.piece for p in message.pieces if p.type in (2, 3)] + list(tail))
    return made


def t5(lines):
    message = pieces(lines, vocab_size=2200, character_coverage=0.9995, pad_id=0, eos_id=1, unk_id=2, bos_id=-1)
    made = unigram(message, [f"<extra_id_{i}>" for i in range(9, -1, -1)])
    made.normalizer = normalizers.Sequence([normalizers.Precompiled(message.normalizer_spec.precompiled_charsmap), normalizers.Strip(left=False, right=True),
                                            normalizers.Replace(Regex(" {2,}"), "▁")])
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    made.decoder = decoders.Metaspace(prepend_scheme="always")
    made.post_processor = processors.TemplateProcessing(single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", 1)])
    return made


def xlnet(lines):
    """Byte fallback and one long piece, after a normalizer of many steps."""
    message = pieces(lines, vocab_size=1500, character_coverage=0.998, byte_fallback=True, user_defined_symbols=["<sep>", "<cls>"])
    made = unigram(message, byte_fallback=True)
    made.normalizer = normalizers.Sequence([normalizers.Replace("``", '"'), normalizers.Replace("''", '"'), normalizers.NFKD(), normalizers.StripAccents(),
                                            normalizers.Lowercase(), normalizers.Precompiled(message.normalizer_spec.precompiled_charsmap),
                                            normalizers.Replace(Regex(" {2,}"), " ")])
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
    made.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Metaspace(prepend_scheme="always")])
    ids = {p.piece: i for i, p in enumerate(message.pieces)}
    made.post_processor = processors.TemplateProcessing(single="$A <sep> <cls>:2", pair="$A <sep> $B:1 <sep>:1 <cls>:2",
                                                        special_tokens=[("<sep>", ids["<sep>"]), ("<cls>", ids["<cls>"])])
    return made


def scripts(lines):
    """The rarer steps: SentencePiece's scripts, machine translation's cleaning, a delimiter, punctuation that stays with its word."""
    made = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=12))
    made.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), normalizers.Strip()])
    made.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.UnicodeScripts(), pre_tokenizers.CharDelimiterSplit("-"), pre_tokenizers.WhitespaceSplit(),
                                                  pre_tokenizers.Punctuation("merged_with_previous"), pre_tokenizers.Digits()])
    made.train_from_iterator(lines, trainers.WordPieceTrainer(vocab_size=900, special_tokens=["[UNK]"], limit_alphabet=120, show_progress=False))
    made.post_processor = processors.BertProcessing(("[UNK]", 0), ("[UNK]", 0))
    made.decoder = decoders.WordPiece(cleanup=False)
    return made


def letters(lines):
    """Bytes as letters by the normalizer, whose lines the pre-tokenizer cuts."""
    made = Tokenizer(models.BPE())
    made.normalizer = normalizers.ByteLevel()
    made.pre_tokenizer = pre_tokenizers.Split("Ċ", "merged_with_previous")
    made.train_from_iterator([line[:80] for line in lines], trainers.BpeTrainer(vocab_size=700, show_progress=False, initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
    made.decoder = decoders.ByteLevel()
    return made


KINDS = {"gpt2": gpt2, "codegen": codegen, "roberta": roberta, "llama3": llama3, "qwen": qwen, "gpt4": by_patterns(GPT4), "gpt4o": by_patterns(GPT4O),
         "bloom": by_patterns(BLOOM), "deepseek": by_patterns(*DEEPSEEK), "deepseek3": by_patterns(*DEEPSEEK3), "starcoder": starcoder, "llama": llama,
         "mistral": mistral, "gemma": gemma, "bert-cased": bert(False), "bert-uncased": bert(True), "openai-gpt": openai_gpt, "t5": t5, "xlnet": xlnet,
         "scripts": scripts, "letters": letters}


def write(path, data):
    path.write_text(json.dumps(data, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")
