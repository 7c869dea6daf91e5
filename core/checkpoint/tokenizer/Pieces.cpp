// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/tokenizer/Pieces.h"

#include "core/checkpoint/tokenizer/CodePoints.h"
#include "core/checkpoint/tokenizer/Growth.h"

namespace cw {

Pieces::Pieces(const QString &text, bool goesOn) : m_whole(AlignedText::of(text)), m_size(text.size()), m_goesOn(goesOn)
{
    if (!text.isEmpty())
        m_list.push_back({{0, text.size()}, Piece::unclaimed});
}

QStringView Pieces::view(const Piece &piece) const
{
    return QStringView(m_whole.text).mid(piece.begin, piece.end - piece.begin);
}

void Pieces::split(const Cut &cut)
{
    std::vector<Piece> result;
    std::vector<Piece> parts;
    for (const Piece &piece : m_list) {
        if (piece.id != Piece::unclaimed) {
            result.push_back(piece);
            continue;
        }
        parts.clear();
        cut(view(piece), parts);
        for (const Piece &part : parts) {
            if (part.begin < part.end)
                result.push_back({{piece.begin + part.begin, piece.begin + part.end}, part.id});
        }
    }
    m_list = std::move(result);
}

template <class Append> void Pieces::rebuild(const Append &append)
{
    AlignedText result;
    result.text.reserve(m_whole.text.size());
    result.origin.reserve(m_whole.origin.size());
    std::vector<Piece> list;
    list.reserve(m_list.size());
    for (const Piece &piece : m_list) {
        const qsizetype begin = result.text.size();
        if (piece.id == Piece::unclaimed)
            append(piece, result);
        else
            result.append(m_whole, piece.begin, piece.end);
        requireTotalGrowth(m_size, result.text.size());
        if (result.text.size() > begin)
            list.push_back({{begin, result.text.size()}, piece.id});
    }
    m_whole = std::move(result);
    m_list = std::move(list);
}

void Pieces::rewrite(const std::function<void(AlignedText &text)> &change)
{
    rebuild([&](const Piece &piece, AlignedText &out) {
        AlignedText part = m_whole.mid(piece.begin, piece.end);
        change(part);
        out.append(part, 0, part.text.size());
    });
}

void Pieces::rewriteEach(const std::function<void(char32_t c, Span from, AlignedText &out)> &change)
{
    rebuild([&](const Piece &piece, AlignedText &out) {
        for (qsizetype i = piece.begin; i < piece.end;) {
            const char32_t c = codePointAt(m_whole.text, i);
            change(c, m_whole.origin[static_cast<std::size_t>(i)], out);
            i += unitsOf(c);
        }
    });
}

} // namespace cw
