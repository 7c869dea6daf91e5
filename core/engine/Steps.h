// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"

namespace cw {

/// The steps a layer is made of. Each takes any rows, so that every walk (forward pass, tracing sweep, generation,
/// training) is built from the same ones. No step writes into its arguments.

/// Queries, keys and values of some positions: q [..., heads, headWidth], k and v [..., kvHeads, headWidth].
struct Heads {
    at::Tensor q;
    at::Tensor k;
    at::Tensor v;
};

/// x [..., width] -> normalised over the last axis.
at::Tensor normalise(const ModelSpec &spec, const Norm &norm, const at::Tensor &x);

/// What attention makes of the stream: norm 1 where it stands in front, the q/k/v maps, the norms on heads and the
/// rotary turn. x [rows, width], positions [rows] int64 (read only for rotary models).
Heads project(const ModelSpec &spec, const Layer &layer, const Model::RotaryTable &rotary, const at::Tensor &x,
              const at::Tensor &positions);

/// Attention of Tq positions over borrowed keys followed by own ones, which together are those of the text's begin.
/// q [n, Tq, heads, d]; own.k, own.v [n, Tk, kvHeads, d]; borrowed.k, borrowed.v [s, Tb, kvHeads, d] with n a multiple
/// of s (row i borrows from row i % s) or undefined. In a causal model the queries are those of the last positions, and
/// query i sees the first Tb + Tk - Tq + i + 1 keys or the model's window of them; in a masked one all see all.
/// missing [s] int64, where the keys are: so many first ones of each row of borrowed are filling and not seen. Returns
/// [n, Tq, heads * d].
at::Tensor attend(const ModelSpec &spec, int layer, const Heads &own, const Heads &borrowed,
                  const at::Tensor &missing = {});

/// The attention's output map: [rows, heads * d] -> [rows, width].
at::Tensor attentionOut(const Layer &layer, const at::Tensor &attended);

/// The stream behind attention: x and attn [..., width], added up as the model's residual kind and norms say.
at::Tensor afterAttention(const ModelSpec &spec, const Layer &layer, const at::Tensor &x, const at::Tensor &attn);

/// Which of the stream before the block and the one behind its attention the MLP reads.
const at::Tensor &mlpInput(const ModelSpec &spec, const at::Tensor &x, const at::Tensor &mid);

/// The norm in front of the MLP, if any, and the MLP up to what its last map reads, the key of that map seen as an
/// associative memory (Meng et al. 2022): [rows, width] -> [rows, hidden].
at::Tensor mlpHidden(const ModelSpec &spec, const Layer &layer, const at::Tensor &x);

/// The MLP's last map: [rows, hidden] -> [rows, width].
at::Tensor mlpOut(const Layer &layer, const at::Tensor &hidden);

/// Both: [rows, width] -> [rows, width].
at::Tensor mlp(const ModelSpec &spec, const Layer &layer, const at::Tensor &x);

/// The stream behind the block: mid (that of afterAttention) and inner (that of mlp) [..., width], added up.
at::Tensor afterMlp(const ModelSpec &spec, const Layer &layer, const at::Tensor &mid, const at::Tensor &inner);

/// What the first block reads: token embeddings [..., tokens, embedding width] of the positions from first on, scaled,
/// projected, with position and type embeddings added and normalised, as far as the model does so: [..., tokens,
/// width].
at::Tensor streamInput(const Model &model, const at::Tensor &embeddings, std::int64_t first = 0);
/// The same of rows [rows, embedding width] that stand at any positions [rows] int64.
at::Tensor streamInput(const Model &model, const at::Tensor &embeddings, const at::Tensor &positions);
/// The same with all that is added at hand; places: the position embeddings of the rows, undefined where the model has
/// none.
at::Tensor streamInput(const ModelSpec &spec, const EmbeddingParts &parts, const at::Tensor &embeddings,
                       const at::Tensor &places);

/// What the vocabulary map reads of the stream behind the last block: [rows, width] -> [rows, embedding width].
at::Tensor vocabularyInput(const ModelSpec &spec, const Head &head, const at::Tensor &x);
/// The vocabulary map and the cap on what it writes.
at::Tensor vocabularyLogits(const ModelSpec &spec, const Head &head, const at::Tensor &read);

/// Final norm and vocabulary map, with all that stands around them: [rows, width] -> [rows, vocabulary].
at::Tensor logits(const Model &model, const at::Tensor &x);
/// The same without the final norm: what the vocabulary map reads in a state that was normalised, or is left bare.
at::Tensor bareLogits(const Model &model, const at::Tensor &x);

} // namespace cw
