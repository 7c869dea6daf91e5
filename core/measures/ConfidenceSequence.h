// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace cw {

/// Half the width of a 95 % interval for a mean that holds at every count at once, so that one may look after each
/// value and stop when it is narrow enough (Waudby-Smith et al. 2021, the asymptotic sequence of the normal mixture,
/// tightest at 100 values). Infinite below 20 values, where the asymptotics say nothing.
double sequenceHalfWidth(const std::vector<double> &values);

} // namespace cw
