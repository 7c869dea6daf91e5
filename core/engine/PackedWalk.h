// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"
#include "core/engine/TextPack.h"

#include <functional>

namespace cw {

class Monitor;

/// The forward pass over a pack of texts: every map runs over all their rows at once, without padding, and a begin that
/// texts share is computed once. An attention reads the keys of a run's own rows behind those of the runs before it.
class PackedWalk {
public:
    /// Told after each layer, 0 the embeddings: the stream of all rows, [rows, width].
    using Watch = std::function<void(int layer, const at::Tensor &stream)>;

    /// length: the rotary angles are those of texts of this length; the longest text's where that does not matter.
    PackedWalk(const Model &model, const TextPack &pack, std::int64_t length);

    /// The residual stream before the final norm: [rows, width].
    at::Tensor run(Monitor &monitor, const Watch &watch = {}) const { return walk(monitor, watch, {}); }
    /// The same of some rows [n] int64 alone: what follows the last layer's attention is made for no others.
    at::Tensor run(Monitor &monitor, const at::Tensor &rows) const { return walk(monitor, {}, rows); }

private:
    at::Tensor walk(Monitor &monitor, const Watch &watch, const at::Tensor &rows) const;

    const Model &m_model;
    const TextPack &m_pack;
    std::int64_t m_length;
};

} // namespace cw
