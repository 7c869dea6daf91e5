// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/EditTarget.h"
#include "core/analysis/KeyColumns.h"
#include "core/engine/Edit.h"

#include <ATen/core/Tensor.h>
#include <map>

namespace cw {

/// C0 by layer: [hidden, hidden] fp64, as SecondMoment::mean().
using Moments = std::map<int, at::Tensor>;

/// The settings of the closed form; the defaults are those that did best in a trial on a small model.
struct LsdmSettings {
    std::vector<int> layers; ///< ascending; the targets are those of the last one
    KeyMix keys = KeyMix::EveryText;
    double preservation = 0.1; ///< lambda / hidden, as k^T C0^-1 k is about hidden on average
    double ridge = 1e-4;       ///< see PreservedKeys
    double definitions = 1;    ///< weight of each preserved place
};

/// What was done in one layer.
struct LsdmLayer {
    int layer = 0;
    std::int64_t columns = 0; ///< of E
    double lambda = 0;
    double condition = 0;    ///< of what is preserved, about
    double weightNorm = 0;   ///< |W|, Frobenius
    double deltaNorm = 0;    ///< |D|
    double residualNorm = 0; ///< mean |r| over the columns
    double share = 0;        ///< mean q / (lambda + q) over the columns: what the key alone would keep of its residual
    double reached = 0;      ///< mean of r (D k) / r r: what it keeps among all others
};

struct LsdmResult {
    Edit edit; ///< one delta of "layers.N.mlp.out" per layer, of low rank where that is shorter
    std::vector<LsdmLayer> layers;
};

/// The site of the targets: with one layer what the MLP writes, with several the state behind the last of them, which
/// the outputs of the layers below reach only through the stream (Meng et al. 2023). With one layer a change of that
/// state is taken for one of what the MLP writes, too.
Site targetSite(const std::vector<int> &layers);

/// LSDM: the weights of mlp.out that bring the keys of all subjects to their targets in the least squares sense while
/// those of a corpus stay (Cai et al. 2024; MEMIT is the same with other targets and settings). With several layers
/// each takes an equal part of what is left at the last one, measured with the layers before it edited; where a norm
/// stands behind the MLP (Gemma 2, OLMo 2), that part is bent on its way to the state and one layer is the better
/// choice. targets are those of the subjects, in their order; preserved holds the places of words with a gender by
/// definition. Computes in fp32 and solves in fp64. Throws Error of kind Input where anything does not fit or the
/// statistics are singular; of kind Unsupported for a masked model.
LsdmResult lsdm(const std::shared_ptr<const Model> &model, const std::vector<EditSubject> &subjects,
                const std::vector<EditTarget> &targets, const std::vector<TextPlace> &preserved, const Moments &moments,
                const LsdmSettings &settings, Monitor &monitor);

} // namespace cw
