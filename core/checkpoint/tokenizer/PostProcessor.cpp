// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/PostProcessor.h"

#include "core/checkpoint/tokenizer/ByteLetters.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/TypedParts.h"

#include <algorithm>

namespace cw {
namespace {

struct SpecialToken {
    std::int64_t id = 0;
    QString text;
};

void surround(Encoding &encoding, const std::vector<SpecialToken> &before, const std::vector<SpecialToken> &after)
{
    Encoding result;
    const auto addSpecial = [&result](const SpecialToken &token) {
        result.ids.push_back(token.id);
        result.tokens.push_back(token.text);
        result.offsets.push_back({0, 0});
    };
    std::for_each(before.begin(), before.end(), addSpecial);
    result.ids.insert(result.ids.end(), encoding.ids.begin(), encoding.ids.end());
    result.tokens.insert(result.tokens.end(), encoding.tokens.begin(), encoding.tokens.end());
    result.offsets.insert(result.offsets.end(), encoding.offsets.begin(), encoding.offsets.end());
    std::for_each(after.begin(), after.end(), addSpecial);
    result.addedBefore = encoding.addedBefore + static_cast<int>(before.size());
    result.addedAfter = encoding.addedAfter + static_cast<int>(after.size());
    encoding = std::move(result);
}

bool isSpaceLetter(QChar letter)
{
    return letter == QChar(spaceLetter) || isWhiteSpace(letter.unicode());
}

/// Leaves the spaces of byte-level tokens out of their offsets; one space in front of all
/// counts as put there by the tokenizer.
void trimOffsets(Encoding &encoding, bool addsSpace)
{
    for (std::size_t i = 0; i < encoding.tokens.size(); ++i) {
        const QString &token = encoding.tokens[i];
        Span &span = encoding.offsets[i];
        const auto letter = std::find_if_not(token.begin(), token.end(), isSpaceLetter);
        int leading = static_cast<int>(letter - token.begin());
        const int trailing =
            static_cast<int>(std::find_if_not(token.rbegin(), token.rend(), isSpaceLetter) - token.rbegin());
        if (leading == 1 && addsSpace && (i == 0 || span.begin == 0))
            leading = 0;
        span.begin = std::min(span.begin + leading, span.end);
        if (span.end >= trailing)
            span.end = std::max(span.end - trailing, span.begin);
    }
}

class TrimOffsets final : public PostProcessor {
public:
    explicit TrimOffsets(const JsonPart &part)
        : m_trims(part.flag(QStringLiteral("trim_offsets"), true)),
          m_addsSpace(part.flag(QStringLiteral("add_prefix_space"), true))
    {
    }
    void apply(Encoding &encoding, bool) const override
    {
        if (m_trims)
            trimOffsets(encoding, m_addsSpace);
    }

private:
    bool m_trims;
    bool m_addsSpace;
};

/// Puts one special token before and one after: BERT's way, and RoBERTa's, which trims offsets first.
class Bookends final : public PostProcessor {
public:
    explicit Bookends(const JsonPart &part, std::unique_ptr<const PostProcessor> first = nullptr)
        : m_first(std::move(first)), m_before(read(part.at(QStringLiteral("cls")))),
          m_after(read(part.at(QStringLiteral("sep"))))
    {
    }
    void apply(Encoding &encoding, bool special) const override
    {
        if (m_first)
            m_first->apply(encoding, special);
        if (special)
            surround(encoding, {m_before}, {m_after});
    }

private:
    static SpecialToken read(const JsonPart &part)
    {
        const std::vector<JsonPart> both = part.list();
        if (both.size() != 2)
            part.fail(QT_TRANSLATE_NOOP("Error",
                                        "The tokenizer file \"%1\" is unusable: \"%2\" is not a token with its id."));
        return {both[1].id(), both[0].text()};
    }

    std::unique_ptr<const PostProcessor> m_first;
    SpecialToken m_before;
    SpecialToken m_after;
};

/// Special tokens around the text as a template says.
class Template final : public PostProcessor {
public:
    explicit Template(const JsonPart &part)
    {
        bool isAfter = false;
        const JsonPart single = part.at(QStringLiteral("single"));
        for (const JsonPart &place : single.list()) {
            if (place.has(QStringLiteral("Sequence"))) {
                if (isAfter)
                    single.fail(QT_TRANSLATE_NOOP(
                        "Error", "The tokenizer file \"%1\" is unusable: \"%2\" holds the text more than once."));
                isAfter = true;
                continue;
            }
            const QString name = place.at(QStringLiteral("SpecialToken")).text(QStringLiteral("id"));
            read(part.at(QStringLiteral("special_tokens")).at(name), isAfter ? m_after : m_before);
        }
        if (!isAfter)
            single.fail(
                QT_TRANSLATE_NOOP("Error", "The tokenizer file \"%1\" is unusable: \"%2\" has no place for the text."));
    }
    void apply(Encoding &encoding, bool special) const override
    {
        if (special)
            surround(encoding, m_before, m_after);
    }

private:
    static void read(const JsonPart &part, std::vector<SpecialToken> &tokens)
    {
        const std::vector<JsonPart> ids = part.at(QStringLiteral("ids")).list();
        const std::vector<JsonPart> texts = part.at(QStringLiteral("tokens")).list();
        if (ids.size() != texts.size())
            part.fail(QT_TRANSLATE_NOOP(
                "Error", "The tokenizer file \"%1\" is unusable: \"%2\" has not as many ids as tokens."));
        for (std::size_t i = 0; i < ids.size(); ++i)
            tokens.push_back({ids[i].id(), texts[i].text()});
    }

    std::vector<SpecialToken> m_before;
    std::vector<SpecialToken> m_after;
};

class Steps final : public PostProcessor {
public:
    explicit Steps(const JsonPart &part) : m_steps(readSteps(part.at(QStringLiteral("processors")), readPostProcessor))
    {
    }
    void apply(Encoding &encoding, bool special) const override
    {
        for (const auto &step : m_steps)
            step->apply(encoding, special);
    }

private:
    std::vector<std::unique_ptr<const PostProcessor>> m_steps;
};

std::unique_ptr<const PostProcessor> roberta(const JsonPart &part)
{
    return std::make_unique<Bookends>(part, std::make_unique<TrimOffsets>(part));
}

} // namespace

std::unique_ptr<const PostProcessor> readPostProcessor(const JsonPart &part)
{
    static const TypedMaker<PostProcessor> makers[]{
        {"Sequence", makePart<PostProcessor, Steps>},
        {"BertProcessing", makePart<PostProcessor, Bookends>},
        {"ByteLevel", makePart<PostProcessor, TrimOffsets>},
        {"RobertaProcessing", roberta},
        {"TemplateProcessing", makePart<PostProcessor, Template>},
    };
    return readTyped(part, makers);
}

} // namespace cw
