// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"

namespace cw {

class Monitor;

/// What is read in the benchmark: contexts with four endings each, as long as HellaSwag's; the default is 200 of them
/// on the shape of GPT-2 small.
struct MeasureBenchShape {
    ModelSpec spec;
    int items = 200;
    int partItems = 8;  ///< read together: what a measure makes a part of on GPT-2 small
    int aloneEvery = 5; ///< of so many items of like length, one is read one sequence at a time
    std::uint32_t seed = 1;

    static MeasureBenchShape gpt2Small();
    /// A quarter of the layers, of the vocabulary and of the items, for a first look in seconds.
    static MeasureBenchShape quick();
};

/// Times of one run on one machine: only their ratios carry over to another.
struct MeasureBenchResult {
    double packedSeconds = 0;     ///< readTexts(), part by part
    double aloneSeconds = 0;      ///< one sequence at a time, logits at every position; the sample's time times count
    double aloneReadsSeconds = 0; ///< the same, but logits only where they are read
    double ratio = 0;             ///< aloneSeconds / packedSeconds
    double aloneReadsRatio = 0;
    double difference = 0;       ///< largest difference in log-probability between the ways, on the sample
    std::int64_t tokens = 0;     ///< of all sequences
    std::int64_t packedRows = 0; ///< what sharing contexts leaves of them
    double productRate = 0;      ///< of bare matrix products
    double drift = 0;            ///< how far that rate moved between start, middle and end: largest / smallest - 1
    bool quiet = false;          ///< drift <= 10 %: below that the ratio is worth quoting
};

/// Reads random tokens with random weights all ways, interleaved. Throws Error of kind Cancelled through monitor.
MeasureBenchResult benchMeasure(const MeasureBenchShape &shape, Monitor &monitor);

} // namespace cw
