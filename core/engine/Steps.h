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

/// x [rows, width] -> normalised over the last axis.
at::Tensor normalise(const ModelSpec &spec, const Norm &norm, const at::Tensor &x);

/// Norm 1, the q/k/v maps and the rotary turn. x [rows, width], positions [rows] int64 (read only for rotary models).
Heads project(const ModelSpec &spec, const Layer &layer, const Model::RotaryTable &rotary, const at::Tensor &x,
              const at::Tensor &positions);

/// Causal attention of the last Tq positions over borrowed keys followed by own ones.
/// q [n, Tq, heads, d]; own.k, own.v [n, Tk, kvHeads, d]; borrowed.k, borrowed.v [s, Tb, kvHeads, d] with n a multiple
/// of s (row i borrows from row i % s) or undefined. Query i sees the first Tb + Tk - Tq + i + 1 keys.
/// Returns [n, Tq, heads * d].
at::Tensor attend(const ModelSpec &spec, int layer, const Heads &own, const Heads &borrowed);

/// The attention's output map: [rows, heads * d] -> [rows, width].
at::Tensor attentionOut(const Layer &layer, const at::Tensor &attended);

/// Norm 2 and the MLP: [rows, width] -> [rows, width].
at::Tensor mlp(const ModelSpec &spec, const Layer &layer, const at::Tensor &x);

/// Final norm and vocabulary map: [rows, width] -> [rows, vocabulary].
at::Tensor logits(const Model &model, const at::Tensor &x);

} // namespace cw
