// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/JsonPart.h"
#include "core/checkpoint/tokenizer/PreTokenizer.h"
#include "core/checkpoint/tokenizer/SplitBehavior.h"

namespace cw {
namespace {

enum class Scheme { Always, First, Never };

Scheme readScheme(const JsonPart &part)
{
    const bool adds = part.flag(QStringLiteral("add_prefix_space"), true);
    const QString name = part.text(QStringLiteral("prepend_scheme"), adds ? QStringLiteral("always") : QString());
    if (!adds || name == u"never")
        return Scheme::Never;
    if (name == u"always")
        return Scheme::Always;
    if (name == u"first")
        return Scheme::First;
    part.at(QStringLiteral("prepend_scheme")).unknown(name);
}

class Metaspace final : public PreTokenizer {
public:
    explicit Metaspace(const JsonPart &part)
        : m_letter(part.text(QStringLiteral("replacement"))), m_scheme(readScheme(part)),
          m_splits(part.flag(QStringLiteral("split"), true))
    {
        if (m_letter.isEmpty())
            part.at(QStringLiteral("replacement")).failAsEmpty();
        if (m_letter.size() > unitsOf(codePointAt(m_letter, 0)))
            part.at(QStringLiteral("replacement")).failAsTooLong();
    }
    void apply(Pieces &pieces) const override;

private:
    void rewrite(AlignedText &text, bool goesOn) const;

    QString m_letter;
    Scheme m_scheme;
    bool m_splits;
};

void Metaspace::rewrite(AlignedText &text, bool goesOn) const
{
    AlignedText result;
    result.text.reserve(text.text.size());
    result.origin.reserve(text.origin.size());
    for (qsizetype i = 0; i < text.text.size(); ++i) {
        const Span from = text.origin[static_cast<std::size_t>(i)];
        if (text.text[i] == u' ')
            result.text += m_letter;
        else
            result.text += text.text[i];
        result.origin.resize(static_cast<std::size_t>(result.text.size()), from);
    }
    const bool isWanted = m_scheme == Scheme::Always || (m_scheme == Scheme::First && result.start() == 0);
    if (isWanted && !goesOn && !result.text.startsWith(m_letter))
        result.prepend(m_letter);
    text = std::move(result);
}

void Metaspace::apply(Pieces &pieces) const
{
    const bool goesOn = pieces.goesOn();
    pieces.rewrite([this, goesOn](AlignedText &text) { rewrite(text, goesOn); });
    if (!m_splits)
        return;
    pieces.split([this](QStringView text, std::vector<Piece> &parts) {
        std::vector<Range> matches;
        const qsizetype size = m_letter.size();
        for (qsizetype at = text.indexOf(m_letter); at >= 0; at = text.indexOf(m_letter, at + size))
            matches.push_back({at, at + size});
        cutAt(matches, text.size(), SplitBehavior::MergedWithNext, false, parts);
    });
}

} // namespace

std::unique_ptr<const PreTokenizer> metaspace(const JsonPart &part)
{
    return std::make_unique<Metaspace>(part);
}

} // namespace cw
