// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/PreTokenizer.h"

#include "core/checkpoint/tokenizer/TypedParts.h"

namespace cw {
namespace {

class Steps final : public PreTokenizer {
public:
    explicit Steps(const JsonPart &part)
        : m_steps(readSteps(part.at(QStringLiteral("pretokenizers")), readPreTokenizer))
    {
    }
    void apply(Pieces &pieces) const override
    {
        for (const auto &step : m_steps)
            step->apply(pieces);
    }

private:
    std::vector<std::unique_ptr<const PreTokenizer>> m_steps;
};

} // namespace

std::unique_ptr<const PreTokenizer> readPreTokenizer(const JsonPart &part)
{
    static const TypedMaker<PreTokenizer> makers[]{
        {"Sequence", makePart<PreTokenizer, Steps>},
        {"BertPreTokenizer", bertWords},
        {"ByteLevel", byteLevel},
        {"CharDelimiterSplit", delimiterSplit},
        {"Digits", digitSplit},
        {"Metaspace", metaspace},
        {"Punctuation", punctuationSplit},
        {"Split", patternSplit},
        {"UnicodeScripts", scriptSplit},
        {"Whitespace", wordSplit},
        {"WhitespaceSplit", spaceSplit},
    };
    return readTyped(part, makers);
}

} // namespace cw
