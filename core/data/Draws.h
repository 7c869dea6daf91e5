// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace cw {

/// Random draws that are the same on every machine: the engine's sequence is fixed by the C++ standard, and nothing is
/// left to the library's distributions, which are not.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : m_engine(seed) {}

    /// A whole number in [0, n), n > 0.
    std::uint64_t below(std::uint64_t n);
    /// A number in [0, 1) with 53 random bits.
    double unit();
    bool chance(double p) { return unit() < p; }
    /// An index drawn with these weights.
    std::size_t weighted(const std::vector<double> &weights);

    template <class T> const T &one(const std::vector<T> &from) { return from[below(from.size())]; }

    template <class T> void shuffle(std::vector<T> &items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(i)]);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace cw
