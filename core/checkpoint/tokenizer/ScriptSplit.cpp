// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/PreTokenizer.h"

namespace cw {
namespace {

/// Goes with every script: spaces, and characters that came after Unicode 9, whose table the reference has.
constexpr QChar::Script anyScript = QChar::Script_Unknown;

/// The script of a character as SentencePiece sees it: Japanese is one with Chinese.
QChar::Script scriptOf(char32_t c)
{
    if (c == 0x20 || QChar::unicodeVersion(c) > QChar::Unicode_9_0)
        return anyScript;
    if (c == 0x30FC)
        return QChar::Script_Han;
    if (c == 0x0953 || c == 0x0954)
        return QChar::Script_Devanagari;
    if (c == 0x0589 || c == 0x061C)
        return QChar::Script_Common;
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Hiragana || script == QChar::Script_Katakana ? QChar::Script_Han : script;
}

class ScriptSplit final : public PreTokenizer {
public:
    void apply(Pieces &pieces) const override
    {
        pieces.split([](QStringView text, std::vector<Piece> &parts) {
            QChar::Script last = anyScript;
            for (qsizetype i = 0; i < text.size();) {
                const char32_t c = codePointAt(text, i);
                const qsizetype next = i + unitsOf(c);
                const QChar::Script script = scriptOf(c);
                // What goes with every script is left out at the beginning, where there is none yet.
                if (script != anyScript && script != last)
                    parts.push_back({{i, next}, Piece::unclaimed});
                else if (!parts.empty())
                    parts.back().end = next;
                last = script == anyScript ? last : script;
                i = next;
            }
        });
    }
};

} // namespace

std::unique_ptr<const PreTokenizer> scriptSplit(const JsonPart &)
{
    return std::make_unique<ScriptSplit>();
}

} // namespace cw
