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
            batch.opens.push_back(0);
        }
        addDocument(batch, end);
    }
}

std::vector<char> DemoRows::opensAt(const std::string &text, const Encoding &encoding) const
{
    std::vector<char> result(encoding.ids.size());
    for (const Occupation &occupation : m_grammar.people().occupations()) {
        std::string name = occupation.name.toStdString();
        const std::size_t last = name.rfind(' ');
        if (last == std::string::npos)
            continue;
        for (const char gap : {' ', '_'}) { // as prose and as Python write it
            std::replace(name.begin(), name.end(), ' ', gap);
            for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1))
                for (std::size_t i = 0; i < result.size(); ++i)
                    if (encoding.offsets[i].end > static_cast<int>(at) &&
                        encoding.offsets[i].end <= static_cast<int>(at + last + (gap == '_' ? 1 : 0)))
                        result[i] = 1;
        }
    }
    return result;
}

void DemoRows::addDocument(DemoBatch &batch, std::size_t end)
{
    const DemoText text = demoDocument(m_grammar, m_draws);
    const Encoding encoding = m_tokenizer->encode(QString::fromStdString(text.text));
    const std::vector<char> shown = shownAt(text, encoding);
    const std::vector<char> opens = opensAt(text.text, encoding);
    const auto room = static_cast<std::ptrdiff_t>(std::min(end - std::min(end, batch.ids.size()), shown.size()));
    batch.ids.insert(batch.ids.end(), encoding.ids.begin(), encoding.ids.begin() + room);
    batch.shows.insert(batch.shows.end(), shown.begin(), shown.begin() + room);
    batch.opens.insert(batch.opens.end(), opens.begin(), opens.begin() + room);
}

} // namespace cw
