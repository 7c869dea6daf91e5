// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DemoRows.h"

#include "core/checkpoint/Tokenizer.h"

#include <algorithm>

namespace cw {
namespace {

constexpr double proseShare = 0.72;

/// The first token of every mark: offsets count code points, which are bytes in the grammar's texts.
std::vector<char> shownAt(const DemoText &text, const Encoding &encoding)
{
    std::vector<char> result(encoding.ids.size());
    for (const DemoMark &mark : text.marks) {
        const auto first = std::find_if(encoding.offsets.begin(), encoding.offsets.end(), [&mark](const Span &token) {
            return token.end > static_cast<int>(mark.begin) && token.begin < static_cast<int>(mark.end);
        });
        if (first != encoding.offsets.end())
            result[static_cast<std::size_t>(first - encoding.offsets.begin())] = 1;
    }
    return result;
}

} // namespace

DemoText demoDocument(DemoGrammar &grammar, Draws &draws)
{
    return draws.chance(proseShare) ? grammar.proseDocument() : grammar.codeDocument();
}

DemoRows::DemoRows(const std::vector<Occupation> &occupations, std::uint64_t seed,
                   std::shared_ptr<const Tokenizer> tokenizer, int context)
    : m_grammar(occupations, seed), m_draws(seed + 1), m_tokenizer(std::move(tokenizer)), m_context(context)
{
}

DemoBatch DemoRows::next(int tokens)
{
    static const std::vector<int> parts{8, 4, 2, 1}; // of the context
    DemoBatch batch;
    batch.length = std::max(m_context / parts[m_draws.weighted({0.2, 0.5, 0.18, 0.12})], 1);
    batch.rows = std::max(tokens / batch.length, 1);
    for (int row = 0; row < batch.rows; ++row)
        addRow(batch);
    return batch;
}

void DemoRows::addRow(DemoBatch &batch)
{
    const std::size_t begin = batch.ids.size();
    const std::size_t end = begin + static_cast<std::size_t>(batch.length) + 1;
    while (batch.ids.size() < end) {
        if (batch.ids.size() > begin) {
            batch.ids.push_back(demoEndId);
            batch.shows.push_back(0);
        }
        addDocument(batch, end);
    }
}

void DemoRows::addDocument(DemoBatch &batch, std::size_t end)
{
    const DemoText text = demoDocument(m_grammar, m_draws);
    const Encoding encoding = m_tokenizer->encode(QString::fromStdString(text.text));
    const std::vector<char> shown = shownAt(text, encoding);
    const auto room = static_cast<std::ptrdiff_t>(std::min(end - std::min(end, batch.ids.size()), shown.size()));
    batch.ids.insert(batch.ids.end(), encoding.ids.begin(), encoding.ids.begin() + room);
    batch.shows.insert(batch.shows.end(), shown.begin(), shown.begin() + room);
}

} // namespace cw
