// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Trace.h"
#include "core/engine/Steps.h"

#include <vector>

namespace cw {

class Monitor;

/// The text that some targets are read from: the prompt, and behind it the pieces they share except their last. The
/// `tail` positions from firstRead on are read, the last ones or the mask; a target's probability is the product over
/// its pieces.
struct TraceText {
    std::vector<std::int64_t> ids;
    std::vector<int> targets; ///< indices into TraceInput::targets
    int tail = 1;
    int firstRead = 0;

    int length() const { return static_cast<int>(ids.size()); }
};

/// One text per distinct set of given pieces.
std::vector<TraceText> traceTexts(const TraceInput &input);

/// What a part needs of the clean run and of the corrupted ones, per layer.
struct TraceRuns {
    /// One layer of the corrupted runs: x, attn, mlp [samples, length, width], heads [samples, length, heads, d].
    struct Corrupted {
        at::Tensor x;
        Heads heads;
        at::Tensor attn;
        at::Tensor mlp;
    };
    /// One layer of the clean run, each [length, width].
    struct Clean {
        at::Tensor attn;
        at::Tensor mlp;
        at::Tensor state;
    };
    TraceText text;
    at::Tensor cleanInput;     ///< [1, length, width], positions added
    at::Tensor corruptedInput; ///< [samples, length, width]
    std::vector<Clean> clean;
    std::vector<Corrupted> corrupted;
    at::Tensor final; ///< corrupted residual stream after the last block
    Model::RotaryTable rotary;
    double secondsPerRow = 0;             ///< of one token through one layer, seen on the corrupted runs
    std::vector<std::vector<double>> low; ///< per target of text: [sample]
};

/// Embeds text, corrupts the subject by sigma * RandomState(seed).randn(samples, subject, width) added in double before
/// positions, as Meng et al.'s code does, and records both runs.
TraceRuns recordRuns(const Model &model, const TraceInput &input, const TraceText &text, Monitor &monitor);

/// The positions of x [rows, length, width] that text is read at: [rows, tail, width].
at::Tensor readRows(const TraceText &text, const at::Tensor &x);

/// Probability of each target of text (in the order of text.targets) for residual streams x [rows, tail, width] after
/// the last block: [targets][rows].
std::vector<std::vector<double>> readOut(const Model &model, const TraceInput &input, const TraceText &text,
                                         const at::Tensor &x);

} // namespace cw
