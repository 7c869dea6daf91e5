// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/JsonPart.h"

namespace cw {

class TokenizerSettings;

/// A folder's tokenizer as tokenizer.json describes one: that file itself, or what `transformers` makes of
/// tokenizer.model or spiece.model (SentencePiece), of vocab.json with merges.txt, or of vocab.txt. Throws Error of
/// kind File when none of them is there, or as the file at hand deserves.
JsonPart tokenizerSource(const QString &folder, const TokenizerSettings &settings);

/// Byte-pair encodings in two files, in the manner of GPT-2, RoBERTa, Qwen or the first GPT.
JsonPart bytePairSource(const QString &vocabulary, const QString &merges, const TokenizerSettings &settings);
/// BERT's list of word pieces, one a line.
JsonPart wordPieceSource(const QString &vocabulary, const TokenizerSettings &settings);
/// SentencePiece's message, in the manner of Llama, Gemma or T5.
JsonPart sentencePieceSource(const QString &path, const TokenizerSettings &settings);

} // namespace cw
