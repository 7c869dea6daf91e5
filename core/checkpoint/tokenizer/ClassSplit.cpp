// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/BertClasses.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/PreTokenizer.h"
#include "core/checkpoint/tokenizer/SplitBehavior.h"

namespace cw {
namespace {

bool isSpace(char32_t c)
{
    return isWhiteSpace(c);
}
bool isNumber(char32_t c)
{
    return QChar::isNumber(c);
}
/// Cuts at single characters of a class.
class ClassSplit final : public PreTokenizer {
public:
    ClassSplit(bool (*isCut)(char32_t), SplitBehavior behavior) : m_isCut(isCut), m_behavior(behavior) {}
    void apply(Pieces &pieces) const override
    {
        pieces.split([this](QStringView text, std::vector<Piece> &parts) {
            std::vector<Range> matches;
            for (qsizetype i = 0; i < text.size();) {
                const char32_t c = codePointAt(text, i);
                const int units = unitsOf(c);
                if (m_isCut(c))
                    matches.push_back({i, i + units});
                i += units;
            }
            cutAt(matches, text.size(), m_behavior, false, parts);
        });
    }

private:
    bool (*m_isCut)(char32_t);
    SplitBehavior m_behavior;
};

class Words final : public PreTokenizer {
public:
    explicit Words(const JsonPart &) {}
    void apply(Pieces &pieces) const override
    {
        pieces.split([](QStringView text, std::vector<Piece> &parts) {
            enum Kind { Space, Word, Other } last = Space;
            for (qsizetype i = 0; i < text.size();) {
                const char32_t c = codePointAt(text, i);
                const Kind kind = isWhiteSpace(c) ? Space : isWordCharacter(c) ? Word : Other;
                const qsizetype next = i + unitsOf(c);
                if (kind != Space && kind == last)
                    parts.back().end = next;
                else if (kind != Space)
                    parts.push_back({{i, next}, Piece::unclaimed});
                last = kind;
                i = next;
            }
        });
    }
};

class BertWords final : public PreTokenizer {
public:
    explicit BertWords(const JsonPart &) {}
    void apply(Pieces &pieces) const override
    {
        pieces.split([](QStringView text, std::vector<Piece> &parts) {
            bool goesOn = false;
            for (qsizetype i = 0; i < text.size();) {
                const char32_t c = codePointAt(text, i);
                const qsizetype next = i + unitsOf(c);
                const bool isAlone = isBertPunctuation(c);
                if (isWhiteSpace(c))
                    goesOn = false;
                else if (goesOn && !isAlone)
                    parts.back().end = next;
                else {
                    parts.push_back({{i, next}, Piece::unclaimed});
                    goesOn = !isAlone;
                }
                i = next;
            }
        });
    }
};

} // namespace

std::unique_ptr<const PreTokenizer> bertWords(const JsonPart &part)
{
    return std::make_unique<BertWords>(part);
}

std::unique_ptr<const PreTokenizer> wordSplit(const JsonPart &part)
{
    return std::make_unique<Words>(part);
}

std::unique_ptr<const PreTokenizer> spaceSplit(const JsonPart &)
{
    return std::make_unique<ClassSplit>(isSpace, SplitBehavior::Removed);
}

std::unique_ptr<const PreTokenizer> punctuationSplit(const JsonPart &part)
{
    return std::make_unique<ClassSplit>(isBertPunctuation, readSplitBehavior(part, SplitBehavior::Isolated));
}

std::unique_ptr<const PreTokenizer> digitSplit(const JsonPart &part)
{
    const bool isSingle = part.flag(QStringLiteral("individual_digits"), false);
    return std::make_unique<ClassSplit>(isNumber, isSingle ? SplitBehavior::Isolated : SplitBehavior::Contiguous);
}

} // namespace cw
