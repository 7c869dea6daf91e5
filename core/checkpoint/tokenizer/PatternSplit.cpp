// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/Pattern.h"
#include "core/checkpoint/tokenizer/PreTokenizer.h"
#include "core/checkpoint/tokenizer/SplitBehavior.h"

namespace cw {
namespace {

class PatternSplit final : public PreTokenizer {
public:
    PatternSplit(Pattern pattern, SplitBehavior behavior, bool isInverted)
        : m_pattern(std::move(pattern)), m_behavior(behavior), m_isInverted(isInverted)
    {
    }
    void apply(Pieces &pieces) const override
    {
        pieces.split([this](QStringView text, std::vector<Piece> &parts) {
            cutAt(m_pattern.matches(text), text.size(), m_behavior, m_isInverted, parts);
        });
    }

private:
    Pattern m_pattern;
    SplitBehavior m_behavior;
    bool m_isInverted;
};

} // namespace

std::unique_ptr<const PreTokenizer> patternSplit(const JsonPart &part)
{
    return std::make_unique<PatternSplit>(Pattern::read(part.at(QStringLiteral("pattern"))),
                                          readSplitBehavior(part, SplitBehavior::Isolated),
                                          part.flag(QStringLiteral("invert"), false));
}

std::unique_ptr<const PreTokenizer> delimiterSplit(const JsonPart &part)
{
    return std::make_unique<PatternSplit>(Pattern::literal(part.text(QStringLiteral("delimiter"))),
                                          SplitBehavior::Removed, false);
}

} // namespace cw
