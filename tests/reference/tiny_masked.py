# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/measures/models: two tiny masked models whose tokenizers cut words into pieces, WordPiece with BERT
and byte-level BPE with RoBERTa. By transformers 4.57.6, tokenizers 0.22.2, torch 2.8.0; run from this folder:

    python tiny_masked.py
"""

import pathlib
import string

import tokenizers
import transformers as hf
from tokenizers import decoders, models, normalizers, pre_tokenizers, processors, trainers

from checkpoints import randomise

OUT = pathlib.Path("../data/measures/models")
SIZES = dict(num_hidden_layers=2, hidden_size=16, num_attention_heads=2, intermediate_size=24)
WORDS = "the a and he she his her him they was is my on of to in man woman girl boy pilot uncle aunt ##er ##ing".split()


def wordpiece():
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *string.ascii_lowercase, *".,'\"!-"]
    pieces += ["##" + letter for letter in string.ascii_lowercase] + [word for word in WORDS if len(word) > 1]
    tokenizer = tokenizers.Tokenizer(models.WordPiece({p: i for i, p in enumerate(pieces)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece(prefix="##")
    tokenizer.add_special_tokens(pieces[:5])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    config = hf.BertConfig(vocab_size=len(pieces), max_position_embeddings=128, pad_token_id=0, **SIZES)
    return tokenizer, hf.BertForMaskedLM(config)


def byte_level():
    tokenizer = tokenizers.Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=330, special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
                                  initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
    words = " he she his her him they the a was is and ".split()
    tokenizer.train_from_iterator([" " + " ".join(WORDS[:21] + words)] * 4, trainer)
    tokenizer.add_special_tokens([tokenizers.AddedToken("<mask>", lstrip=True, special=True)])
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=False)
    config = hf.RobertaConfig(vocab_size=tokenizer.get_vocab_size(), max_position_embeddings=162, pad_token_id=1,
                              bos_token_id=0, eos_token_id=2, type_vocab_size=1, **SIZES)
    return tokenizer, hf.RobertaForMaskedLM(config)


for name, (tokenizer, model) in {"wordpiece": wordpiece(), "bytes": byte_level()}.items():
    folder = OUT / name
    folder.mkdir(parents=True, exist_ok=True)
    randomise(model)
    model.eval().save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
