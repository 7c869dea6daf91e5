// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Model.h"

namespace cw {

/// The parameters of a model that is trained, with their gradients: views into two flat blocks of memory, so that a
/// step of the optimiser is a handful of operations over all of them.
class TrainedParameters {
public:
    /// Drawn as GPT-2's are (Radford et al. 2019): standard deviation 0.02, maps into the residual stream smaller by
    /// the square root of their number; the same for the same seed on every machine. CPU, fp32.
    TrainedParameters(const ModelSpec &spec, std::uint32_t seed);

    const Parameters &parameters() const { return m_parameters; } ///< require gradients
    const at::Tensor &values() const { return m_values; }         ///< [numbers]
    const at::Tensor &gradients() const { return m_gradients; }   ///< [numbers]; backward() adds to them
    const at::Tensor &decays() const { return m_decays; }         ///< [numbers], 1 where weight decay applies, else 0

    /// The values in the type they will be stored in, apart from these.
    Parameters stored(at::ScalarType type) const;

private:
    Parameters m_parameters;
    at::Tensor m_values;
    at::Tensor m_gradients;
    at::Tensor m_decays;
};

} // namespace cw
