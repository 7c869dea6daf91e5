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

    /// Adds a text under a number; the first of equal texts stays.
    void insert(const QString &text, int entry);
    bool isEmpty() const { return m_entries.size() == 1; }
    Match longestAt(QStringView text, qsizetype at) const;

private:
    static quint64 key(int node, QChar unit) { return static_cast<quint64>(node) << 16 | unit.unicode(); }

    QHash<quint64, int> m_next;
    std::vector<int> m_entries{-1};
};

} // namespace cw
