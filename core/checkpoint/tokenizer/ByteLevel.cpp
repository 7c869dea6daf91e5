// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/ByteLevel.h"

#include "core/checkpoint/tokenizer/ByteLetters.h"
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/PreTokenizer.h"

namespace cw {
namespace {

enum class Kind { Space, Letter, Number, Other };

Kind kindOf(char32_t c)
{
    if (isWhiteSpace(c))
        return Kind::Space;
    return QChar::isLetter(c) ? Kind::Letter : QChar::isNumber(c) ? Kind::Number : Kind::Other;
}

/// Length of the English ending ('s, 't, 're, 've, 'm, 'll, 'd) that text begins with, or 0.
qsizetype endingLength(QStringView text)
{
    if (text.size() < 2 || text[0] != u'\'')
        return 0;
    switch (text[1].unicode()) {
    case u's':
    case u't':
    case u'm':
    case u'd': return 2;
    case u'r':
    case u'v': return text.size() > 2 && text[2] == u'e' ? 3 : 0;
    case u'l': return text.size() > 2 && text[2] == u'l' ? 3 : 0;
    default: return 0;
    }
}

/// Where the run of one kind that begins at a position ends.
qsizetype runEnd(QStringView text, qsizetype at, Kind kind)
{
    while (at < text.size()) {
        const char32_t c = codePointAt(text, at);
        if (kindOf(c) != kind)
            break;
        at += unitsOf(c);
    }
    return at;
}

qsizetype wordEnd(QStringView text, qsizetype at)
{
    if (const qsizetype ending = endingLength(text.mid(at, 3)))
        return at + ending;
    const Kind kind = kindOf(codePointAt(text, at));
    if (kind != Kind::Space)
        return runEnd(text, at, kind);
    const qsizetype end = runEnd(text, at, Kind::Space);
    if (end == text.size())
        return end;
    // Every space is one unit. The last one before a word is left to it; alone, a blank is taken along by the word.
    if (end - at > 1)
        return end - 1;
    return text[at] == u' ' ? runEnd(text, end, kindOf(codePointAt(text, end))) : end;
}

class ByteLevel final : public PreTokenizer {
public:
    explicit ByteLevel(const JsonPart &part)
        : m_addsSpace(part.flag(QStringLiteral("add_prefix_space"), true)),
          m_cutsWords(part.flag(QStringLiteral("use_regex"), true))
    {
    }
    void apply(Pieces &pieces) const override;

private:
    bool m_addsSpace;
    bool m_cutsWords;
};

void ByteLevel::apply(Pieces &pieces) const
{
    if (m_addsSpace && !pieces.goesOn()) {
        pieces.rewrite([](AlignedText &text) {
            if (!text.text.startsWith(u' '))
                text.prepend(QStringLiteral(" "));
        });
    }
    if (m_cutsWords)
        pieces.split(cutLikeGpt2);
    pieces.rewriteEach(appendByteLetters);
}

} // namespace

void appendByteLetters(char32_t c, Span from, AlignedText &out)
{
    for (int i = 0; i < bytesOf(c); ++i) {
        out.text += QChar(letterOf(utf8Byte(c, i)));
        out.origin.push_back(from);
    }
}

void cutLikeGpt2(QStringView text, std::vector<Piece> &parts)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = wordEnd(text, at);
        parts.push_back({{at, end}, Piece::unclaimed});
        at = end;
    }
}

std::unique_ptr<const PreTokenizer> byteLevel(const JsonPart &part)
{
    return std::make_unique<ByteLevel>(part);
}

} // namespace cw
