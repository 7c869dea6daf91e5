// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/TokenizerKinds.h"

#include "core/checkpoint/Tokenizer.h"
#include "core/checkpoint/tokenizer/PartsJson.h"
#include "core/data/BpeTrainer.h"
#include "core/engine/Monitor.h"

#include <QHash>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

namespace cw {
namespace {

constexpr int vocabulary = 4096;
constexpr qsizetype mostWords = 3000;
constexpr qsizetype longestPart = 4;

/// Texts with how often they occur, the commonest first.
struct Counted {
    QString text;
    qint64 count = 0;
};

std::vector<Counted> commonest(const QHash<QString, qint64> &counts, qsizetype most)
{
    std::vector<Counted> result;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        result.push_back({it.key(), it.value()});
    std::sort(result.begin(), result.end(), [](const Counted &a, const Counted &b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    result.resize(std::min(result.size(), static_cast<std::size_t>(most)));
    return result;
}

/// Words of letters and digits; every other character that is no space stands alone.
QHash<QString, qint64> wordsOf(const QString &text)
{
    QHash<QString, qint64> words;
    QString word;
    for (const QChar c : text) {
        const bool isPart = c.isLetterOrNumber();
        if (!isPart && !word.isEmpty()) {
            ++words[word];
            word.clear();
        }
        if (isPart)
            word += c;
        else if (!c.isSpace())
            ++words[c];
    }
    return words;
}

/// Beginnings and ends of words, and single characters.
QHash<QString, qint64> partsOf(const QHash<QString, qint64> &words)
{
    QHash<QString, qint64> parts;
    for (auto it = words.begin(); it != words.end(); ++it) {
        for (const QChar c : it.key())
            parts[c] += it.value();
        for (qsizetype size = 2; size <= std::min(longestPart, it.key().size()); ++size) {
            parts[it.key().left(size)] += it.value();
            parts[it.key().right(size)] += it.value();
        }
    }
    return parts;
}

std::shared_ptr<const Tokenizer> tokenizerOf(const QJsonObject &root)
{
    return Tokenizer::fromJson(QJsonDocument(root).toJson(QJsonDocument::Compact), QStringLiteral("bench"));
}

std::shared_ptr<const Tokenizer> wordPieces(const std::vector<Counted> &words, const std::vector<Counted> &parts)
{
    QJsonArray tokens{QStringLiteral("[UNK]")};
    for (const Counted &word : words)
        tokens += word.text;
    for (const Counted &part : parts) {
        tokens += part.text;
        tokens += QString(u"##" + part.text);
    }
    return tokenizerOf(
        {{QStringLiteral("model"), typedPart(QStringLiteral("WordPiece"), {{QStringLiteral("vocab"), tokens}})},
         {QStringLiteral("normalizer"),
          typedPart(QStringLiteral("BertNormalizer"), {{QStringLiteral("lowercase"), false}})},
         {QStringLiteral("pre_tokenizer"), typedPart(QStringLiteral("BertPreTokenizer"))}});
}

std::shared_ptr<const Tokenizer> unigram(const std::vector<Counted> &words, const std::vector<Counted> &parts)
{
    double total = 0;
    for (const Counted &word : words)
        total += static_cast<double>(word.count);
    QJsonArray tokens{QJsonArray{QStringLiteral("<unk>"), 0}, QJsonArray{QStringLiteral("\u2581"), -3}};
    for (const Counted &word : words)
        tokens += QJsonArray{QString(u'\u2581' + word.text), std::log(static_cast<double>(word.count) / total)};
    for (const Counted &part : parts)
        tokens += QJsonArray{part.text, std::log(static_cast<double>(part.count) / total) - 3};
    const QJsonObject metaspace =
        typedPart(QStringLiteral("Metaspace"), {{QStringLiteral("replacement"), QStringLiteral("\u2581")}});
    return tokenizerOf(
        {{QStringLiteral("model"),
          typedPart(QStringLiteral("Unigram"), {{QStringLiteral("vocab"), tokens}, {QStringLiteral("unk_id"), 0}})},
         {QStringLiteral("normalizer"), typedPart(QStringLiteral("NFKC"))},
         {QStringLiteral("pre_tokenizer"), metaspace}});
}

std::shared_ptr<const Tokenizer> wordLevel(const std::vector<Counted> &words)
{
    QJsonArray tokens{QStringLiteral("<unk>")};
    for (const Counted &word : words)
        tokens += word.text;
    return tokenizerOf(
        {{QStringLiteral("model"), typedPart(QStringLiteral("WordLevel"), {{QStringLiteral("vocab"), tokens}})},
         {QStringLiteral("pre_tokenizer"), typedPart(QStringLiteral("Whitespace"))}});
}

} // namespace

std::vector<TimedTokenizer> tokenizerKinds(const QString &text, Monitor &monitor)
{
    monitor.stage(QT_TRANSLATE_NOOP("Stage", "Learning the vocabulary"));
    BpeTrainer bytePairs(vocabulary);
    bytePairs.add(text);
    bytePairs.train(monitor);
    const QHash<QString, qint64> counts = wordsOf(text);
    const std::vector<Counted> words = commonest(counts, mostWords);
    const std::vector<Counted> parts = commonest(partsOf(counts), mostWords);
    return {{QStringLiteral("BPE"), 1.0, Tokenizer::fromJson(bytePairs.json(), QStringLiteral("bench"))},
            {QStringLiteral("WordPiece"), 0.5, wordPieces(words, parts)},
            {QStringLiteral("Unigram"), 0.5, unigram(words, parts)},
            {QStringLiteral("WordLevel"), 0.5, wordLevel(words)}};
}

} // namespace cw
