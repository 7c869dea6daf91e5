// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Tick.h"
#include "core/engine/Edit.h"
#include "core/engine/Model.h"

namespace cw {

/// The ticked weights of a model as leaves of the gradient, and nothing else of it: of ticked rows only these rows, of
/// ticked weights only these weights. Values and gradients are views into two flat blocks, fp32, on the device that the
/// model computes on. The model stays as it is.
class TrainedWeights {
public:
    /// Throws Error of kind Input where nothing is ticked or a tick is of no parameter of the model.
    TrainedWeights(const Model &base, const std::vector<Tick> &ticks);

    /// The parameters that hold ticked weights, the rest of each as it was, made anew: one pass's graph must not be
    /// another's. In fp32.
    Parameters parameters() const;

    const at::Tensor &values() const { return m_values; }       ///< [numbers]
    const at::Tensor &gradients() const { return m_gradients; } ///< [numbers]; backward() adds to them
    const at::Tensor &start() const { return m_start; }         ///< what the values were: [numbers]

    /// These values less the start, each parameter in its shortest form; what did not change is left out.
    Edit edit(const at::Tensor &values) const;

private:
    struct Part {
        ParameterView view;
        Tick::Part kind = Tick::Part::All; ///< All, Rows or Weights
        at::Tensor own;                    ///< rows, or flat places, of the parameter: [n] int64, CPU
        at::Tensor stored;                 ///< the same in the one that holds it, on the device
        at::Tensor leaf;                   ///< [n, in] of rows, [n] of weights or of a vector
        std::int64_t begin = 0;            ///< of its numbers in the blocks
    };

    at::Tensor placed(const Part &part, const at::Tensor &whole) const;

    std::map<std::string, at::Tensor> m_wholes; ///< as stored, fp32
    std::vector<Part> m_parts;
    at::Tensor m_start;
    at::Tensor m_values;
    at::Tensor m_gradients;
};

} // namespace cw
