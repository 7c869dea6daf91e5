// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/TokenModel.h"

#include <QHash>
#include <mutex>

namespace cw {

/// The tokens of words seen before. It stops taking words when it is full; long ones are never taken.
class WordCache {
public:
    /// Appends the tokens of a word: those it has, or else those that cut(word, tokens) appends, which are kept.
    template <class Cut> void append(QStringView word, std::vector<ModelToken> &tokens, Cut cut)
    {
        const std::size_t first = tokens.size();
        if (find(word, tokens))
            return;
        cut(word, tokens);
        insert(word, tokens.data() + first, tokens.size() - first);
    }

private:
    bool find(QStringView word, std::vector<ModelToken> &tokens) const;
    void insert(QStringView word, const ModelToken *tokens, std::size_t count);

    mutable std::mutex m_mutex;
    QHash<QString, std::vector<ModelToken>> m_words;
};

} // namespace cw
