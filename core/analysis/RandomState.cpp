// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RandomState.h"

#include <cmath>

namespace cw {

double RandomState::uniform()
{
    const std::uint32_t high = static_cast<std::uint32_t>(m_generator()) >> 5;
    const std::uint32_t low = static_cast<std::uint32_t>(m_generator()) >> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
}

double RandomState::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    double first = 0;
    double second = 0;
    double square = 0;
    do {
        first = 2 * uniform() - 1;
        second = 2 * uniform() - 1;
        square = first * first + second * second;
    } while (square >= 1 || square == 0);
    const double factor = std::sqrt(-2 * std::log(square) / square);
    m_spare = first * factor;
    m_hasSpare = true;
    return second * factor;
}

std::vector<double> RandomState::normals(std::size_t count)
{
    std::vector<double> values(count);
    for (double &value : values)
        value = normal();
    return values;
}

} // namespace cw
