// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measures/Bootstrap.h"

namespace cw {

/// Vectors of an association test (Caliskan et al. 2017; May et al. 2019): two sets of targets of one size, two of
/// attributes.
struct AssociationVectors {
    std::vector<std::vector<float>> x;
    std::vector<std::vector<float>> y;
    std::vector<std::vector<float>> a;
    std::vector<std::vector<float>> b;
};

/// s(w, A, B) = mean cos(w, a) - mean cos(w, b) of every target, those of X first.
std::vector<double> associations(const AssociationVectors &vectors);

/// (mean over X - mean over Y) / standard deviation over both (n - 1). The first half of s is that of X.
double effectSize(const std::vector<double> &s);

/// The share of splits of all targets into halves whose first half's sum of s is at least that of X; over all splits
/// where there are at most 100000, else over as many drawn ones, X itself being one of them.
double permutationP(const std::vector<double> &s, std::uint64_t seed);

/// 95 % interval of the mean effect size over layers, s [layer][target], when targets are drawn again within X and
/// within Y.
Interval effectInterval(const std::vector<std::vector<double>> &s, std::uint64_t seed);

} // namespace cw
