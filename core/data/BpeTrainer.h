// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace cw {

class Monitor;

/// Learns a byte-level BPE vocabulary (Sennrich et al. 2016, with GPT-2's pre-tokenisation) from text. Ties go to the
/// pair with the smaller ids, so the same text always gives the same file.
class BpeTrainer {
public:
    /// vocabulary: how many tokens at most, the special ones (first ids) and the 256 bytes (next) included.
    explicit BpeTrainer(int vocabulary, std::vector<QString> specials = {QStringLiteral("<|endoftext|>")});

    /// Counts the words of a text; call it for every document before train().
    void add(const QString &text);
    /// Merges the commonest pair again and again, until the vocabulary is full or no pair is left that occurs twice.
    void train(Monitor &monitor);

    /// The vocabulary as the tokenizer.json of the Hugging Face libraries: BPE model, ByteLevel on both sides.
    QByteArray json() const;
    const std::vector<QString> &tokens() const { return m_tokens; } ///< by id
    int size() const { return static_cast<int>(m_tokens.size()); }

private:
    using Pair = std::pair<int, int>;
    struct Word {
        std::vector<int> pieces;
        std::int64_t count = 0;
    };
    struct PairUse {
        std::int64_t count = 0;
        std::vector<int> words; ///< where it has been seen; may hold words that have lost it since
    };

    void countPairs(int word, std::int64_t sign);
    std::map<Pair, PairUse>::const_iterator commonest() const;
    void merge(const Pair &pair, int id);

    int m_vocabulary;
    int m_specials;
    std::map<QString, std::int64_t> m_counts;
    std::vector<Word> m_words;
    std::map<Pair, PairUse> m_pairs;
    std::vector<QString> m_tokens;
    std::vector<Pair> m_merges;
};

} // namespace cw
