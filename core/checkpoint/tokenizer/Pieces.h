// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/tokenizer/AlignedText.h"

#include <functional>

namespace cw {

/// A stretch of a text in UTF-16 units.
struct Range {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// A stretch that the model sees alone, or that an added token has already claimed.
struct Piece : Range {
    static constexpr std::int64_t unclaimed = -1;
    std::int64_t id = unclaimed;
};

/// A text cut into pieces, one buffer for all of them. What an added token has claimed is never cut or rewritten again.
class Pieces {
public:
    /// goesOn: the text continues another one, so nothing is put in front of it.
    Pieces(const QString &text, bool goesOn);

    const AlignedText &whole() const { return m_whole; }
    const std::vector<Piece> &list() const { return m_list; }
    QStringView view(const Piece &piece) const;
    bool goesOn() const { return m_goesOn; }

    /// Cuts every unclaimed piece into those that cut adds for it, in units of the piece. Empty ones are left out.
    using Cut = std::function<void(QStringView text, std::vector<Piece> &parts)>;
    void split(const Cut &cut);
    /// Rewrites every unclaimed piece by itself.
    void rewrite(const std::function<void(AlignedText &text)> &change);
    /// Rewrites every unclaimed code point by itself.
    void rewriteEach(const std::function<void(char32_t c, Span from, AlignedText &out)> &change);

private:
    template <class Append> void rebuild(const Append &append);

    AlignedText m_whole;
    std::vector<Piece> m_list;
    qsizetype m_size; ///< of the input
    bool m_goesOn;
};

} // namespace cw
