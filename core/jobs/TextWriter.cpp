// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/TextWriter.h"

#include <algorithm>

namespace cw {

TextWriter::TextWriter(int sample, const GenerateRun &run, const std::shared_ptr<const Tokenizer> &tokenizer,
                       std::vector<std::int64_t> endIds)
    : m_sample(sample), m_max(run.settings.max), m_tokenizer(tokenizer), m_endIds(std::move(endIds)),
      m_text(tokenizer, run.ids), m_filter(run.settings.stop)
{
}

TextPiece TextWriter::add(std::int64_t id)
{
    if (std::find(m_endIds.begin(), m_endIds.end(), id) != m_endIds.end())
        return end(TextEnd::Eos);
    TextPiece piece{m_sample, {id}, {m_tokenizer->token(id)}, m_filter.add(m_text.add(id)), TextEnd::None};
    ++m_count;
    m_hasEnded = m_filter.hasStopped();
    if (m_hasEnded) {
        piece.end = TextEnd::Stop;
    } else if (m_count == m_max) {
        const TextPiece last = end(TextEnd::Max);
        piece.text += last.text;
        piece.end = last.end;
    }
    return piece;
}

TextPiece TextWriter::end(TextEnd why)
{
    m_hasEnded = true;
    QString text = m_filter.add(m_text.rest());
    const bool stopped = m_filter.hasStopped();
    text += m_filter.rest();
    return {m_sample, {}, {}, text, stopped ? TextEnd::Stop : why};
}

} // namespace cw
