// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/BpeMerges.h"

#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/Vocabulary.h"

#include <algorithm>
#include <queue>

namespace cw {
namespace {

quint64 pairKey(quint64 first, quint64 second)
{
    return first << 32 | second;
}

constexpr char32_t asciiEnd = 0x80;

/// Trying every space of a longer merge could take for ever.
constexpr qsizetype longestAmbiguous = 1024;

struct Pair {
    QString left;
    QString right;
};

/// The two parts of a merge written as "a b". Tokens that hold spaces themselves make it ambiguous: then the cut is
/// taken that leaves known tokens on both sides and as their sum.
Pair cutPair(const QString &merge, const JsonPart &list, const Vocabulary &vocabulary)
{
    const qsizetype first = merge.indexOf(u' ');
    if (first >= 0 && first == merge.lastIndexOf(u' '))
        return {merge.left(first), merge.mid(first + 1)};
    for (qsizetype at = first; at >= 0 && merge.size() <= longestAmbiguous; at = merge.indexOf(u' ', at + 1)) {
        const Pair pair{merge.left(at), merge.mid(at + 1)};
        if (vocabulary.id(pair.left) >= 0 && vocabulary.id(pair.right) >= 0 &&
            vocabulary.id(QString(pair.left + pair.right)) >= 0)
            return pair;
    }
    list.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%3\" in \"%2\" is not a pair of "
                                         "tokens."),
              merge);
}

} // namespace

BpeMerges::BpeMerges(const JsonPart &list, const Vocabulary &vocabulary, const QString &prefix)
    : m_joinedAscii(asciiEnd * asciiEnd)
{
    const QJsonArray merges = list.array();
    m_merges.reserve(merges.size());
    const auto prefixSize = prefix.size();
    for (const QJsonValue merge : merges) {
        const QJsonArray parts = merge.toArray();
        if (merge.isString()) {
            const Pair pair = cutPair(merge.toString(), list, vocabulary);
            add(pair.left, pair.right, list, vocabulary, prefixSize);
        } else if (parts.size() == 2 && parts[0].isString() && parts[1].isString()) {
            add(parts[0].toString(), parts[1].toString(), list, vocabulary, prefixSize);
        } else {
            list.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: entry %3 of \"%2\" is neither "
                                                 "a text nor a pair of texts."),
                      QString::number(m_count));
        }
    }
}

void BpeMerges::add(const QString &left, const QString &right, const JsonPart &list, const Vocabulary &vocabulary,
                    qsizetype prefix)
{
    const QString merged = left + right.mid(prefix);
    const std::int64_t ids[]{vocabulary.id(left), vocabulary.id(right), vocabulary.id(merged)};
    const QString *names[]{&left, &right, &merged};
    for (int i = 0; i < 3; ++i) {
        if (ids[i] == Vocabulary::none)
            list.fail(QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" names the token "
                                                 "\"%3\", which is not in the vocabulary."),
                      *names[i]);
    }
    m_merges.insert(pairKey(static_cast<quint64>(ids[0]), static_cast<quint64>(ids[1])), {m_count++, ids[2]});
    for (qsizetype i = 0; i < merged.size();) {
        const char32_t before = codePointAt(merged, i);
        i += unitsOf(before);
        if (i >= merged.size())
            break;
        const char32_t after = codePointAt(merged, i);
        if (before < asciiEnd && after < asciiEnd)
            m_joinedAscii[before * asciiEnd + after] = true;
        else
            m_joined.insert(pairKey(before, after));
    }
}

const BpeMerges::Merge *BpeMerges::find(std::int64_t left, std::int64_t right) const
{
    const auto it = m_merges.constFind(pairKey(static_cast<quint64>(left), static_cast<quint64>(right)));
    return it == m_merges.constEnd() ? nullptr : &it.value();
}

bool BpeMerges::isCut(char32_t before, char32_t after) const
{
    if (before < asciiEnd && after < asciiEnd)
        return !m_joinedAscii[before * asciiEnd + after];
    return m_joined.find(pairKey(before, after)) == m_joined.end();
}

/// The symbols of one word as a linked list, and the merges that wait.
class BpeMerges::Run {
public:
    Run(const BpeMerges &merges, const std::vector<Symbol> &symbols) : m_merges(merges)
    {
        const int count = static_cast<int>(symbols.size());
        std::vector<Waiting> waiting;
        m_links.reserve(symbols.size());
        for (int i = 0; i < count; ++i) {
            m_links.push_back({symbols[static_cast<std::size_t>(i)], i - 1, i + 1 < count ? i + 1 : -1});
            if (i == 0)
                continue;
            if (const Merge *merge = m_merges.find(at(i - 1).symbol.id, at(i).symbol.id))
                waiting.push_back({merge->rank, i - 1, merge->id});
        }
        m_waiting = decltype(m_waiting)(std::less<Waiting>(), std::move(waiting));
    }

    void mergeAll()
    {
        while (!m_waiting.empty()) {
            const Waiting next = m_waiting.top();
            m_waiting.pop();
            // What waits may have been overtaken: it holds only if the pair there still becomes the same token.
            const int right = at(next.place).symbol.bytes > 0 ? at(next.place).next : -1;
            const Merge *merge = right < 0 ? nullptr : m_merges.find(at(next.place).symbol.id, at(right).symbol.id);
            if (merge && merge->id == next.id)
                join(next.place, right, next.id);
        }
    }

    void store(std::vector<Symbol> &symbols) const
    {
        symbols.clear();
        for (const Link &link : m_links) {
            if (link.symbol.bytes > 0)
                symbols.push_back(link.symbol);
        }
    }

private:
    struct Link {
        Symbol symbol;
        int previous = -1;
        int next = -1;
    };
    struct Waiting {
        int rank = 0;
        int place = 0;
        std::int64_t id = 0;
        /// The queue's top is the largest: lowest rank, then leftmost.
        bool operator<(const Waiting &other) const
        {
            return rank != other.rank ? rank > other.rank : place > other.place;
        }
    };

    Link &at(int place) { return m_links[static_cast<std::size_t>(place)]; }

    void join(int left, int right, std::int64_t id)
    {
        Link &merged = at(left);
        merged.symbol = {id, merged.symbol.bytes + at(right).symbol.bytes};
        merged.next = at(right).next;
        at(right).symbol.bytes = 0;
        if (merged.next >= 0)
            at(merged.next).previous = left;
        wait(merged.previous, left);
        wait(left, merged.next);
    }

    void wait(int left, int right)
    {
        if (left < 0 || right < 0)
            return;
        if (const Merge *merge = m_merges.find(at(left).symbol.id, at(right).symbol.id))
            m_waiting.push({merge->rank, left, merge->id});
    }

    const BpeMerges &m_merges;
    std::vector<Link> m_links;
    std::priority_queue<Waiting> m_waiting;
};

void BpeMerges::apply(std::vector<Symbol> &symbols) const
{
    if (symbols.size() < 2)
        return;
    Run run(*this, symbols);
    run.mergeAll();
    run.store(symbols);
}

} // namespace cw
