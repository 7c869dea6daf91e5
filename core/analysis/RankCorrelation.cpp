// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RankCorrelation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cw {
namespace {

std::vector<double> ranks(const std::vector<double> &values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
    std::vector<double> result(values.size());
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        for (std::size_t i = begin; i < end; ++i)
            result[order[i]] = static_cast<double>(begin + end - 1) / 2;
    }
    return result;
}

double mean(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

} // namespace

double rankCorrelation(const std::vector<double> &a, const std::vector<double> &b)
{
    const std::vector<double> rankA = ranks(a);
    const std::vector<double> rankB = ranks(b);
    const double meanA = mean(rankA);
    const double meanB = mean(rankB);
    double together = 0;
    double spreadA = 0;
    double spreadB = 0;
    for (std::size_t i = 0; i < rankA.size(); ++i) {
        together += (rankA[i] - meanA) * (rankB[i] - meanB);
        spreadA += (rankA[i] - meanA) * (rankA[i] - meanA);
        spreadB += (rankB[i] - meanB) * (rankB[i] - meanB);
    }
    return together / std::sqrt(spreadA * spreadB); // 0 / 0 without a spread
}

} // namespace cw
