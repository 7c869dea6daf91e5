// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/TokenModel.h"
#include "core/checkpoint/tokenizer/TokenTrie.h"
#include "core/checkpoint/tokenizer/Vocabulary.h"
#include "core/checkpoint/tokenizer/WordCache.h"

namespace cw {
namespace {

class WordPieceModel final : public TokenModel {
public:
    explicit WordPieceModel(const JsonPart &part);
    const Vocabulary &vocabulary() const override { return m_vocabulary; }
    void tokenize(QStringView piece, std::vector<ModelToken> &tokens) const override;

private:
    void fill(const JsonPart &part, const QString &prefix);
    void cut(QStringView word, std::vector<ModelToken> &tokens) const;

    Vocabulary m_vocabulary;
    std::int64_t m_unknown;
    int m_longestWord;
    TokenTrie m_starts;
    TokenTrie m_continuations;
    mutable WordCache m_cache;
};

WordPieceModel::WordPieceModel(const JsonPart &part)
    : m_vocabulary(part.at(QStringLiteral("vocab"))),
      m_unknown(m_vocabulary.id(part.text(QStringLiteral("unk_token"), QStringLiteral("[UNK]")))),
      m_longestWord(part.count(QStringLiteral("max_input_chars_per_word"), 100))
{
    fill(part.at(QStringLiteral("vocab")),
         part.text(QStringLiteral("continuing_subword_prefix"), QStringLiteral("##")));
}

void WordPieceModel::fill(const JsonPart &part, const QString &prefix)
{
    const auto &ids = m_vocabulary.ids();
    for (auto it = ids.begin(); it != ids.end(); ++it) {
        const QStringView token = it.key();
        const int id = static_cast<int>(it.value());
        const bool fits = m_starts.insert(token, id) &&
                          (!token.startsWith(prefix) || m_continuations.insert(token.mid(prefix.size()), id));
        if (!fits)
            part.failAsTooLarge();
    }
}

/// Nothing of a word is known if any part of it is not.
void WordPieceModel::cut(QStringView word, std::vector<ModelToken> &tokens) const
{
    const std::size_t first = tokens.size();
    bool isKnown = word.size() <= m_longestWord || word.toUcs4().size() <= m_longestWord;
    for (qsizetype at = 0; isKnown && at < word.size();) {
        const TokenTrie::Match match = (at == 0 ? m_starts : m_continuations).longestAt(word, at);
        isKnown = match.entry >= 0;
        tokens.push_back({match.entry, {at, at + match.length}});
        at += match.length;
    }
    if (isKnown)
        return;
    tokens.resize(first);
    if (m_unknown == Vocabulary::none)
        throwUnknownWord(word);
    tokens.push_back({m_unknown, {0, word.size()}});
}

void WordPieceModel::tokenize(QStringView piece, std::vector<ModelToken> &tokens) const
{
    m_cache.append(piece, tokens, [this](QStringView word, std::vector<ModelToken> &added) { cut(word, added); });
}

} // namespace

std::unique_ptr<const TokenModel> wordPieceModel(const JsonPart &part)
{
    return std::make_unique<WordPieceModel>(part);
}

} // namespace cw
