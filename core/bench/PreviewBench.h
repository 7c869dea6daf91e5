// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ModelSpec.h"
#include "core/engine/Query.h"

#include <memory>

namespace cw {

class Model;
class Monitor;

/// What is read in the benchmark: prompts as short as the templates of the gap measure, two answers to each, and a
/// text; the default is the shape of GPT-2 small.
struct PreviewBenchShape {
    ModelSpec spec;
    int prompts = 64;
    int tokens = 500; ///< of the text
    int rounds = 5;   ///< medians are taken of so many
    std::uint32_t seed = 1;

    static PreviewBenchShape gpt2Small();
    /// A quarter of the layers and of the vocabulary, for a first look in seconds.
    static PreviewBenchShape quick();

    /// Random tokens in that shape.
    std::vector<Query> queries() const;
};

/// Times of one run on one machine: only their ratios carry over to another. All medians.
struct PreviewBenchResult {
    /// A change whose lowest layer this is, read exactly: applied, computed from there on, read out.
    struct ByLayer {
        int layer = 0;
        double seconds = 0;
    };

    double fullSeconds = 0;     ///< the same probe set read from the embeddings on, nothing kept
    double exactSeconds = 0;    ///< of a change in the upper half of the layers
    double ratio = 0;           ///< fullSeconds / exactSeconds
    double headSeconds = 0;     ///< of a change behind the last layer: what no layer takes
    double estimateSeconds = 0; ///< what the slowest of a change of low rank, of rows and of single weights takes; once
    double denseSeconds = 0;    ///< the same of a change of a whole module; once for each change, whatever its strength
    double statesSeconds = 0;   ///< keeping the states, once
    double gradientsSeconds = 0;
    std::vector<ByLayer> byLayer;
    double bend = 0;       ///< largest distance of byLayer from a line through its ends / the time of the lowest layer
    double difference = 0; ///< largest difference in log-probability between the exact value and the full one
    std::int64_t rows = 0; ///< tokens that are computed
    std::int64_t stateBytes = 0;
    std::int64_t gradientBytes = 0;
    double productRate = 0; ///< of bare matrix products
    double drift = 0;       ///< how far that rate moved between start, middle and end: largest / smallest - 1
    bool quiet = false;     ///< drift <= 10 %: below that the times are worth quoting
};

/// Reads queries with changes of the model's layers, interleaved. Throws Error of kind Cancelled through monitor.
PreviewBenchResult benchPreview(const std::shared_ptr<const Model> &model, const std::vector<Query> &queries,
                                int rounds, Monitor &monitor);
/// The same of random weights.
PreviewBenchResult benchPreview(const PreviewBenchShape &shape, Monitor &monitor);

} // namespace cw
