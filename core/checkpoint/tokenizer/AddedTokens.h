// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/Pieces.h"
#include "core/checkpoint/tokenizer/TokenTrie.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace cw {

class JsonPart;
class Normalizer;
class Vocabulary;

/// The tokens that are found in a text before the model sees it: special ones and, say, NeoX's runs of spaces.
class AddedTokens {
public:
    /// Ids of tokens that the vocabulary lacks follow on its last, in the order of the list, as the reference gives
    /// them. mask: a token of the vocabulary that is special even if the list lacks it.
    AddedTokens(const JsonPart &list, const Vocabulary &vocabulary, const Normalizer *normalizer, const QString &mask);

    /// Claims the tokens that are looked for in the text as it was written.
    void claimRaw(Pieces &pieces) const { claim(pieces, m_raw); }
    /// Claims those that are looked for after normalisation.
    void claimNormalized(Pieces &pieces) const { claim(pieces, m_normalized); }

    /// The token of an id; null where it is none of these.
    QString token(std::int64_t id) const;
    /// The id of a token; nothing where it is none of these.
    std::optional<std::int64_t> id(const QString &token) const;
    bool isSpecial(const QString &token) const { return m_special.contains(token); }
    /// How many of them the vocabulary lacks.
    std::int64_t extra() const { return m_extra; }

private:
    struct Added {
        QString content;
        std::int64_t id = 0;
        bool isSingleWord = false;
        bool stripsLeft = false;
        bool stripsRight = false;
        bool isNormalized = false;
        bool isSpecial = false;
    };

    static Added read(const JsonPart &part);
    void add(Added token, const Vocabulary &vocabulary);
    void index(const JsonPart &list, const Normalizer *normalizer);
    void claim(Pieces &pieces, const TokenTrie &trie) const;
    void claimIn(QStringView text, const TokenTrie &trie, std::vector<Piece> &parts) const;

    std::vector<Added> m_tokens;
    QHash<QString, std::int64_t> m_ids;
    QHash<std::int64_t, QString> m_byId;
    QSet<QString> m_special;
    TokenTrie m_raw;
    TokenTrie m_normalized;
    std::int64_t m_largest = -1;
    std::int64_t m_extra = 0;
};

} // namespace cw
