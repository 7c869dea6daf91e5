// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measures/Association.h"

#include "core/data/Draws.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cw {
namespace {

constexpr double mostSplits = 100000;
constexpr int resamples = 2000;

std::vector<double> unit(const std::vector<float> &vector)
{
    double squares = 0;
    for (const float x : vector)
        squares += static_cast<double>(x) * x;
    const double length = std::sqrt(squares);
    std::vector<double> result(vector.begin(), vector.end());
    for (double &x : result)
        x /= length;
    return result;
}

/// The mean of unit vectors: the mean of cosines with them is the product with it.
std::vector<double> meanUnit(const std::vector<std::vector<float>> &vectors)
{
    std::vector<double> mean(vectors.front().size());
    for (const std::vector<float> &vector : vectors) {
        const std::vector<double> one = unit(vector);
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += one[i] / static_cast<double>(vectors.size());
    }
    return mean;
}

double product(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double binomial(std::size_t n, std::size_t k)
{
    double result = 1;
    for (std::size_t i = 1; i <= k; ++i)
        result *= static_cast<double>(n - k + i) / static_cast<double>(i);
    return std::round(result);
}

/// Sums of floating-point numbers in another order are the same sum.
bool isAtLeast(double sum, double observed)
{
    return sum >= observed - 1e-12 * std::max(1.0, std::abs(observed));
}

double exactP(const std::vector<double> &s, double observed)
{
    const std::size_t half = s.size() / 2;
    std::vector<std::size_t> chosen(half);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    double splits = 0;
    double above = 0;
    while (true) {
        double sum = 0;
        for (const std::size_t i : chosen)
            sum += s[i];
        ++splits;
        above += isAtLeast(sum, observed) ? 1 : 0;
        std::size_t place = half;
        while (place > 0 && chosen[place - 1] == s.size() - half + place - 1)
            --place;
        if (place == 0)
            return above / splits;
        ++chosen[place - 1];
        for (; place < half; ++place)
            chosen[place] = chosen[place - 1] + 1;
    }
}

double sampledP(const std::vector<double> &s, double observed, std::uint64_t seed)
{
    Draws draws(seed);
    std::vector<double> shuffled = s;
    double above = 1;
    for (int i = 1; i < static_cast<int>(mostSplits); ++i) {
        draws.shuffle(shuffled);
        const auto middle = shuffled.begin() + static_cast<std::ptrdiff_t>(s.size() / 2);
        above += isAtLeast(std::accumulate(shuffled.begin(), middle, 0.0), observed) ? 1 : 0;
    }
    return above / mostSplits;
}

} // namespace

std::vector<double> associations(const AssociationVectors &vectors)
{
    const std::vector<double> a = meanUnit(vectors.a);
    const std::vector<double> b = meanUnit(vectors.b);
    std::vector<double> s;
    for (const auto *targets : {&vectors.x, &vectors.y}) {
        for (const std::vector<float> &target : *targets) {
            const std::vector<double> one = unit(target);
            s.push_back(product(one, a) - product(one, b));
        }
    }
    return s;
}

double effectSize(const std::vector<double> &s)
{
    const auto n = static_cast<double>(s.size());
    const auto middle = s.begin() + static_cast<std::ptrdiff_t>(s.size() / 2);
    const double x = std::accumulate(s.begin(), middle, 0.0) / (n / 2);
    const double y = std::accumulate(middle, s.end(), 0.0) / (n / 2);
    const double mean = (x + y) / 2;
    double squares = 0;
    for (const double value : s)
        squares += (value - mean) * (value - mean);
    return (x - y) / std::sqrt(squares / (n - 1));
}

double permutationP(const std::vector<double> &s, std::uint64_t seed)
{
    const auto middle = s.begin() + static_cast<std::ptrdiff_t>(s.size() / 2);
    const double observed = std::accumulate(s.begin(), middle, 0.0);
    return binomial(s.size(), s.size() / 2) <= mostSplits ? exactP(s, observed) : sampledP(s, observed, seed);
}

Interval effectInterval(const std::vector<std::vector<double>> &s, std::uint64_t seed)
{
    Draws draws(seed);
    const std::size_t half = s.front().size() / 2;
    std::vector<double> values;
    for (int i = 0; i < resamples; ++i) {
        std::vector<std::size_t> drawn;
        for (std::size_t place = 0; place < 2 * half; ++place)
            drawn.push_back((place < half ? 0 : half) + draws.below(half));
        double sum = 0;
        for (const std::vector<double> &layer : s) {
            std::vector<double> again;
            for (const std::size_t place : drawn)
                again.push_back(layer[place]);
            sum += effectSize(again);
        }
        values.push_back(sum / static_cast<double>(s.size()));
    }
    return Bootstrap::interval(values);
}

} // namespace cw
