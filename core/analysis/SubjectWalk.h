// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditSubject.h"
#include "core/engine/Hook.h"
#include "core/engine/Steps.h"

#include <functional>
#include <vector>

namespace cw {

/// The forward pass over texts of a causal model in which something is added at a subject, again and again. What stands
/// before the subject sees nothing of it, nor does any layer below: their states, keys and values are computed once,
/// and a pass carries the positions from the subject to the one that is read alone, in the last layer only that.
class SubjectWalk {
public:
    /// Called before each layer, on the way back too; throws to stop.
    using Tell = std::function<void()>;

    /// Computes the texts once as they are. site: of the layer, Mlp or State. The model must outlive the walk.
    SubjectWalk(const Model &model, const std::vector<SubjectText> &texts, int layer, Site site, Tell tell);

    /// What stands at the site at each subject: [texts, width].
    at::Tensor values() const;
    /// The residual stream before the final norm where each text is read, with its delta added at the site: [texts,
    /// width], as deltas. Differentiable in them.
    at::Tensor read(const at::Tensor &deltas) const;

private:
    /// Texts with as many tokens from the subject to the one that is read. Those with fewer in front of it have keys
    /// and values filled up there.
    struct Group {
        std::int64_t texts = 0;
        at::Tensor numbers;       ///< [texts] int64: which of all texts they are
        std::int64_t before = 0;  ///< the most tokens in front of a subject
        std::int64_t carried = 0; ///< from the subject to the one that is read
        at::Tensor mid;           ///< [texts, carried, width]: the layer's stream behind its attention
        at::Tensor inner;         ///< the same of what its MLP writes
        std::vector<Heads> lent;  ///< of the layers above: keys and values [texts, before, kvHeads, headWidth]
        at::Tensor missing;       ///< [texts] int64: how many of those are filling; undefined: none
    };

    void arrange(const std::vector<SubjectText> &texts);
    Group computed(const std::vector<const SubjectText *> &alike) const;
    Heads lent(int layer, const at::Tensor &x) const;
    static Group joined(const std::vector<Group> &groups);
    at::Tensor changed(const Group &group, const at::Tensor &deltas) const;
    at::Tensor behind(int layer, const at::Tensor &stream) const;
    at::Tensor attended(int layer, const Heads &heads, bool isLast) const;

    const Model &m_model;
    const int m_layer;
    const Site m_site;
    const Tell m_tell;
    Model::RotaryTable m_rotary;
    std::vector<Group> m_groups;
    at::Tensor m_positions; ///< [rows] int64: those that are carried, group by group
    at::Tensor m_reads;     ///< [texts] int64: rows that are read
    at::Tensor m_order;     ///< [texts] int64: where each text stands among the groups' texts
};

} // namespace cw
