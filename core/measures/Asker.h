// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/Tokenizer.h"
#include "core/measures/QueryTask.h"

namespace cw {

/// Turns texts into queries as a model reads them.
class Asker {
public:
    /// context: the most tokens the model reads. begin: the token that stands before a text that has nothing before it:
    /// the model's BOS, else its end of text.
    Asker(std::shared_ptr<const Tokenizer> tokenizer, bool isMasked, int context, std::optional<std::int64_t> begin);

    const Tokenizer &tokenizer() const { return *m_tokenizer; }
    bool isMasked() const { return m_isMasked; }
    int context() const { return m_context; }
    const std::optional<std::int64_t> &begin() const { return m_begin; }
    /// Throw Error: of kind Unsupported where the model has no begin token for this text, of kind Input where so many
    /// tokens of it do not fit the context.
    void requireBegin(const QString &text) const;
    void requireFits(std::size_t tokens, const QString &text) const;

    /// Reads every token of a continuation behind a context, as lm-evaluation-harness cuts them: spaces at the
    /// context's end belong to the continuation, and its tokens are what the whole text has more than the context. Too
    /// long texts lose tokens on the left. An empty context is the begin token.
    Asked continuation(const QString &context, const QString &continuation) const;
    /// Reads every token of a text behind the begin token.
    Asked text(const QString &text) const { return continuation({}, text); }
    /// One query for each target, which reads all its pieces behind a prompt: P(target) is the product. For a masked
    /// model the prompt holds one mask, and a target is one token.
    Asked targets(const QString &prompt, const QStringList &targets) const;
    /// One query for each position in positions of a text's tokens, with that token masked and read.
    Asked masked(const Encoding &text, const std::vector<int> &positions) const;
    /// How the mask is written. Throws Error of kind Unsupported where the tokenizer has none.
    QString maskText() const;

    /// The tokens of a text behind the begin token, where the model has one, and without other special tokens.
    Encoding behindBegin(const QString &text) const;
    /// The tokens of a text with its special ones. Throws Error of kind Input where they are more than the context.
    Encoding encode(const QString &text) const;

private:
    std::shared_ptr<const Tokenizer> m_tokenizer;
    bool m_isMasked;
    int m_context;
    std::optional<std::int64_t> m_begin;
};

/// The sum of a query's log-probabilities: log P(continuation), log P(target).
double logProbabilityOf(const Readings &readings);

} // namespace cw
