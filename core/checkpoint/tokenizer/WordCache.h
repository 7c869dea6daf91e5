// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/TokenModel.h"

#include <QHash>
#include <mutex>

namespace cw {

/// The tokens of words seen before. It stops taking words when it is full; long ones are never taken.
class WordCache {
public:
    /// Appends the tokens of a word that is known; false where it is not.
    bool find(QStringView word, std::vector<ModelToken> &tokens) const;
    void insert(QStringView word, const ModelToken *tokens, std::size_t count);

private:
    mutable std::mutex m_mutex;
    QHash<QString, std::vector<ModelToken>> m_words;
};

} // namespace cw
