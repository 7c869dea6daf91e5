// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoint/StopFilter.h"
#include "core/checkpoint/TokenText.h"
#include "core/jobs/Generation.h"

namespace cw {

/// Makes the text of one sample out of its tokens, and says when it ends.
class TextWriter {
public:
    TextWriter(int sample, const GenerateRun &run, const std::shared_ptr<const Tokenizer> &tokenizer,
               std::vector<std::int64_t> endIds);

    /// What the token brings, and whether the text ends with it.
    TextPiece add(std::int64_t id);
    /// What was held back, and why no more comes.
    TextPiece end(TextEnd why);
    bool hasEnded() const { return m_hasEnded; }

private:
    const int m_sample;
    const int m_max;
    const std::shared_ptr<const Tokenizer> m_tokenizer;
    const std::vector<std::int64_t> m_endIds;
    TokenText m_text;
    StopFilter m_filter;
    int m_count = 0;
    bool m_hasEnded = false;
};

} // namespace cw
