// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/SweepCopy.h"
#include "core/analysis/TraceLoop.h"

namespace cw {

class Monitor;

/// The exact tracer: all cells of a part walk up the layers together, once. In a causal model a copy holds only the
/// positions from its token on and borrows keys and values of earlier ones from the corrupted run; in a masked one it
/// holds all. A cell joins at the first layer it changes; in the last layer only the positions that are read are
/// carried on.
class TraceSweep {
public:
    TraceSweep(const Model &model, const TraceInput &input, const TraceRuns &runs, const TracePart &part);

    void run(Monitor &monitor, const DeliverCell &deliver);

private:
    /// All copies of one token: x [copies, samples, positions from begin on, width]. The last `fresh` of them differ
    /// from their parent's input at the token alone. attn, mid, mlp: the present layer's, at the positions carried on.
    struct Walk {
        int token = 0;
        int begin = 0;
        std::vector<SweepCopy> copies;
        std::int64_t fresh = 0;
        at::Tensor x;
        at::Tensor attn;
        at::Tensor mid;
        at::Tensor mlp;

        std::int64_t size() const { return static_cast<std::int64_t>(copies.size()); }
        std::int64_t old() const { return size() - fresh; }
    };
    /// A copy that parts from the corrupted run or from a trunk at this layer: its stream at the token, [samples,
    /// width] each, is mid + mlp. mlp is computed from mid where it is wanted and undefined.
    struct Joining {
        std::size_t walk = 0;
        SweepCopy copy;
        at::Tensor mid;
        at::Tensor mlp;
        bool wantsMlp = false;
    };

    void step(int index);
    at::Tensor rowsToProject(std::vector<std::int64_t> &positions) const;
    at::Tensor attended(const Layer &layer);
    at::Tensor attendWalk(const Walk &walk, int layer, const Heads &old, const Heads &first) const;
    Heads freshHeads(const Walk &walk, int layer, const Heads &old, const Heads &first) const;
    void addAttention(const Layer &layer);
    void restoreAttention(const Layer &layer);
    void joinFromCorrupted(const Layer &layer);
    at::Tensor joinedStream(const Layer &layer, int token, TraceKind kind, Joining &joining) const;
    void addMlp(const Layer &layer);
    std::vector<std::int64_t> mlpRows(int layer) const;
    void restoreMlp(int layer);
    void append(const Layer &layer);
    at::Tensor corruptedPositions(int layer, const Walk &walk) const;
    TraceKind kindOf(const SweepCopy &copy) const;
    std::int64_t kept(const Walk &walk) const;
    std::int64_t firstKept(const Walk &walk) const;
    at::Tensor keptPositions(const Walk &walk, const at::Tensor &x) const;
    std::int64_t tokenRow(const Walk &walk) const;
    bool isRead(int token) const;
    bool equalsCorrupted(int token) const;
    bool carriesToken(const Walk &walk) const;
    void deliverKnown(const DeliverCell &deliver) const;
    void deliverRead(const DeliverCell &deliver) const;

    const Model &m_model;
    const ModelSpec &m_spec;
    const TraceInput &m_input;
    const TraceRuns &m_runs;
    const TracePart m_part;
    const std::int64_t m_samples;
    const int m_length;
    bool m_last = false; ///< in the last layer only the positions that are read are carried on
    std::vector<Walk> m_walks;
    std::vector<Joining> m_joining;
    std::vector<TraceRuns::Corrupted> m_corrupted; ///< the part's samples only
};

} // namespace cw
