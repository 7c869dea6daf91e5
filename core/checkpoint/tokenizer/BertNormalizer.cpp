// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/BertClasses.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/Normalizer.h"

namespace cw {
namespace {

void clean(char32_t c, Span from, AlignedText &out)
{
    if (c == 0x20 || c == 0x09 || c == 0x0A || c == 0x0D)
        out.append(0x20, from);
    else if (c != 0 && c != QChar::ReplacementCharacter && !isBertControl(c))
        out.append(isWhiteSpace(c) ? char32_t{0x20} : c, from);
}

void separateIdeographs(char32_t c, Span from, AlignedText &out)
{
    const bool isAlone = isIdeograph(c);
    if (isAlone)
        out.append(0x20, from);
    out.append(c, from);
    if (isAlone)
        out.append(0x20, from);
}

void dropMarks(char32_t c, Span from, AlignedText &out)
{
    if (!isBertMark(c))
        out.append(c, from);
}

class BertNormalizer final : public Normalizer {
public:
    explicit BertNormalizer(const JsonPart &part)
        : m_cleans(part.flag(QStringLiteral("clean_text"), true)),
          m_separates(part.flag(QStringLiteral("handle_chinese_chars"), true)),
          m_lowers(part.flag(QStringLiteral("lowercase"), true)),
          m_strips(part.flag(QStringLiteral("strip_accents"), m_lowers))
    {
    }
    void apply(AlignedText &text, bool goesOn) const override
    {
        if (m_cleans)
            text.rewriteEach(clean);
        const bool isAscii = text.isAscii();
        if (m_separates && !isAscii)
            text.rewriteEach(separateIdeographs);
        if (m_strips && !isAscii) {
            m_decomposed->apply(text, goesOn);
            text.rewriteEach(dropMarks);
        }
        if (m_lowers)
            m_lowercase->apply(text, goesOn);
    }

private:
    bool m_cleans;
    bool m_separates;
    bool m_lowers;
    bool m_strips;
    std::unique_ptr<const Normalizer> m_decomposed = unicodeForm(QString::NormalizationForm_D);
    std::unique_ptr<const Normalizer> m_lowercase = lowercase();
};

} // namespace

std::unique_ptr<const Normalizer> bertNormalizer(const JsonPart &part)
{
    return std::make_unique<BertNormalizer>(part);
}

} // namespace cw
