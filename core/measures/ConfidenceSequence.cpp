// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/ConfidenceSequence.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace cw {
namespace {

constexpr double alpha = 0.05;
constexpr double tightestAt = 100;
constexpr std::size_t fewest = 20;

} // namespace

double sequenceHalfWidth(const std::vector<double> &values)
{
    if (values.size() < fewest)
        return std::numeric_limits<double>::infinity();
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double spread = std::sqrt(squares / (n - 1));
    const double mixture = (-2 * std::log(alpha) + std::log(-2 * std::log(alpha)) + 1) / tightestAt; // rho squared
    const double grown = n * mixture + 1;
    return spread * std::sqrt(2 * grown / (n * n * mixture) * std::log(std::sqrt(grown) / alpha));
}

} // namespace cw
