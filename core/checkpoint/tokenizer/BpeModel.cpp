// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/BpeMerges.h"
#include "core/checkpoint/tokenizer/ByteTokens.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/TokenModel.h"
#include "core/checkpoint/tokenizer/Vocabulary.h"
#include "core/checkpoint/tokenizer/WordCache.h"

#include <algorithm>

namespace cw {
namespace {

class BpeModel final : public TokenModel {
public:
    explicit BpeModel(const JsonPart &part);
    const Vocabulary &vocabulary() const override { return m_vocabulary; }
    void tokenize(QStringView piece, std::vector<ModelToken> &tokens) const override;

private:
    class Start;

    void readSingles();
    std::int64_t single(char32_t c) const;
    std::int64_t startId(char32_t c, bool isFirst, bool isLast) const;
    void tokenizeWord(QStringView word, qsizetype at, std::vector<ModelToken> &tokens) const;
    void mergeWord(QStringView word, std::vector<ModelToken> &tokens) const;

    Vocabulary m_vocabulary;
    QString m_prefix;
    QString m_suffix;
    BpeMerges m_merges;
    std::int64_t m_unknown = Vocabulary::none;
    bool m_fusesUnknown;
    bool m_hasByteFallback;
    bool m_ignoresMerges;
    ByteTokens m_bytes;
    std::vector<std::int64_t> m_basicSingles;
    QHash<char32_t, std::int64_t> m_otherSingles;
    mutable WordCache m_cache;
};

constexpr std::size_t basicPlane = 0x10000;

BpeModel::BpeModel(const JsonPart &part)
    : m_vocabulary(part.at(QStringLiteral("vocab"))),
      m_prefix(part.text(QStringLiteral("continuing_subword_prefix"), QString())),
      m_suffix(part.text(QStringLiteral("end_of_word_suffix"), QString())),
      m_merges(part.at(QStringLiteral("merges")), m_vocabulary, m_prefix),
      m_fusesUnknown(part.flag(QStringLiteral("fuse_unk"), false)),
      m_hasByteFallback(part.flag(QStringLiteral("byte_fallback"), false)),
      m_ignoresMerges(part.flag(QStringLiteral("ignore_merges"), false)), m_basicSingles(basicPlane, Vocabulary::none)
{
    const QString unknown = part.text(QStringLiteral("unk_token"), QString());
    if (!unknown.isEmpty()) {
        m_unknown = m_vocabulary.id(unknown);
        if (m_unknown == Vocabulary::none)
            part.at(QStringLiteral("unk_token"))
                .fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" names the token "
                                                 "\"%3\", which is not in the vocabulary."),
                      unknown);
    }
    readSingles();
    m_bytes = ByteTokens(m_vocabulary);
}

void BpeModel::readSingles()
{
    const auto &ids = m_vocabulary.ids();
    for (auto it = ids.begin(); it != ids.end(); ++it) {
        if (it.key().isEmpty())
            continue;
        const char32_t c = codePointAt(it.key(), 0);
        if (unitsOf(c) != it.key().size())
            continue;
        if (c < basicPlane)
            m_basicSingles[c] = it.value();
        else
            m_otherSingles.insert(c, it.value());
    }
}

std::int64_t BpeModel::single(char32_t c) const
{
    return c < basicPlane ? m_basicSingles[c] : m_otherSingles.value(c, Vocabulary::none);
}

/// The token a word's character starts as, with the affixes of its place.
std::int64_t BpeModel::startId(char32_t c, bool isFirst, bool isLast) const
{
    if ((isFirst || m_prefix.isEmpty()) && (!isLast || m_suffix.isEmpty()))
        return single(c);
    return m_vocabulary.id(QString((isFirst ? QString() : m_prefix) + textOf(c) + (isLast ? m_suffix : QString())));
}

/// Collects the symbols a word starts as. Unknown characters wait until the next known one, so that they can fuse.
class BpeModel::Start {
public:
    explicit Start(const BpeModel &model) : m_model(model) {}

    void add(char32_t c, std::int64_t id)
    {
        if (id != Vocabulary::none) {
            flush();
            symbols.push_back({id, bytesOf(c)});
        } else if (!addBytes(c) && m_model.m_unknown != Vocabulary::none) {
            if (!m_model.m_fusesUnknown)
                flush();
            m_unknownBytes += bytesOf(c);
        }
    }

