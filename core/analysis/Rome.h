// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditTarget.h"
#include "core/analysis/Lsdm.h"

#include <functional>

namespace cw {

/// ROME's published settings (Meng et al. 2022) for a layer, aimed at the pronoun that the model thinks less likely.
TargetSettings romeTarget(int layer);

/// The rank-one edit of one layer's mlp.out that takes the key of the subject's first text exactly to its target:
/// W' = W + delta (C0^-1 k)^T / (k0^T C0^-1 k), k the mean key of its texts and k0 that of the first (Meng et al. 2022,
/// equation 2). moment: C0 of the layer; ridge: see PreservedKeys, 0 is ROME's. Throws Error as lsdm() does, and of
/// kind Input where the two keys have nothing in common.
Delta romeDelta(const std::shared_ptr<const Model> &model, const EditSubject &subject, const EditTarget &target,
                const at::Tensor &moment, double ridge, Monitor &monitor);

/// ROME for several subjects one after the other, as its authors use it: the target and the keys of each are those of
/// the model with the edits before. Their deltas are one of that rank.
struct RomeResult {
    Edit edit;
    std::vector<EditTarget> targets;
};
RomeResult rome(const std::shared_ptr<const Model> &model, const std::vector<EditSubject> &subjects,
                const Pronouns &pronouns, const TargetSettings &settings, const at::Tensor &moment, double ridge,
                Monitor &monitor, const std::function<void(const EditTarget &)> &onTarget = nullptr);

/// The same with targets that are known, in the order of the subjects, all of one layer. Throws Error as rome() does,
/// and of kind Input where they are not as many as the subjects.
Edit romeOf(const std::shared_ptr<const Model> &model, const std::vector<EditSubject> &subjects,
            const std::vector<EditTarget> &targets, const at::Tensor &moment, double ridge, Monitor &monitor);

/// MEMIT's published settings (Meng et al. 2023) for these layers: lsdm() with them is MEMIT, given targets found with
/// memitTarget(). preservation is lambda / hidden: 3.1 for GPT-2 XL, 0.9 for GPT-J.
TargetSettings memitTarget(int lastLayer);
LsdmSettings memitSettings(std::vector<int> layers, double preservation);

} // namespace cw
