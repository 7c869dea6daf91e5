// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"

#include <vector>

namespace cw {

double median(std::vector<double> values);

/// How steady a machine is while something is timed on it: the rate of bare matrix products of a model's shapes, taken
/// at the start, in the middle and at the end.
class Calibration {
public:
    explicit Calibration(const ModelSpec &spec) : m_width(spec.width), m_hidden(spec.hidden) {}

    /// Takes about a second for the shape of GPT-2 small.
    void take();
    /// Flop per second.
    double rate() const { return median(m_rates); }
    /// Largest / smallest - 1.
    double drift() const;
    /// Whether ratios of times are worth quoting.
    bool isQuiet() const { return drift() <= 0.1; }

private:
    std::int64_t m_width;
    std::int64_t m_hidden;
    std::vector<double> m_rates;
};

} // namespace cw
