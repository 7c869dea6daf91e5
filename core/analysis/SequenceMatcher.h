// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace cw {

/// Which positions of two sequences belong together, and which stand alone; all ascending.
struct Alignment {
    std::vector<int> sharedA;
    std::vector<int> sharedB; ///< as many as sharedA, equal one by one
    std::vector<int> ownA;
    std::vector<int> ownB;
};

/// Aligns two sequences as Python's difflib.SequenceMatcher does: the longest common block, the earliest in a and then
/// in b among equally long ones, and the same left and right of it. Its rule for often repeated elements, which acts
/// from 200 elements on, is left out: no sentence is so long.
Alignment aligned(const std::vector<std::int64_t> &a, const std::vector<std::int64_t> &b);

} // namespace cw
