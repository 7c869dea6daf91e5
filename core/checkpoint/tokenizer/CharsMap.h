// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace cw {

/// SentencePiece's compiled table of replacements: a double-array trie (Aoe 1989) of UTF-8 texts, and what stands for
/// them. Whatever its numbers say, nothing outside it is read.
class CharsMap {
public:
    /// Nothing where bytes are no such table.
    static std::optional<CharsMap> read(const QByteArray &bytes);

    /// What stands for the shortest entry that a text begins with; nothing without one.
    std::optional<QString> replacement(QStringView text) const;

private:
    std::optional<quint32> shortestEntry(QStringView text) const;

    std::vector<quint32> m_units;
    QByteArray m_texts; ///< each ends with a zero byte
};

} // namespace cw
