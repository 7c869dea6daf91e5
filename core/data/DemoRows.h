// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DemoGrammar.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace cw {

class Tokenizer;
struct Encoding;

/// Rows of tokens that a model learns from at once.
struct DemoBatch {
    int rows = 0;
    int length = 0;
    std::vector<std::int64_t> ids; ///< [rows, length + 1]: each token but a row's last predicts the next one
    std::vector<char> shows;       ///< the same shape: whether a token shows somebody's gender
    std::vector<char> opens;       ///< the same shape: whether it belongs to an occupation that goes on behind it
};

/// Documents of the demo grammar, one behind the other, in rows of several lengths: most are short, since they cost
/// least; some are as long as the context, so that every position is learned.
class DemoRows {
public:
    DemoRows(const std::vector<Occupation> &occupations, std::uint64_t seed, std::shared_ptr<const Tokenizer> tokenizer,
             int context);

    /// About so many tokens.
    DemoBatch next(int tokens);

private:
    void addRow(DemoBatch &batch);
    void addDocument(DemoBatch &batch, std::size_t end);
    std::vector<char> opensAt(const std::string &text, const Encoding &encoding) const;

    DemoGrammar m_grammar;
    Draws m_draws;
    std::shared_ptr<const Tokenizer> m_tokenizer;
    int m_context;
};

/// The next document of the grammar: prose in most cases, so that prose and Python give about as many tokens.
DemoText demoDocument(DemoGrammar &grammar, Draws &draws);

/// The token that stands between documents.
constexpr std::int64_t demoEndId = 0;

} // namespace cw
