// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace cw {

/// A half-open range of Unicode code points of the input text.
struct Span {
    int begin = 0;
    int end = 0;
};

/// A text as tokens. offsets say where each token stands in the text; special tokens that were added stand at [0, 0).
struct Encoding {
    std::vector<std::int64_t> ids;
    std::vector<QString> tokens;
    std::vector<Span> offsets;
    int addedBefore = 0; ///< special tokens put in front, such as BOS
    int addedAfter = 0;  ///< special tokens put behind, such as EOS
};

/// Turns text into token ids and back, as the Hugging Face `tokenizers` library does for the same files.
class Tokenizer {
public:
    /// Reads tokenizer.json of folder; without it, what the model came with instead: SentencePiece's tokenizer.model or
    /// spiece.model, vocab.json with merges.txt, or vocab.txt. Throws Error of kind File or Format naming the file and
    /// the missing part, or Unsupported naming the part that is not known.
    static std::shared_ptr<const Tokenizer> open(const QString &folder);

    /// The same for the bytes of a tokenizer.json at hand; path says where they come from.
    static std::shared_ptr<const Tokenizer> fromJson(const QByteArray &json, const QString &path);

    ~Tokenizer();
    /// special: add BOS, CLS, SEP as the file's post-processor says. Special tokens inside the text are recognised.
    Encoding encode(const QString &text, bool special = true) const;
    /// The tokens of a text that goes on from another one: no special tokens around it and no space put in front.
    Encoding encodeContinuation(const QString &text) const;
    /// The text of ids; special tokens are left out unless asked for, ids outside the vocabulary always.
    QString decode(const std::vector<std::int64_t> &ids, bool special = false) const;
    /// The token as it stands in the vocabulary; empty outside it.
    QString token(std::int64_t id) const;
    std::int64_t size() const;
    /// The token that a masked model fills in, as the files beside name it or by a name in use; nothing without one.
    std::optional<std::int64_t> maskId() const;

private:
    struct Parts;
    explicit Tokenizer(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace cw
