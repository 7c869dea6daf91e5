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
/// BERT's: words between spaces, each character of punctuation by itself.
std::unique_ptr<const PreTokenizer> bertWords(const JsonPart &part);
/// Runs of word characters and runs of all else but spaces: `\w+|[^\w\s]+`.
std::unique_ptr<const PreTokenizer> wordSplit(const JsonPart &part);
/// Cuts at single characters of a class.
std::unique_ptr<const PreTokenizer> spaceSplit(const JsonPart &part);
std::unique_ptr<const PreTokenizer> punctuationSplit(const JsonPart &part);
std::unique_ptr<const PreTokenizer> digitSplit(const JsonPart &part);
/// Cuts at one character.
std::unique_ptr<const PreTokenizer> delimiterSplit(const JsonPart &part);
/// Cuts where one script follows another.
std::unique_ptr<const PreTokenizer> scriptSplit(const JsonPart &part);

} // namespace cw
