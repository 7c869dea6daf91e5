// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"

#include <cstdint>

namespace cw {

class Monitor;

/// What is traced in the benchmark; the default is a sentence of 12 tokens on the shape of GPT-2 small.
struct TraceBenchShape {
    ModelSpec spec;
    int tokens = 12;
    int subjectBegin = 1;
    int subjectEnd = 3;
    int window = 10;
    int samples = 10;
    int loopCells = 24; ///< cells per kind the loop is timed on
    std::uint32_t seed = 1;

    static TraceBenchShape gpt2Small();
    /// A quarter of the layers and of the vocabulary, for a first look in seconds.
    static TraceBenchShape quick();
};

/// Times of one run on one machine: only their ratios carry over to another.
struct TraceBenchResult {
    double exactSeconds = 0;        ///< base runs and all parts of the exact trace
    double loopSeconds = 0;         ///< median cell times count: the plain loop, logits at every position
    double lastPositionSeconds = 0; ///< the same, but reading the last position only
    double ratio = 0;               ///< loopSeconds / exactSeconds
    double lastPositionRatio = 0;
    double difference = 0; ///< largest difference in probability between the two on the timed cells
    double exactFlop = 0;  ///< arithmetic of the linear maps
    double loopFlop = 0;
    double exactRate = 0; ///< flop per second
    double loopRate = 0;
    double productRate = 0; ///< of bare matrix products of the exact trace's shapes
    double drift = 0;   ///< how far the calibration product moved between start, middle and end: largest / smallest - 1
    bool quiet = false; ///< drift <= 10 %: below that the ratio is worth quoting
};

/// Traces random weights of the shape both ways, interleaved. Throws Error of kind Cancelled through monitor.
TraceBenchResult benchTrace(const TraceBenchShape &shape, Monitor &monitor);

} // namespace cw
