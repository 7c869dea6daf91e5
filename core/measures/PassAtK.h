// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cw {

/// The probability that one of k programs passes, estimated without bias from n of which c pass: 1 - C(n - c, k) /
/// C(n, k) (Chen et al. 2021, eq. 1). NaN where k is more than n.
double passAtK(int n, int c, int k);

} // namespace cw
