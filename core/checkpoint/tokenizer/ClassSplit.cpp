// SPDX-License-Identifier: GPL-3.0-or-later
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
/// Unicode's punctuation, and the ASCII characters that are symbols there.
bool isPunctuation(char32_t c)
{
    return QChar::isPunct(c) || (c < 0x80 && c > 0x20 && c != 0x7F && !QChar::isLetterOrNumber(c));
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

/// Runs of word characters and runs of all else but spaces: `\w+|[^\w\s]+`.
class Words final : public PreTokenizer {
public:
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

} // namespace

std::unique_ptr<const PreTokenizer> classSplit(const QString &type, const JsonPart &part)
{
    if (type == u"Whitespace")
        return std::make_unique<Words>();
    if (type == u"WhitespaceSplit")
        return std::make_unique<ClassSplit>(isSpace, SplitBehavior::Removed);
    if (type == u"Punctuation")
        return std::make_unique<ClassSplit>(isPunctuation, readSplitBehavior(part, SplitBehavior::Isolated));
    if (type == u"Digits") {
        const bool isSingle = part.flag(QStringLiteral("individual_digits"), false);
        return std::make_unique<ClassSplit>(isNumber, isSingle ? SplitBehavior::Isolated : SplitBehavior::Contiguous);
    }
    return nullptr;
}

} // namespace cw
