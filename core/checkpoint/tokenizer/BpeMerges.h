// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace cw {

class JsonPart;
class Vocabulary;

/// One symbol of a word: a token id and how many UTF-8 bytes of the word it covers.
struct Symbol {
    std::int64_t id = 0;
    int bytes = 0;
};

/// The merges of a byte-pair encoding: pairs of ids with their rank and what they become.
class BpeMerges {
public:
    /// Reads a list of "a b" or ["a", "b"]. prefix: what tokens inside a word begin with. Throws Error of kind Format
    /// for a merge of or into a token that vocabulary lacks.
    BpeMerges(const JsonPart &list, const Vocabulary &vocabulary, const QString &prefix);

    /// Merges neighbours, lowest rank first and leftmost of equals, until none is left: O(n log n).
    void apply(std::vector<Symbol> &symbols) const;
    /// Whether no merge ever joins these two neighbouring characters: a word may then be cut between them.
    bool isCut(char32_t before, char32_t after) const;

private:
    struct Merge {
        int rank = 0;
        std::int64_t id = 0;
    };
    class Run;

    void add(const QString &left, const QString &right, const JsonPart &list, const Vocabulary &vocabulary,
             qsizetype prefix);
    const Merge *find(std::int64_t left, std::int64_t right) const;

    QHash<quint64, Merge> m_merges;
    std::unordered_set<quint64> m_joined;
    std::vector<bool> m_joinedAscii;
    int m_count = 0;
};

} // namespace cw
