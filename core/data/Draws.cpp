// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Draws.h"

#include <numeric>

namespace cw {

std::uint64_t Draws::below(std::uint64_t n)
{
    // Numbers past the last whole multiple of n would favour the small results: draw again.
    const std::uint64_t limit = std::mt19937_64::max() - std::mt19937_64::max() % n;
    std::uint64_t drawn = m_engine();
    while (drawn >= limit)
        drawn = m_engine();
    return drawn % n;
}

double Draws::unit()
{
    return static_cast<double>(m_engine() >> 11) * 0x1.0p-53;
}

std::size_t Draws::weighted(const std::vector<double> &weights)
{
    double rest = unit() * std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
        if (rest < weights[i])
            return i;
        rest -= weights[i];
    }
    return weights.size() - 1;
}

} // namespace cw
