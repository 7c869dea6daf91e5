// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cw {

enum class TraceKind { State, Mlp, Attn };
enum class TraceMethod { Exact, Loop };

/// "state", "mlp", "attn": the names in files and on the command line.
const char *name(TraceKind kind);

/// What is traced: one prompt in token ids, and how it is corrupted and restored (Meng et al. 2022; Cai et al. 2024).
struct TraceInput {
    std::vector<std::int64_t> ids;
    int subjectBegin = 0;                           ///< first token of the subject
    int subjectEnd = 0;                             ///< one past its last
    int readAt = -1;                                ///< the mask that a masked model is asked for; -1: behind the end
    std::vector<std::vector<std::int64_t>> targets; ///< one or two answers, each as its token pieces
    std::vector<TraceKind> kinds{TraceKind::State, TraceKind::Mlp, TraceKind::Attn};
    int window = 1; ///< layers restored together for mlp and attn
    int samples = 10;
    double sigma = 0; ///< standard deviation of the noise on the subject's embeddings
    std::uint32_t seed = 1;
    TraceMethod method = TraceMethod::Exact;

    bool isMasked() const { return readAt >= 0; }
};

/// The runs every cell is compared with. high [target]: clean; low [target][sample]: corrupted, nothing restored.
struct TraceBase {
    std::vector<double> high;
    std::vector<std::vector<double>> low;
    /// Largest differences in probability seen by the self-checks; at most 1e-5 in fp32 when all is well.
    double restoreAllError = 0;     ///< everything restored against the clean run
    double restoreNothingError = 0; ///< a traced run that restores nothing against the corrupted one
    double beforeSubjectError = 0;  ///< cells before the subject against the corrupted run
};

/// A rectangle of a trace that is computed, shown and stored as one: all layers and kinds of some tokens and samples.
struct TracePart {
    int tokenBegin = 0;
    int tokenEnd = 0;
    int sampleBegin = 0;
    int sampleEnd = 0;
};

/// The probabilities of a part: per kind in the order of TraceInput::kinds, [target, sample, token, layer] over the
/// part.
struct TraceBlock {
    TracePart part;
    std::vector<std::vector<float>> probabilities;
};

/// Everything a trace has measured, [target, sample, token, layer] per kind; NaN where a part is missing.
struct TraceResult {
    int targets = 0;
    int samples = 0;
    int tokens = 0;
    int layers = 0;
    std::vector<TraceKind> kinds;
    TraceBase base;
    std::vector<std::vector<float>> probabilities; ///< per kind

    void prepare(const TraceInput &input, int layerCount);
    void insert(const TraceBlock &block);
    bool isComplete() const;
    std::size_t index(int target, int sample, int token, int layer) const;
};

enum class Quantity { Aligned, Abs, P, LogOdds };

/// Effects of one kind, [token][layer]; NaN where missing. error is the standard error over the paired noise samples
/// (jackknife for Abs), NaN for a single sample.
struct EffectMap {
    int tokens = 0;
    int layers = 0;
    std::vector<double> effect;
    std::vector<double> error;
    std::vector<std::vector<double>> mean; ///< per target: mean probability over samples, [token][layer]
    double high = 0;                       ///< the quantity in the clean run
    double low = 0;                        ///< and in the corrupted one
};

/// Computes the effects of kind number kind. Aligned: s((a - b) - (low.a - low.b)), s the sign of the clean gap; Abs:
/// |a - b| - |low.a - low.b| of sample means; P: a - low.a; LogOdds: log(a / b) - log(low.a / low.b) of sample means,
/// with one target the log-odds of a itself.
EffectMap effects(const TraceResult &result, int kind, Quantity quantity);

} // namespace cw
