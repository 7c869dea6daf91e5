// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/BpeTrainer.h"

#include "core/engine/Monitor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace cw {
namespace {

/// GPT-2's printable stand-in for each byte: itself where it is printable, else the next free character from U+0100.
std::array<char16_t, 256> byteCharacters()
{
    std::array<char16_t, 256> result{};
    char16_t next = 0x100;
    for (char16_t byte = 0; byte < 256; ++byte) {
        const bool printable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte != 0xad);
        result[byte] = printable ? byte : next++;
    }
    return result;
}

const QRegularExpression &wordPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

QJsonObject byteLevel(bool trimOffsets)
{
    return {{QStringLiteral("type"), QStringLiteral("ByteLevel")},
            {QStringLiteral("add_prefix_space"), false},
            {QStringLiteral("trim_offsets"), trimOffsets},
            {QStringLiteral("use_regex"), true}};
}

QJsonObject specialToken(int id, const QString &content)
{
    return {
        {QStringLiteral("id"), id},        {QStringLiteral("content"), content}, {QStringLiteral("single_word"), false},
        {QStringLiteral("lstrip"), false}, {QStringLiteral("rstrip"), false},    {QStringLiteral("normalized"), false},
        {QStringLiteral("special"), true}};
}

} // namespace

BpeTrainer::BpeTrainer(int vocabulary, std::vector<QString> specials)
    : m_vocabulary(vocabulary), m_specials(static_cast<int>(specials.size())), m_tokens(std::move(specials))
{
    std::array<char16_t, 256> bytes = byteCharacters();
    std::sort(bytes.begin(), bytes.end());
    for (const char16_t character : bytes)
        m_tokens.push_back(QString(QChar(character)));
}

void BpeTrainer::add(const QString &text)
{
    for (auto match = wordPattern().globalMatch(text); match.hasNext();)
        ++m_counts[match.next().captured()];
}

void BpeTrainer::countPairs(int word, std::int64_t sign)
{
    const Word &found = m_words[static_cast<std::size_t>(word)];
    for (std::size_t i = 1; i < found.pieces.size(); ++i) {
        PairUse &use = m_pairs[{found.pieces[i - 1], found.pieces[i]}];
        use.count += sign * found.count;
        if (sign > 0 && (use.words.empty() || use.words.back() != word))
            use.words.push_back(word);
    }
}

std::map<BpeTrainer::Pair, BpeTrainer::PairUse>::const_iterator BpeTrainer::commonest() const
{
    return std::max_element(m_pairs.begin(), m_pairs.end(),
                            [](const auto &a, const auto &b) { return a.second.count < b.second.count; });
}

void BpeTrainer::merge(const Pair &pair, int id)
{
    std::vector<int> words = m_pairs[pair].words;
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const int word : words) {
        countPairs(word, -1);
        std::vector<int> &pieces = m_words[static_cast<std::size_t>(word)].pieces;
        std::vector<int> merged;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const bool fits = i + 1 < pieces.size() && pieces[i] == pair.first && pieces[i + 1] == pair.second;
            merged.push_back(fits ? id : pieces[i]);
            i += fits ? 1 : 0;
        }
        pieces = std::move(merged);
        countPairs(word, 1);
    }
    m_pairs.erase(pair);
}

void BpeTrainer::train(Monitor &monitor)
{
    std::array<int, 256> ids{};
    const std::array<char16_t, 256> characters = byteCharacters();
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const auto found = std::find(m_tokens.begin() + m_specials, m_tokens.end(), QString(QChar(characters[byte])));
        ids[byte] = static_cast<int>(found - m_tokens.begin());
    }
    for (const auto &[text, count] : m_counts) {
        Word word;
        word.count = count;
        for (const char byte : text.toUtf8())
            word.pieces.push_back(ids[static_cast<unsigned char>(byte)]);
        m_words.push_back(std::move(word));
        countPairs(static_cast<int>(m_words.size()) - 1, 1);
    }
    while (size() < m_vocabulary) {
        monitor.step(size(), m_vocabulary);
        const auto best = commonest();
        if (best == m_pairs.end() || best->second.count < 2)
            break;
        const Pair pair = best->first;
        m_merges.push_back(pair);
        m_tokens.push_back(m_tokens[static_cast<std::size_t>(pair.first)] +
                           m_tokens[static_cast<std::size_t>(pair.second)]);
        merge(pair, size() - 1);
    }
}

QByteArray BpeTrainer::json() const
{
    QJsonObject vocabulary;
    for (int id = 0; id < size(); ++id)
        vocabulary[m_tokens[static_cast<std::size_t>(id)]] = id;
    QJsonArray merges;
    for (const Pair &pair : m_merges)
        merges.append(QString(m_tokens[static_cast<std::size_t>(pair.first)] + u' ' +
                              m_tokens[static_cast<std::size_t>(pair.second)]));
    QJsonArray specials;
    for (int id = 0; id < m_specials; ++id)
        specials.append(specialToken(id, m_tokens[static_cast<std::size_t>(id)]));
    const QJsonObject model{{QStringLiteral("type"), QStringLiteral("BPE")},
                            {QStringLiteral("dropout"), QJsonValue::Null},
                            {QStringLiteral("unk_token"), QJsonValue::Null},
                            {QStringLiteral("continuing_subword_prefix"), QString()},
                            {QStringLiteral("end_of_word_suffix"), QString()},
                            {QStringLiteral("fuse_unk"), false},
                            {QStringLiteral("byte_fallback"), false},
                            {QStringLiteral("vocab"), vocabulary},
                            {QStringLiteral("merges"), merges}};
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), QStringLiteral("1.0")},
                                     {QStringLiteral("truncation"), QJsonValue::Null},
                                     {QStringLiteral("padding"), QJsonValue::Null},
                                     {QStringLiteral("added_tokens"), specials},
                                     {QStringLiteral("normalizer"), QJsonValue::Null},
                                     {QStringLiteral("pre_tokenizer"), byteLevel(true)},
                                     {QStringLiteral("post_processor"), byteLevel(false)},
                                     {QStringLiteral("decoder"), byteLevel(true)},
                                     {QStringLiteral("model"), model}})
        .toJson(QJsonDocument::Compact);
}

} // namespace cw
