// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Tokenizer.h"

namespace cw {

/// The n-th place (1-based) of a subject in a text, in code points: whole words come first, then all other places, each
/// from left to right. Throws Error of kind Input when it is empty, is not there, or is not there so often.
Span findSubject(const QString &text, const QString &subject, int occurrence = 1);

/// The occurrence under which findSubject gives a marked span. Throws Error of kind Input for a span that is empty or
/// leaves the text.
int subjectOccurrence(const QString &text, Span span);

/// The code points of a span as a text.
QString spanText(const QString &text, Span span);

/// A prompt as a model reads it. For a causal one special tokens that the tokenizer would put behind it are left off; a
/// masked one reads all. Throws Error of kind Input for a prompt that is empty or has no token of its own.
Encoding promptTokens(const Tokenizer &tokenizer, const QString &prompt, bool masked = false);

/// The place of the only mask among the tokens of a prompt. Throws Error of kind Input when there is none or more than
/// one; Unsupported when the tokenizer has no mask.
int maskPosition(const Tokenizer &tokenizer, const Encoding &prompt);

/// The tokens whose offsets overlap a span of the text, as a range of indices. Special tokens that were added never
/// count. Throws Error of kind Input when there are none, or when no token of the prompt is outside.
Span subjectTokens(const Encoding &encoding, Span span);

/// A target as token pieces.
struct Target {
    std::vector<std::int64_t> ids;
    bool isAlone = false; ///< it had to be tokenized by itself, because the prompt's tokens change with it
};

/// What is added to the prompt's tokens when prompt + target is tokenized; where the prompt's tokens change with it,
/// the target by itself, without a space put in front. Throws Error of kind Input for an empty target or one without
/// tokens.
Target targetIds(const Tokenizer &tokenizer, const QString &prompt, const QString &target);
/// The same where the prompt's tokens are at hand.
Target targetIds(const Tokenizer &tokenizer, const QString &prompt, const std::vector<std::int64_t> &promptIds,
                 const QString &target);

/// What stands for a target at a mask: the target by itself, as it goes on from a text. Throws Error of kind Input when
/// it is not one token.
Target maskTarget(const Tokenizer &tokenizer, const QString &target);

} // namespace cw
