// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/TokenText.h"

namespace cw {

TokenText::TokenText(std::shared_ptr<const Tokenizer> tokenizer, const std::vector<std::int64_t> &prompt)
    : m_tokenizer(std::move(tokenizer)), m_ids(prompt), m_read(prompt.size())
{
}

QString TokenText::add(std::int64_t id)
{
    m_ids.push_back(id);
    const QString more = behindRead();
    if (more.isEmpty() || more.endsWith(QChar(QChar::ReplacementCharacter)))
        return {};
    settle();
    return more;
}

QString TokenText::rest()
{
    const QString more = behindRead();
    settle();
    return more;
}

/// The text that the unread tokens add to that of the read ones.
QString TokenText::behindRead() const
{
    const std::vector<std::int64_t> read(m_ids.begin(), m_ids.begin() + static_cast<std::ptrdiff_t>(m_read));
    return m_tokenizer->decode(m_ids).mid(m_tokenizer->decode(read).size());
}

/// The tokens that were read last are enough for what comes to be decoded behind them.
void TokenText::settle()
{
    m_ids.erase(m_ids.begin(), m_ids.begin() + static_cast<std::ptrdiff_t>(m_read));
    m_read = m_ids.size();
}

} // namespace cw