    void flush()
    {
        if (m_unknownBytes > 0)
            symbols.push_back({m_model.m_unknown, m_unknownBytes});
        m_unknownBytes = 0;
    }

    std::vector<Symbol> symbols;

private:
    bool addBytes(char32_t c)
    {
        if (!m_model.m_hasByteFallback)
            return false;
        const std::vector<std::int64_t> ids = m_model.m_bytes.of(textOf(c));
        for (const std::int64_t id : ids)
            symbols.push_back({id, 1});
        return !ids.empty();
    }

    const BpeModel &m_model;
    int m_unknownBytes = 0;
};

/// Turns symbols, whose lengths are bytes, into tokens, whose places are UTF-16 units. A character that no symbol
/// stands for shifts all later ones, as in the reference.
void place(QStringView word, const std::vector<Symbol> &symbols, std::vector<ModelToken> &tokens)
{
    qsizetype unit = 0;
    int left = 0; // bytes of the character at unit that are not taken yet
    for (const Symbol &symbol : symbols) {
        Range units{unit, unit};
        int wanted = symbol.bytes;
        while (wanted > 0 && unit < word.size()) {
            const char32_t c = codePointAt(word, unit);
            left = left == 0 ? bytesOf(c) : left;
            const int taken = std::min(wanted, left);
            units.end = unit + unitsOf(c);
            wanted -= taken;
            left -= taken;
            if (left == 0)
                unit += unitsOf(c);
        }
        tokens.push_back({symbol.id, units});
    }
}

void BpeModel::mergeWord(QStringView word, std::vector<ModelToken> &tokens) const
{
    Start start(*this);
    start.symbols.reserve(static_cast<std::size_t>(word.size()));
    for (qsizetype i = 0; i < word.size();) {
        const char32_t c = codePointAt(word, i);
        const qsizetype next = i + unitsOf(c);
        start.add(c, startId(c, i == 0, next == word.size()));
        i = next;
    }
    start.flush();
    m_merges.apply(start.symbols);
    place(word, start.symbols, tokens);
}

void BpeModel::tokenizeWord(QStringView word, qsizetype at, std::vector<ModelToken> &tokens) const
{
    const std::size_t first = tokens.size();
    m_cache.append(word, tokens,
                   [this](QStringView unseen, std::vector<ModelToken> &added) { mergeWord(unseen, added); });
    for (std::size_t i = first; i < tokens.size(); ++i) {
        tokens[i].units.begin += at;
        tokens[i].units.end += at;
    }
}

void BpeModel::tokenize(QStringView piece, std::vector<ModelToken> &tokens) const
{
    const std::int64_t whole = m_ignoresMerges ? m_vocabulary.id(piece) : Vocabulary::none;
    if (whole != Vocabulary::none) {
        tokens.push_back({whole, {0, piece.size()}});
        return;
    }
    if (!m_prefix.isEmpty() || !m_suffix.isEmpty()) {
        tokenizeWord(piece, 0, tokens);
        return;
    }
    // Text that no pre-tokenizer has cut is one long word. Between two known characters that no merge joins it falls
    // apart into words that cannot touch one another, which the cache knows.
    qsizetype begin = 0;
    bool wasKnown = false;
    bool mayCut = true;
    char32_t before = 0;
    for (qsizetype i = 0; i < piece.size();) {
        const char32_t c = codePointAt(piece, i);
        const bool isKnown = single(c) != Vocabulary::none;
        // A character that is left out shifts the places of all that follow in the piece.
        mayCut = mayCut && (isKnown || m_unknown != Vocabulary::none);
        if (mayCut && i > begin && wasKnown && isKnown && m_merges.isCut(before, c)) {
            tokenizeWord(piece.mid(begin, i - begin), begin, tokens);
            begin = i;
        }
        before = c;
        wasKnown = isKnown;
        i += unitsOf(c);
    }
    tokenizeWord(piece.mid(begin), begin, tokens);
}

} // namespace

std::unique_ptr<const TokenModel> bpeModel(const JsonPart &part)
{
    return std::make_unique<BpeModel>(part);
}

} // namespace cw
