// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/PassAtK.h"

#include <limits>

namespace cw {

double passAtK(int n, int c, int k)
{
    if (k > n)
        return std::numeric_limits<double>::quiet_NaN();
    // C(n - c, k) / C(n, k) is the product over i = n - c + 1 ... n of (i - k) / i, whose factors overflow nowhere; one
    // is 0 where fewer than k fail.
    double allFail = 1;
    for (int i = n - c + 1; i <= n && allFail > 0; ++i)
        allFail *= i > k ? 1 - static_cast<double>(k) / i : 0;
    return 1 - allFail;
}

} // namespace cw
