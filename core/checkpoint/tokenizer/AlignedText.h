// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Tokenizer.h"

namespace cw {

/// A text on its way through normalisation that knows, per UTF-16 unit, which code points of the input it came from.
struct AlignedText {
    /// One code point of a rewritten text. change 0: it stands for the next old one; -n: for that and the n after it;
    /// 1: it is new and shares the origin of what stands before it.
    struct Change {
        char32_t c = 0;
        int change = 0;
    };

    QString text;
    std::vector<Span> origin;

    /// The well-formed text of an input, each code point standing for itself.
    static AlignedText of(const QString &text);

    AlignedText mid(qsizetype begin, qsizetype end) const;
    void append(char32_t c, Span from);
    void append(const AlignedText &other, qsizetype begin, qsizetype end);
    /// Rewrites the whole text.
    void transform(const std::vector<Change> &changes);
    /// Rewrites the whole text code point by code point.
    void rewriteEach(void (*rewrite)(char32_t c, Span from, AlignedText &out));
    /// Puts a text in front that shares the origin of the first code point; an empty text stays empty.
    void prepend(const QString &prefix);
    bool isAscii() const;
    /// Where the text begins in the input.
    int start() const { return origin.empty() ? 0 : origin.front().begin; }
};

} // namespace cw
