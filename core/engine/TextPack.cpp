// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/TextPack.h"

#include <algorithm>
#include <numeric>

namespace cw {
namespace {

/// A begin is worth a run of its own where that many rows are saved: each run costs an attention of its own.
constexpr std::size_t leastShared = 4;

/// Whether a run of this length may be padded to stand in a group whose longest is that.
bool isAbout(std::size_t length, std::size_t longest)
{
    return 5 * length + 20 >= 4 * longest;
}

} // namespace

std::size_t commonLength(const std::vector<std::int64_t> &a, const std::vector<std::int64_t> &b)
{
    const auto end =
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
    return static_cast<std::size_t>(end.first - a.begin());
}

TextPack::TextPack(const Texts &texts, bool isShared) : m_order(texts.size()), m_last(texts.size())
{
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    if (isShared) {
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&texts](std::size_t a, std::size_t b) { return *texts[a] < *texts[b]; });
        grow(texts, 0, texts.size(), 0, -1);
    } else {
        for (std::size_t text = 0; text < texts.size(); ++text)
            m_last[text] = addRun(*texts[text], 0, texts[text]->size(), -1);
    }
    arrange(isShared);
}

int TextPack::addRun(const std::vector<std::int64_t> &text, std::size_t from, std::size_t to, int parent)
{
    Run run;
    run.parent = parent;
    run.first = static_cast<int>(from);
    run.ids.assign(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(to));
    m_runs.push_back(std::move(run));
    return static_cast<int>(m_runs.size()) - 1;
}

/// The texts m_order[begin .. end - 1] are equal up to depth, which parent ends at.
void TextPack::grow(const Texts &texts, std::size_t begin, std::size_t end, std::size_t depth, int parent)
{
    while (begin < end) {
        const std::vector<std::int64_t> &first = *texts[m_order[begin]];
        // The longest stretch of texts that share enough with the first one; sorted texts share less and less.
        std::size_t stop = begin + 1;
        std::size_t shared = first.size();
        while (stop < end) {
            const std::size_t common = commonLength(first, *texts[m_order[stop]]);
            const bool isSame = common == first.size() && common == texts[m_order[stop]]->size();
            if (!isSame && common < depth + leastShared)
                break;
            shared = std::min(shared, common);
            ++stop;
        }
        const int run = shared > depth ? addRun(first, depth, shared, parent) : parent;
        std::size_t rest = begin;
        for (; rest < stop && texts[m_order[rest]]->size() == shared; ++rest)
            m_last[m_order[rest]] = run;
        grow(texts, rest, stop, shared, run);
        begin = stop;
    }
}

/// Gives the runs their rows: those of one parent stand together, the shorter ones first.
void TextPack::arrange(bool isShared)
{
    std::vector<int> order(m_runs.size());
    std::iota(order.begin(), order.end(), 0);
    // A parent is always added before what goes on from it.
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
        const Run &left = m_runs[static_cast<std::size_t>(a)];
        const Run &right = m_runs[static_cast<std::size_t>(b)];
        return left.parent != right.parent ? left.parent < right.parent : left.ids.size() < right.ids.size();
    });
    std::vector<int> place(m_runs.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    std::vector<Run> arranged;
    for (const int old : order) {
        Run &run = m_runs[static_cast<std::size_t>(old)];
        const int parent = run.parent < 0 ? -1 : place[static_cast<std::size_t>(run.parent)];
        const auto at = static_cast<int>(arranged.size());
        const std::size_t length = run.ids.size();
        const bool opens =
            m_groups.empty() || arranged.back().parent != parent ||
            (isShared ? !isAbout(arranged[static_cast<std::size_t>(m_groups.back().begin)].ids.size(), length)
                      : arranged.back().ids.size() != length);
        if (opens)
            m_groups.push_back({at, at, static_cast<std::int64_t>(length), true});
        Group &group = m_groups.back();
        group.isEven = group.isEven && group.longest == static_cast<std::int64_t>(length);
        group.longest = static_cast<std::int64_t>(length);
        group.end = at + 1;
        run.parent = parent;
        run.row = m_rows;
        m_rows += static_cast<std::int64_t>(length);
        arranged.push_back(std::move(run));
    }
    m_runs = std::move(arranged);
    for (int &last : m_last)
        last = place[static_cast<std::size_t>(last)];
}

std::int64_t TextPack::row(std::size_t text, int position) const
{
    int run = m_last[text];
    while (m_runs[static_cast<std::size_t>(run)].first > position)
        run = m_runs[static_cast<std::size_t>(run)].parent;
    const Run &found = m_runs[static_cast<std::size_t>(run)];
    return found.row + position - found.first;
}

std::vector<std::int64_t> TextPack::ids() const
{
    std::vector<std::int64_t> all;
    for (const Run &run : m_runs)
        all.insert(all.end(), run.ids.begin(), run.ids.end());
    return all;
}

std::vector<std::int64_t> TextPack::positions() const
{
    std::vector<std::int64_t> all;
    for (const Run &run : m_runs)
        for (std::size_t i = 0; i < run.ids.size(); ++i)
            all.push_back(run.first + static_cast<std::int64_t>(i));
    return all;
}

std::vector<int> TextPack::before(const Run &run) const
{
    std::vector<int> path;
    for (int parent = run.parent; parent >= 0; parent = m_runs[static_cast<std::size_t>(parent)].parent)
        path.push_back(parent);
    std::reverse(path.begin(), path.end());
    return path;
}

} // namespace cw
