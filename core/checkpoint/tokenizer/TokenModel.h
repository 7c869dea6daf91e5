// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/Pieces.h"

namespace cw {

class JsonPart;
class Vocabulary;

/// A token that a model found in a piece: its id and the UTF-16 units it covers there.
struct ModelToken {
    std::int64_t id = 0;
    Range units;
    bool isUnlisted = false; ///< its text is the piece's own, not the vocabulary's
};

/// Turns one piece of text into tokens. Safe to use from several threads.
class TokenModel {
public:
    virtual ~TokenModel() = default;
    virtual const Vocabulary &vocabulary() const = 0;
    /// Appends the tokens of a piece that is not empty, their units counted from its beginning.
    virtual void tokenize(QStringView piece, std::vector<ModelToken> &tokens) const = 0;
};

/// The model that the part "model" of tokenizer.json describes; files of older versions do not name its type. Throws
/// Error of kind Format or Unsupported.
std::unique_ptr<const TokenModel> readTokenModel(const JsonPart &part);

/// Byte-pair encoding (Sennrich et al. 2016), with unknown characters, byte fallback and affixes as the file says.
std::unique_ptr<const TokenModel> bpeModel(const JsonPart &part);
/// Whole pieces looked up in a list.
std::unique_ptr<const TokenModel> wordLevelModel(const JsonPart &part);
/// The longest known beginning of a word, then the longest known ones that go on from there (Schuster and Nakajima
/// 2012).
std::unique_ptr<const TokenModel> wordPieceModel(const JsonPart &part);
/// The likeliest way to cut a piece into tokens of known probability (Kudo 2018).
std::unique_ptr<const TokenModel> unigramModel(const JsonPart &part);

/// Throws Error of kind Input: a word is unknown, and there is no token for such.
[[noreturn]] void throwUnknownWord(QStringView word);

} // namespace cw
