// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"
#include "core/engine/TextPack.h"

#include <functional>

namespace cw {

class Monitor;

/// The forward pass over a pack of texts: every map runs over all their rows at once, without padding, and a begin that
/// texts share is computed once. An attention reads the keys of a run's own rows behind those of the runs before it.
/// Differentiable in the weights when gradients are enabled; switch them off where only numbers are wanted.
class PackedWalk {
public:
    /// Told after each layer, 0 the embeddings: the stream of all rows, [rows, width].
    using Watch = std::function<void(int layer, const at::Tensor &stream)>;

    /// length: the rotary angles are those of texts of this length; the longest text's where that does not matter.
    PackedWalk(const Model &model, const TextPack &pack, std::int64_t length);

    /// What a layer's MLP reads, and the stream that its output is added to: [rows, width] each.
    struct Halfway {
        at::Tensor read;
        at::Tensor mid;
    };

    /// The residual stream before the final norm: [rows, width].
    at::Tensor run(Monitor &monitor, const Watch &watch = {}) const { return walk(monitor, watch, {}); }
    /// The same of some rows [n] int64 alone: what follows the last layer's attention is made for no others.
    at::Tensor run(Monitor &monitor, const at::Tensor &rows) const { return walk(monitor, {}, rows); }

    /// What the first layer reads: [rows, width].
    at::Tensor input() const;
    /// What a layer makes of the stream of all rows; of some rows alone where rows are given.
    at::Tensor behind(const Layer &layer, const at::Tensor &stream, const at::Tensor &rows = {}) const;
    /// What some rows [n] int64, or all where it is undefined, have between a layer's attention and its MLP; nothing
    /// behind is computed.
    Halfway beforeMlp(int layer, const at::Tensor &rows, Monitor &monitor) const;

private:
    class Attending;

    Halfway halfway(const Layer &layer, const at::Tensor &stream, const at::Tensor &rows) const;
    at::Tensor walk(Monitor &monitor, const Watch &watch, const at::Tensor &rows) const;

    const Model &m_model;
    const TextPack &m_pack;
    Model::RotaryTable m_rotary;
    at::Tensor m_positions; ///< [rows] int64
    std::shared_ptr<const Attending> m_attending;
};

} // namespace cw
