// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/Normalizer.h"

#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/Pattern.h"

namespace cw {
namespace {

class Steps final : public Normalizer {
public:
    explicit Steps(const JsonPart &part)
    {
        for (const JsonPart &step : part.at(QStringLiteral("normalizers")).list()) {
            if (auto normalizer = readNormalizer(step))
                m_steps.push_back(std::move(normalizer));
        }
    }
    void apply(AlignedText &text, bool goesOn) const override
    {
        for (const auto &step : m_steps)
            step->apply(text, goesOn);
    }

private:
    std::vector<std::unique_ptr<const Normalizer>> m_steps;
};

class Prepend final : public Normalizer {
public:
    explicit Prepend(const JsonPart &part) : m_prefix(part.text(QStringLiteral("prepend"))) {}
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

} // namespace

std::unique_ptr<const Normalizer> readNormalizer(const JsonPart &part)
{
    if (part.isNull())
        return nullptr;
    const QString type = part.text(QStringLiteral("type"));
    if (type == u"Sequence")
        return std::make_unique<Steps>(part);
    if (type == u"NFC")
        return unicodeForm(QString::NormalizationForm_C);
    if (type == u"NFD")
        return unicodeForm(QString::NormalizationForm_D);
    if (type == u"NFKC")
        return unicodeForm(QString::NormalizationForm_KC);
    if (type == u"NFKD")
        return unicodeForm(QString::NormalizationForm_KD);
    if (type == u"Lowercase")
        return lowercase();
    if (type == u"StripAccents")
        return stripAccents();
    if (type == u"Strip")
        return std::make_unique<Strip>(part);
    if (type == u"Prepend")
        return std::make_unique<Prepend>(part);
    if (type == u"Replace")
        return std::make_unique<Replace>(part);
    part.unknown(type);
}

} // namespace cw
