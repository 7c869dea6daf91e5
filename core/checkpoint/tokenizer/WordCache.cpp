// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/WordCache.h"

namespace cw {
namespace {

constexpr qsizetype mostWords = 50000;
constexpr qsizetype longestWord = 64;

} // namespace

bool WordCache::find(QStringView word, std::vector<ModelToken> &tokens) const
{
    if (word.size() > longestWord)
        return false;
    const std::lock_guard lock(m_mutex);
    const auto it = m_words.constFind(QString::fromRawData(word.data(), word.size()));
    if (it == m_words.constEnd())
        return false;
    tokens.insert(tokens.end(), it->begin(), it->end());
    return true;
}

void WordCache::insert(QStringView word, const ModelToken *tokens, std::size_t count)
{
    if (word.size() > longestWord)
        return;
    const std::lock_guard lock(m_mutex);
    if (m_words.size() < mostWords)
        m_words.insert(word.toString(), {tokens, tokens + count});
}

} // namespace cw
