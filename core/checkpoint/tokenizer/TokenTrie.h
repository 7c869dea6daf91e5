// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <vector>

namespace cw {

/// Finds the longest of a set of texts at a place of another text.
class TokenTrie {
public:
    struct Match {
        qsizetype length = 0;
        int entry = -1;
    };

    /// Adds a text under a number; the first of equal texts stays. False where there is no room for it.
    bool insert(QStringView text, int entry);
    bool isEmpty() const { return m_entries.size() == 1; }
    Match longestAt(QStringView text, qsizetype at) const;
    /// Calls f(Match) for each that the text goes on with at a place, shortest first.
    template <class F> void forEachAt(QStringView text, qsizetype at, F &&f) const
    {
        int node = 0;
        for (qsizetype i = at; i < text.size(); ++i) {
            node = m_next.value(key(node, text[i]), -1);
            if (node < 0)
                return;
            const int entry = m_entries[static_cast<std::size_t>(node)];
            if (entry >= 0)
                f(Match{i + 1 - at, entry});
        }
    }

private:
    static quint64 key(int node, QChar unit) { return static_cast<quint64>(node) << 16 | unit.unicode(); }

    QHash<quint64, int> m_next;
    std::vector<int> m_entries{-1};
};

} // namespace cw
