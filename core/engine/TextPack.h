// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace cw {

/// How many ids two texts begin with alike.
std::size_t commonLength(const std::vector<std::int64_t> &a, const std::vector<std::int64_t> &b);

/// Texts as rows to be computed together: what several of them begin with stands there once. A tree of runs of tokens;
/// the runs that go on from one and are about as long are attended together.
class TextPack {
public:
    /// Tokens of one or more texts, without a fork. Its rows are row .. row + ids.size() - 1.
    struct Run {
        int parent = -1; ///< what stands before it; -1: nothing
        int first = 0;   ///< position of its first token in the texts
        std::int64_t row = 0;
        std::vector<std::int64_t> ids;
    };

    /// Runs with one parent whose rows stand one behind the other, from run begin to end - 1.
    struct Group {
        int begin = 0;
        int end = 0;
        std::int64_t longest = 0;
        bool isEven = true; ///< all are of one length
    };

    using Texts = std::vector<const std::vector<std::int64_t> *>;

    /// isShared: a token's state depends on nothing behind it, so that begins may be shared and lengths may differ.
    TextPack(const Texts &texts, bool isShared);

    const std::vector<Run> &runs() const { return m_runs; }
    const std::vector<Group> &groups() const { return m_groups; }
    std::int64_t rows() const { return m_rows; }
    /// The row of a position of a text.
    std::int64_t row(std::size_t text, int position) const;
    /// The ids and the positions of all rows.
    std::vector<std::int64_t> ids() const;
    std::vector<std::int64_t> positions() const;
    /// The runs before this one, from the text's begin on.
    std::vector<int> before(const Run &run) const;

private:
    void grow(const Texts &texts, std::size_t begin, std::size_t end, std::size_t depth, int parent);
    int addRun(const std::vector<std::int64_t> &text, std::size_t from, std::size_t to, int parent);
    void arrange(bool isShared);

    std::vector<Run> m_runs;
    std::vector<Group> m_groups;
    std::vector<std::size_t> m_order; ///< the texts, sorted
    std::vector<int> m_last;          ///< of each text, the run it ends in
    std::int64_t m_rows = 0;
};

} // namespace cw
