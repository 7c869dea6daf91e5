// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/Normalizer.h"

#include "core/checkpoint/tokenizer/ByteLevel.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/Growth.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/Pattern.h"
#include "core/checkpoint/tokenizer/TypedParts.h"

namespace cw {
namespace {

class Steps final : public Normalizer {
public:
    explicit Steps(const JsonPart &part) : m_steps(readSteps(part.at(QStringLiteral("normalizers")), readNormalizer)) {}
    void apply(AlignedText &text, bool goesOn) const override
    {
        const qsizetype before = text.text.size();
        for (const auto &step : m_steps) {
            step->apply(text, goesOn);
            requireTotalGrowth(before, text.text.size());
        }
    }

private:
    std::vector<std::unique_ptr<const Normalizer>> m_steps;
};

constexpr qsizetype longestPrefix = 32;

class Prepend final : public Normalizer {
public:
    explicit Prepend(const JsonPart &part) : m_prefix(part.text(QStringLiteral("prepend")))
    {
        if (m_prefix.size() > longestPrefix)
            part.at(QStringLiteral("prepend")).failAsTooLong();
    }
    void apply(AlignedText &text, bool goesOn) const override
    {
        if (!goesOn)
            text.prepend(m_prefix);
    }

private:
    QString m_prefix;
};

/// Replaces every match; what is put in stands for the last code point of the match.
class Replace final : public Normalizer {
public:
    explicit Replace(const JsonPart &part)
        : m_pattern(Pattern::read(part.at(QStringLiteral("pattern")))), m_content(part.text(QStringLiteral("content")))
    {
    }
    void apply(AlignedText &text, bool) const override
    {
        const std::vector<Range> matches = m_pattern.matches(text.text);
        if (matches.empty())
            return;
        requireGrowth(text.text.size(), text.text.size() + static_cast<qsizetype>(matches.size()) * m_content.size());
        AlignedText result;
        qsizetype last = 0;
        for (const Range &match : matches) {
            result.append(text, last, match.begin);
            const Span from =
                match.end > 0 ? text.origin[static_cast<std::size_t>(match.end - 1)] : Span{text.start(), text.start()};
            result.text += m_content;
            result.origin.insert(result.origin.end(), static_cast<std::size_t>(m_content.size()), from);
            last = match.end;
        }
        result.append(text, last, text.text.size());
        text = std::move(result);
    }

private:
    Pattern m_pattern;
    QString m_content;
};

class Strip final : public Normalizer {
public:
    explicit Strip(const JsonPart &part)
        : m_left(part.flag(QStringLiteral("strip_left"), true)), m_right(part.flag(QStringLiteral("strip_right"), true))
    {
    }
    void apply(AlignedText &text, bool) const override
    {
        qsizetype begin = 0;
        qsizetype end = text.text.size();
        while (m_left && begin < end && isWhiteSpace(text.text[begin].unicode()))
            ++begin;
        while (m_right && begin < end && isWhiteSpace(text.text[end - 1].unicode()))
            --end;
        text = text.mid(begin, end);
    }

private:
    bool m_left;
    bool m_right;
};

/// Each byte of UTF-8 as a letter.
class ByteLetters final : public Normalizer {
public:
    explicit ByteLetters(const JsonPart &) {}
    void apply(AlignedText &text, bool) const override { text.rewriteEach(appendByteLetters); }
};

/// The cleaning of SentencePiece's machine translation models: some control characters go, others become spaces.
class Nmt final : public Normalizer {
public:
    explicit Nmt(const JsonPart &) {}
    void apply(AlignedText &text, bool) const override { text.rewriteEach(clean); }

private:
    static void clean(char32_t c, Span from, AlignedText &out)
    {
        const bool isGone =
            (c >= 0x01 && c <= 0x08) || c == 0x0B || (c >= 0x0E && c <= 0x1F) || c == 0x7F || c == 0x8F || c == 0x9F;
        const bool isSpace = c == 0x09 || c == 0x0A || c == 0x0C || c == 0x0D || c == 0x1680 ||
                             (c >= 0x200B && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x2581 || c == 0xFEFF ||
                             c == 0xFFFD;
        if (!isGone)
            out.append(isSpace ? char32_t{0x20} : c, from);
    }
};

template <QString::NormalizationForm form> std::unique_ptr<const Normalizer> formOf(const JsonPart &)
{
    return unicodeForm(form);
}

} // namespace

std::unique_ptr<const Normalizer> readNormalizer(const JsonPart &part)
{
    static const TypedMaker<Normalizer> makers[]{
        {"Sequence", makePart<Normalizer, Steps>},
        {"BertNormalizer", bertNormalizer},
        {"ByteLevel", makePart<Normalizer, ByteLetters>},
        {"Lowercase", [](const JsonPart &) { return lowercase(); }},
        {"NFC", formOf<QString::NormalizationForm_C>},
        {"NFD", formOf<QString::NormalizationForm_D>},
        {"NFKC", formOf<QString::NormalizationForm_KC>},
        {"NFKD", formOf<QString::NormalizationForm_KD>},
        {"Nmt", makePart<Normalizer, Nmt>},
        {"Precompiled", charsMapNormalizer},
        {"Prepend", makePart<Normalizer, Prepend>},
        {"Replace", makePart<Normalizer, Replace>},
        {"Strip", makePart<Normalizer, Strip>},
        {"StripAccents", [](const JsonPart &) { return stripAccents(); }},
    };
    return readTyped(part, makers);
}

} // namespace cw
