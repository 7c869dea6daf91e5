// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/SequenceMatcher.h"

#include <algorithm>

namespace cw {
namespace {

/// Equal elements from a and from b on.
struct Block {
    int a = 0;
    int b = 0;
    int size = 0;
};

/// Parts of both sequences, half-open.
struct Window {
    int beginA;
    int endA;
    int beginB;
    int endB;
};

Block longestBlock(const std::vector<std::int64_t> &a, const std::vector<std::int64_t> &b, const Window &window)
{
    Block best{window.beginA, window.beginB, 0};
    // Lengths of the blocks that end at a's element before and at each of b's, shifted by one.
    std::vector<int> before(b.size() + 1);
    for (int i = window.beginA; i < window.endA; ++i) {
        std::vector<int> lengths(b.size() + 1);
        for (int j = window.beginB; j < window.endB; ++j) {
            if (a[static_cast<std::size_t>(i)] != b[static_cast<std::size_t>(j)])
                continue;
            const int length = before[static_cast<std::size_t>(j)] + 1;
            lengths[static_cast<std::size_t>(j) + 1] = length;
            if (length > best.size)
                best = {i - length + 1, j - length + 1, length};
        }
        before = std::move(lengths);
    }
    return best;
}

std::vector<int> rest(int size, const std::vector<int> &shared)
{
    std::vector<int> own;
    for (int i = 0; i < size; ++i)
        if (!std::binary_search(shared.begin(), shared.end(), i))
            own.push_back(i);
    return own;
}

} // namespace

Alignment aligned(const std::vector<std::int64_t> &a, const std::vector<std::int64_t> &b)
{
    Alignment result;
    std::vector<Window> open{{0, static_cast<int>(a.size()), 0, static_cast<int>(b.size())}};
    while (!open.empty()) {
        const Window window = open.back();
        open.pop_back();
        const Block block = longestBlock(a, b, window);
        if (block.size == 0)
            continue;
        for (int i = 0; i < block.size; ++i) {
            result.sharedA.push_back(block.a + i);
            result.sharedB.push_back(block.b + i);
        }
        open.push_back({window.beginA, block.a, window.beginB, block.b});
        open.push_back({block.a + block.size, window.endA, block.b + block.size, window.endB});
    }
    // Blocks lie in the same order in both sequences.
    std::sort(result.sharedA.begin(), result.sharedA.end());
    std::sort(result.sharedB.begin(), result.sharedB.end());
    result.ownA = rest(static_cast<int>(a.size()), result.sharedA);
    result.ownB = rest(static_cast<int>(b.size()), result.sharedB);
    return result;
}

} // namespace cw
