// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace cw {

/// Spearman's rank correlation of two lists of the same length; equal numbers share the mean of their ranks. NaN where
/// one of the lists has fewer than two different numbers.
double rankCorrelation(const std::vector<double> &a, const std::vector<double> &b);

} // namespace cw
