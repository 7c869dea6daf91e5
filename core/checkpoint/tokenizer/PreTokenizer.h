// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/Pieces.h"

namespace cw {

class JsonPart;

/// Cuts a text into the pieces that the model sees one by one.
class PreTokenizer {
public:
    virtual ~PreTokenizer() = default;
    virtual void apply(Pieces &pieces) const = 0;
};

/// The pre-tokenizer that a part of tokenizer.json describes; nothing for null. Throws Error of kind Format or
/// Unsupported.
std::unique_ptr<const PreTokenizer> readPreTokenizer(const JsonPart &part);

/// GPT-2's: words with their leading space, each byte as a letter.
std::unique_ptr<const PreTokenizer> byteLevel(const JsonPart &part);
/// SentencePiece's: spaces become a visible letter, words are cut before it.
std::unique_ptr<const PreTokenizer> metaspace(const JsonPart &part);
/// Cuts at the matches of a pattern.
std::unique_ptr<const PreTokenizer> patternSplit(const JsonPart &part);
/// Cuts by the class of characters: Whitespace, WhitespaceSplit, Digits, Punctuation. Nothing for another type.
std::unique_ptr<const PreTokenizer> classSplit(const QString &type, const JsonPart &part);

} // namespace cw
