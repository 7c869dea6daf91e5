// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Trace.h"

#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace cw {
namespace {

using Samples = std::vector<double>;

double mean(const Samples &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Standard error of the mean: sample standard deviation / sqrt(n); NaN for one sample.
double meanError(const Samples &values)
{
    const double n = static_cast<double>(values.size());
    if (values.size() < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const double centre = mean(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - centre) * (value - centre);
    return std::sqrt(sum / (n - 1) / n);
}

/// A quantity of the mean probabilities a and b over samples (b is 0 with one target).
using Statistic = std::function<double(double a, double b)>;

Statistic statistic(Quantity quantity, bool pair, double sign)
{
    switch (quantity) {
    case Quantity::Aligned: return [sign](double a, double b) { return sign * (a - b); };
    case Quantity::Abs: return [](double a, double b) { return std::abs(a - b); };
    case Quantity::P: return [](double a, double) { return a; };
    case Quantity::LogOdds: return [pair](double a, double b) { return std::log(a / (pair ? b : 1 - a)); };
    }
    return {};
}

/// Jackknife standard error of statistic(restored means) - statistic(corrupted means), leaving out one noise sample at
/// a time; for a statistic that is linear in the means it equals the paired standard error.
double jackknifeError(const Statistic &value, const std::vector<Samples> &restored, const std::vector<Samples> &low)
{
    const std::size_t n = restored[0].size();
    if (n < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const auto without = [n](const Samples &values, std::size_t left) {
        return (std::accumulate(values.begin(), values.end(), 0.0) - values[left]) / static_cast<double>(n - 1);
    };
    const bool pair = restored.size() > 1;
    Samples left(n);
    for (std::size_t i = 0; i < n; ++i)
        left[i] = value(without(restored[0], i), pair ? without(restored[1], i) : 0) -
                  value(without(low[0], i), pair ? without(low[1], i) : 0);
    return meanError(left) * static_cast<double>(n - 1);
}

} // namespace

EffectMap effects(const TraceResult &result, int kind, Quantity quantity)
{
    const TraceBase &base = result.base;
    const bool pair = result.targets > 1;
    const double gap = base.high[0] - (pair ? base.high[1] : 0);
    const Statistic value = statistic(quantity, pair, pair && gap < 0 ? -1 : 1);
    const auto ofMeans = [&](const std::vector<Samples> &samples) {
        return value(mean(samples[0]), pair ? mean(samples[1]) : 0);
    };
    EffectMap map;
    map.tokens = result.tokens;
    map.layers = result.layers;
    map.high = value(base.high[0], pair ? base.high[1] : 0);
    map.low = ofMeans(base.low);
    map.mean.resize(static_cast<std::size_t>(result.targets));
    std::vector<Samples> cell(static_cast<std::size_t>(result.targets),
                              Samples(static_cast<std::size_t>(result.samples)));
    for (int token = 0; token < result.tokens; ++token) {
        for (int layer = 0; layer < result.layers; ++layer) {
            for (int target = 0; target < result.targets; ++target) {
                Samples &samples = cell[static_cast<std::size_t>(target)];
                for (int sample = 0; sample < result.samples; ++sample)
                    samples[static_cast<std::size_t>(sample)] = static_cast<double>(
                        result
                            .probabilities[static_cast<std::size_t>(kind)][result.index(target, sample, token, layer)]);
                map.mean[static_cast<std::size_t>(target)].push_back(mean(samples));
            }
            map.effect.push_back(ofMeans(cell) - map.low);
            map.error.push_back(jackknifeError(value, cell, base.low));
        }
    }
    return map;
}

} // namespace cw
