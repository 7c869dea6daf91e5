// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Tokenizer.h"

namespace cw {

/// The text of tokens that come one by one behind a prompt. A token may be a part of a character's bytes, and whether
/// it begins with a space depends on what stands before it: so each is decoded together with those before it.
class TokenText {
public:
    TokenText(std::shared_ptr<const Tokenizer> tokenizer, const std::vector<std::int64_t> &prompt);

    /// What the token adds to the text; nothing while it leaves a character unfinished.
    QString add(std::int64_t id);
    /// What waited for its character to be finished, with U+FFFD for it: no more tokens come.
    QString rest();

private:
    QString behindRead() const;
    void settle();

    std::shared_ptr<const Tokenizer> m_tokenizer;
    std::vector<std::int64_t> m_ids; ///< read ones that those behind them need, then unread ones
    std::size_t m_read;              ///< how many of m_ids have their text given out
};

} // namespace cw
