// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/TokenTrie.h"

namespace cw {
namespace {

constexpr std::size_t mostNodes = std::size_t{1} << 24;

} // namespace

bool TokenTrie::insert(QStringView text, int entry)
{
    if (text.isEmpty())
        return true;
    if (m_entries.size() + static_cast<std::size_t>(text.size()) > mostNodes)
        return false;
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
    return true;
}

TokenTrie::Match TokenTrie::longestAt(QStringView text, qsizetype at) const
{
    Match result;
    forEachAt(text, at, [&result](const Match &match) { result = match; });
    return result;
}

} // namespace cw
