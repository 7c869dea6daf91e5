// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace cw {

/// NumPy's legacy RandomState(seed).randn, number for number: MT19937, 53-bit uniforms and Marsaglia's polar method, so
/// that the noise of a trace equals that of Meng et al.'s published code.
class RandomState {
public:
    explicit RandomState(std::uint32_t seed) : m_generator(seed) {}

    /// The next number of [0, 1), 53 bits of it.
    double uniform();
    /// The next standard normal number.
    double normal();
    /// count of them, in order.
    std::vector<double> normals(std::size_t count);

    template <class T> void shuffle(std::vector<T> &items)
    {
        for (std::size_t left = items.size(); left > 1; --left)
            std::swap(items[left - 1], items[static_cast<std::size_t>(uniform() * static_cast<double>(left))]);
    }

private:
    std::mt19937 m_generator;
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace cw
