// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/WordDifferences.h"

#include <QTextBoundaryFinder>
#include <cstdint>

namespace cw {
namespace {

/// Places in the table of common words; beyond, the texts are too long to be compared word by word.
constexpr std::size_t largestTable = std::size_t{1} << 22;

/// The words of one text, and which of them the other text has too.
struct Words {
    explicit Words(const QString &text) : whole(text)
    {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
        for (qsizetype begin = 0, end; (end = finder.toNextBoundary()) >= 0; begin = end) {
            const QStringView word = QStringView(text).mid(begin, end - begin);
            if (word.trimmed().isEmpty())
                continue;
            ranges.push_back({begin, end});
            words.push_back(word);
        }
        isCommon.assign(words.size(), false);
    }
    std::size_t size() const { return words.size(); }

    QStringView whole;
    std::vector<QStringView> words;
    std::vector<TextRange> ranges;
    std::vector<bool> isCommon;
};

void mark(Words &a, std::size_t i, Words &b, std::size_t j)
{
    a.isCommon[i] = true;
    b.isCommon[j] = true;
}

/// Marks a longest common subsequence of the words begin .. endA - 1 and begin .. endB - 1.
void markCommon(Words &a, std::size_t endA, Words &b, std::size_t endB, std::size_t begin)
{
    const std::size_t rows = endA - begin;
    const std::size_t columns = endB - begin;
    if (rows == 0 || columns == 0 || (rows + 1) * (columns + 1) > largestTable)
        return;
    std::vector<std::uint16_t> longest((rows + 1) * (columns + 1), 0); // of the words from [row] and [column] on
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t & { return longest[i * (columns + 1) + j]; };
    const auto same = [&](std::size_t i, std::size_t j) { return a.words[begin + i] == b.words[begin + j]; };
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            at(i, j) =
                same(i, j) ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (same(i, j))
            mark(a, begin + i++, b, begin + j++);
        else if (at(i + 1, j) >= at(i, j + 1))
            ++i;
        else
            ++j;
    }
}

/// A stretch goes on over spaces, but not over the end of a line.
std::vector<TextRange> differing(const Words &text, std::size_t count)
{
    std::vector<TextRange> ranges;
    bool goesOn = false;
    for (std::size_t i = 0; i < count; ++i) {
        if (!text.isCommon[i]) {
            const TextRange &word = text.ranges[i];
            goesOn = goesOn && !text.whole.mid(ranges.back().end, word.begin - ranges.back().end).contains(u'\n');
            if (goesOn)
                ranges.back().end = word.end;
            else
                ranges.push_back(word);
        }
        goesOn = !text.isCommon[i];
    }
    return ranges;
}

/// How many words there are up to the last common one.
std::size_t compared(const Words &text)
{
    std::size_t count = text.size();
    while (count > 0 && !text.isCommon[count - 1])
        --count;
    return count;
}

} // namespace

WordDifferences wordDifferences(const QString &before, const QString &after, bool afterGrows)
{
    Words a(before);
    Words b(after);
    std::size_t begin = 0;
    while (begin < a.size() && begin < b.size() && a.words[begin] == b.words[begin]) {
        mark(a, begin, b, begin);
        ++begin;
    }
    std::size_t endA = a.size();
    std::size_t endB = b.size();
    while (!afterGrows && endA > begin && endB > begin && a.words[endA - 1] == b.words[endB - 1])
        mark(a, --endA, b, --endB);
    markCommon(a, endA, b, endB, begin);
    if (!afterGrows)
        return {differing(a, a.size()), differing(b, b.size())};
    // The last word may still become another.
    return {differing(a, compared(a)), differing(b, b.size() > 0 ? b.size() - 1 : 0)};
}

} // namespace cw
