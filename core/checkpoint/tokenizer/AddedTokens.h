// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/Pieces.h"
#include "core/checkpoint/tokenizer/TokenTrie.h"

#include <QHash>
#include <QSet>

namespace cw {

class JsonPart;
class Normalizer;
class Vocabulary;

/// The tokens that are found in a text before the model sees it: special ones and, say, NeoX's runs of spaces.
class AddedTokens {
public:
    /// Ids of tokens that the vocabulary lacks follow on its last, in the order of the list, as the reference gives
    /// them.
    AddedTokens(const JsonPart &list, const Vocabulary &vocabulary, const Normalizer *normalizer);

    /// Claims the tokens that are looked for in the text as it was written.
    void claimRaw(Pieces &pieces) const { claim(pieces, m_raw); }
    /// Claims those that are looked for after normalisation.
    void claimNormalized(Pieces &pieces) const { claim(pieces, m_normalized); }

    /// The token of an id; null where it is none of these.
    QString token(std::int64_t id) const;
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

    void add(Added token, const Vocabulary &vocabulary);
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
