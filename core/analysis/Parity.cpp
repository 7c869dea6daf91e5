// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Parity.h"

#include <algorithm>
#include <cmath>

namespace cw {

bool Parity::holds() const
{
    if (!std::isfinite(largestLogit) || !std::isfinite(difference))
        return false;
    if (isHalf)
        return relativeL2 <= 0.02 && otherTop == 0;
    return difference <= 1e-4 * std::max(1.0, largestLogit);
}

} // namespace cw
