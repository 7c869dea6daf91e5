// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/ByteTokens.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/TokenModel.h"
#include "core/checkpoint/tokenizer/TokenTrie.h"
#include "core/checkpoint/tokenizer/Vocabulary.h"
#include "core/checkpoint/tokenizer/WordCache.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw {
namespace {

/// How much less likely than the least likely token an unknown character is.
constexpr double unknownPenalty = 10;

class UnigramModel final : public TokenModel {
public:
    explicit UnigramModel(const JsonPart &part);
    const Vocabulary &vocabulary() const override { return m_vocabulary; }
    void tokenize(QStringView piece, std::vector<ModelToken> &tokens) const override;

private:
    /// The best way to a place in the piece: its last token, and where that begins.
    struct Way {
        std::int64_t id = Vocabulary::none;
        double score = 0;
        qsizetype begin = -1;
    };

    void readTokens(const JsonPart &list);
    std::vector<Way> bestWays(QStringView piece) const;
    void cut(QStringView piece, std::vector<ModelToken> &tokens) const;
    void append(QStringView piece, Range units, std::vector<ModelToken> &tokens) const;

    Vocabulary m_vocabulary;
    std::vector<double> m_scores;
    TokenTrie m_trie;
    double m_unknownScore = 0;
    std::int64_t m_unknown = Vocabulary::none;
    bool m_hasByteFallback;
    ByteTokens m_bytes;
    mutable WordCache m_cache;
};

UnigramModel::UnigramModel(const JsonPart &part) : m_hasByteFallback(part.flag(QStringLiteral("byte_fallback"), false))
{
    readTokens(part.at(QStringLiteral("vocab")));
    const JsonPart unknown = part.at(QStringLiteral("unk_id"));
    m_unknown = unknown.isNull() ? Vocabulary::none : unknown.id();
    if (m_unknown >= m_vocabulary.size())
        unknown.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" is not the id of a "
                                                "token."));
    m_bytes = ByteTokens(m_vocabulary);
}

void UnigramModel::readTokens(const JsonPart &list)
{
    double least = std::numeric_limits<double>::infinity();
    const QJsonArray entries = list.array();
    if (entries.isEmpty())
        list.failAsEmpty();
    for (const QJsonValue entry : entries) {
        const QJsonArray both = entry.toArray();
        const double score = both.at(1).toDouble(std::numeric_limits<double>::quiet_NaN());
        if (both.size() != 2 || !both.at(0).isString() || !std::isfinite(score))
            list.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: entry %3 of \"%2\" is not a "
                                                 "token with its score."),
                      QString::number(m_scores.size()));
        m_vocabulary.append(wellFormed(both.at(0).toString()));
        m_scores.push_back(score);
        least = std::min(least, score);
    }
    m_unknownScore = least - unknownPenalty;
    const auto &ids = m_vocabulary.ids();
    for (auto it = ids.begin(); it != ids.end(); ++it) {
        if (!m_trie.insert(it.key(), static_cast<int>(it.value())))
            list.failAsTooLarge();
    }
}

std::vector<UnigramModel::Way> UnigramModel::bestWays(QStringView piece) const
{
    std::vector<Way> ways(static_cast<std::size_t>(piece.size()) + 1);
    const auto offer = [&ways](qsizetype begin, qsizetype end, std::int64_t id, double score) {
        Way &way = ways[static_cast<std::size_t>(end)];
        const double sum = ways[static_cast<std::size_t>(begin)].score + score;
        if (way.begin < 0 || sum > way.score)
            way = {id, sum, begin};
    };
    for (qsizetype begin = 0; begin < piece.size();) {
        const int units = unitsOf(codePointAt(piece, begin));
        bool isCharacterKnown = false;
        m_trie.forEachAt(piece, begin, [&](const TokenTrie::Match &match) {
            offer(begin, begin + match.length, match.entry, m_scores[static_cast<std::size_t>(match.entry)]);
            isCharacterKnown = isCharacterKnown || match.length == units;
        });
        if (!isCharacterKnown)
            offer(begin, begin + units, m_unknown, m_unknownScore);
        begin += units;
    }
    return ways;
}

void UnigramModel::cut(QStringView piece, std::vector<ModelToken> &tokens) const
{
    const std::vector<Way> ways = bestWays(piece);
    std::vector<Range> cuts;
    bool wasUnknown = false;
    for (qsizetype end = piece.size(); end > 0; end = ways[static_cast<std::size_t>(end)].begin) {
        const Way &way = ways[static_cast<std::size_t>(end)];
        const bool isUnknown = way.id == m_unknown;
        if (isUnknown && m_unknown == Vocabulary::none)
            throwUnknownWord(piece.mid(way.begin, end - way.begin));
        if (isUnknown && wasUnknown)
            cuts.back().begin = way.begin;
        else
            cuts.push_back({way.begin, end});
        wasUnknown = isUnknown;
    }
    for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut)
        append(piece, *cut, tokens);
}

/// A run of unknown characters is looked up again as a whole, then by its bytes.
void UnigramModel::append(QStringView piece, Range units, std::vector<ModelToken> &tokens) const
{
    const QStringView text = piece.mid(units.begin, units.end - units.begin);
    const std::int64_t id = m_vocabulary.id(text);
    if (id != Vocabulary::none) {
        tokens.push_back({id, units});
        return;
    }
    const std::vector<std::int64_t> bytes = m_hasByteFallback ? m_bytes.of(text) : std::vector<std::int64_t>();
    for (const std::int64_t byte : bytes)
        tokens.push_back({byte, units});
    if (bytes.empty())
        tokens.push_back({m_unknown, units, true});
}

void UnigramModel::tokenize(QStringView piece, std::vector<ModelToken> &tokens) const
{
    m_cache.append(piece, tokens, [this](QStringView word, std::vector<ModelToken> &added) { cut(word, added); });
}

} // namespace

std::unique_ptr<const TokenModel> unigramModel(const JsonPart &part)
{
    return std::make_unique<UnigramModel>(part);
}

} // namespace cw
