// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/AddedTokens.h"

#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/Normalizer.h"
#include "core/checkpoint/tokenizer/Vocabulary.h"

#include <algorithm>

namespace cw {
namespace {

bool endsWithWord(QStringView text)
{
    if (text.isEmpty())
        return false;
    const bool isPair = text.size() > 1 && text.back().isLowSurrogate();
    return isWordCharacter(codePointAt(text, text.size() - (isPair ? 2 : 1)));
}

bool startsWithWord(QStringView text)
{
    return !text.isEmpty() && isWordCharacter(codePointAt(text, 0));
}

qsizetype spacesAtEnd(QStringView text)
{
    qsizetype count = 0;
    while (count < text.size() && isWhiteSpace(text[text.size() - 1 - count].unicode()))
        ++count;
    return count;
}

qsizetype spacesAtStart(QStringView text)
{
    qsizetype count = 0;
    while (count < text.size() && isWhiteSpace(text[count].unicode()))
        ++count;
    return count;
}

} // namespace

AddedTokens::AddedTokens(const JsonPart &list, const Vocabulary &vocabulary, const Normalizer *normalizer,
                         const QString &mask)
{
    for (const JsonPart &part : list.isNull() ? std::vector<JsonPart>() : list.list()) {
        Added token = read(part);
        if (!token.content.isEmpty())
            add(std::move(token), vocabulary);
    }
    if (!m_ids.contains(mask) && vocabulary.id(mask) != Vocabulary::none) {
        Added token;
        token.content = mask;
        token.isSpecial = true;
        token.stripsLeft = mask == u"<mask>"; // RoBERTa's takes the space in front of it along
        add(std::move(token), vocabulary);
    }
    index(list, normalizer);
}

AddedTokens::Added AddedTokens::read(const JsonPart &part)
{
    Added token;
    token.content = part.text(QStringLiteral("content"));
    part.at(QStringLiteral("id")).id();
    token.isSpecial = part.flag(QStringLiteral("special"), false);
    token.isSingleWord = part.flag(QStringLiteral("single_word"), false);
    token.stripsLeft = part.flag(QStringLiteral("lstrip"), false);
    token.stripsRight = part.flag(QStringLiteral("rstrip"), false);
    token.isNormalized = part.flag(QStringLiteral("normalized"), !token.isSpecial);
    return token;
}

void AddedTokens::index(const JsonPart &list, const Normalizer *normalizer)
{
    // Where two tokens look the same, the special one is meant.
    std::stable_partition(m_tokens.begin(), m_tokens.end(), [](const Added &token) { return token.isSpecial; });
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        AlignedText content = AlignedText::of(m_tokens[i].content);
        if (m_tokens[i].isNormalized && normalizer)
            normalizer->apply(content, false);
        if (!(m_tokens[i].isNormalized ? m_normalized : m_raw).insert(content.text, static_cast<int>(i)))
            list.failAsTooLarge();
    }
}

void AddedTokens::add(Added token, const Vocabulary &vocabulary)
{
    token.id = m_ids.value(token.content, vocabulary.id(token.content));
    if (token.id == Vocabulary::none) {
        token.id = std::max(m_largest + 1, vocabulary.size());
        ++m_extra;
    }
    m_largest = std::max(m_largest, token.id);
    m_ids.insert(token.content, token.id);
    m_byId.insert(token.id, token.content);
    if (token.isSpecial)
        m_special.insert(token.content);
    m_tokens.push_back(std::move(token));
}

QString AddedTokens::token(std::int64_t id) const
{
    return m_byId.value(id);
}

std::optional<std::int64_t> AddedTokens::id(const QString &token) const
{
    const auto it = m_ids.constFind(token);
    return it == m_ids.constEnd() ? std::nullopt : std::optional(it.value());
}

void AddedTokens::claim(Pieces &pieces, const TokenTrie &trie) const
{
    if (!trie.isEmpty())
        pieces.split([&](QStringView text, std::vector<Piece> &parts) { claimIn(text, trie, parts); });
}

void AddedTokens::claimIn(QStringView text, const TokenTrie &trie, std::vector<Piece> &parts) const
{
    qsizetype done = 0;
    for (qsizetype at = 0; at < text.size();) {
        const TokenTrie::Match match = trie.longestAt(text, at);
        if (match.entry < 0) {
            ++at;
            continue;
        }
        const Added &token = m_tokens[static_cast<std::size_t>(match.entry)];
        qsizetype begin = at;
        qsizetype end = at + match.length;
        at = end;
        if (token.isSingleWord && (endsWithWord(text.first(begin)) || startsWithWord(text.mid(end))))
            continue;
        if (token.stripsLeft)
            begin = std::max(done, begin - spacesAtEnd(text.first(begin)));
        if (token.stripsRight)
            end += spacesAtStart(text.mid(end));
        if (done < begin)
            parts.push_back({{done, begin}, Piece::unclaimed});
        parts.push_back({{begin, end}, token.id});
        done = end;
    }
    if (done < text.size())
        parts.push_back({{done, text.size()}, Piece::unclaimed});
}

} // namespace cw
