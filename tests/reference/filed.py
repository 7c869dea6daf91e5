# SPDX-License-Identifier: GPL-3.0-or-later
"""Tokenizers without tokenizer.json, and what `transformers` makes of their files."""
import json
import tempfile
from pathlib import Path

import sentencepiece
from tokenizers import Tokenizer
from transformers import (BertTokenizerFast, CodeGenTokenizerFast, GemmaTokenizerFast, GPT2TokenizerFast, LlamaTokenizerFast, OpenAIGPTTokenizerFast,
                          Qwen2TokenizerFast, RobertaTokenizerFast, T5TokenizerFast)

from trained import rules


def settings(folder, **values):
    if values:
        (folder / "tokenizer_config.json").write_text(json.dumps(values) + "\n", encoding="utf-8")


def of_model(kind):
    """vocab.json and merges.txt, or vocab.txt, of a trained tokenizer."""
    def make(folder, trained, _):
        Tokenizer.from_file(str(trained / kind / "tokenizer.json")).model.save(str(folder))
    return make


def of_pieces(name, **options):
    """A SentencePiece model of small size."""
    def make(folder, _, lines):
        with tempfile.TemporaryDirectory() as work:
            if options.pop("rules", False):
                table = Path(work) / "rules.tsv"
                table.write_text(rules(), encoding="utf-8")
                options["normalization_rule_tsv"] = str(table)
            sentencepiece.SentencePieceTrainer.train(sentence_iterator=iter(line for line in lines if line), model_prefix=f"{work}/m", minloglevel=2,
                                                     num_threads=1, **options)
            (folder / name).write_bytes(Path(f"{work}/m.model").read_bytes())
    return make


LLAMA = dict(model_type="bpe", vocab_size=1500, byte_fallback=True, normalization_rule_name="identity", remove_extra_whitespaces=False, split_digits=True,
             allow_whitespace_only_pieces=True, character_coverage=0.9995, user_defined_symbols=["<tag>", "[EOS]"])
GEMMA = dict(LLAMA, pad_id=0, eos_id=1, bos_id=2, unk_id=3, pad_piece="<pad>", eos_piece="<eos>", bos_piece="<bos>", add_dummy_prefix=False,
             user_defined_symbols=["<mask>", "\n\n", "  ", "    ", "<start_of_turn>", "<end_of_turn>"])

FILED = {
    "gpt2-files": (of_model("gpt2"), GPT2TokenizerFast, dict(tokenizer_class="GPT2Tokenizer")),
    "gpt2-bare-files": (of_model("gpt2"), GPT2TokenizerFast, {}),
    "opt-files": (of_model("roberta"), GPT2TokenizerFast, dict(tokenizer_class="GPT2Tokenizer", add_bos_token=True, bos_token="</s>", eos_token="</s>",
                                                               unk_token="</s>", pad_token="<pad>", add_prefix_space=True)),
    "codegen-files": (of_model("codegen"), CodeGenTokenizerFast, dict(
        tokenizer_class="CodeGenTokenizer", added_tokens_decoder={str(1500 + i): dict(content=" " * n, lstrip=False, rstrip=False, single_word=False,
                                                                                      normalized=True, special=False) for i, n in enumerate(range(9, 1, -1))})),
    "roberta-files": (of_model("roberta"), RobertaTokenizerFast, dict(tokenizer_class="RobertaTokenizer")),
    "roberta-bare-files": (of_model("roberta"), RobertaTokenizerFast, {}),
    "qwen-files": (of_model("qwen"), Qwen2TokenizerFast, dict(tokenizer_class="Qwen2Tokenizer", added_tokens_decoder={
        "1": dict(content="<|im_start|>", lstrip=False, rstrip=False, single_word=False, normalized=False, special=True),
        "1500": dict(content="<tag>", lstrip=False, rstrip=True, single_word=False, normalized=False, special=False)})),
    "openai-files": (of_model("openai-gpt"), OpenAIGPTTokenizerFast, {}),
    "bert-files": (of_model("bert-uncased"), BertTokenizerFast, {}),
    "bert-cased-files": (of_model("bert-cased"), BertTokenizerFast, dict(do_lower_case=False, tokenize_chinese_chars=False, strip_accents=True)),
    "llama-files": (of_pieces("tokenizer.model", **LLAMA), LlamaTokenizerFast, {}),
    "llama-new-files": (of_pieces("tokenizer.model", **LLAMA), LlamaTokenizerFast, dict(tokenizer_class="LlamaTokenizer", legacy=False, add_eos_token=True)),
    "gemma-files": (of_pieces("tokenizer.model", **GEMMA), GemmaTokenizerFast, dict(tokenizer_class="GemmaTokenizer")),
    "t5-files": (of_pieces("spiece.model", rules=True, vocab_size=1500, character_coverage=0.9995, pad_id=0, eos_id=1, unk_id=2, bos_id=-1), T5TokenizerFast,
                 dict(extra_ids=10)),
}


def made(folder, kind):
    """The tokenizer that transformers makes of a folder's files."""
    return kind.from_pretrained(str(folder)).backend_tokenizer
