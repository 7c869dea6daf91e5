// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/TokenTrie.h"

namespace cw {

void TokenTrie::insert(const QString &text, int entry)
{
    if (text.isEmpty())
        return;
    int node = 0;
    for (const QChar unit : text) {
        const auto it = m_next.constFind(key(node, unit));
        if (it != m_next.constEnd()) {
            node = it.value();
            continue;
        }
        const int made = static_cast<int>(m_entries.size());
        m_next.insert(key(node, unit), made);
        m_entries.push_back(-1);
        node = made;
    }
    int &stored = m_entries[static_cast<std::size_t>(node)];
    stored = stored < 0 ? entry : stored;
}

TokenTrie::Match TokenTrie::longestAt(QStringView text, qsizetype at) const
{
    Match result;
    int node = 0;
    for (qsizetype i = at; i < text.size(); ++i) {
        node = m_next.value(key(node, text[i]), -1);
        if (node < 0)
            break;
        const int entry = m_entries[static_cast<std::size_t>(node)];
        if (entry >= 0)
            result = {i + 1 - at, entry};
    }
    return result;
}

} // namespace cw
